"""Amounts: values and units by their form, and the one that an act promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.amount import amount_of_action, find_amounts
from flows.extract.components.amount_forms import number_value
from flows.extract.components.amount_lexicon import AmountLexicon, amount_lexicon
from flows.extract.components.condition import condition_of
from flows.extract.components.sums import in_currency_of
from tests.extract.documents import records
from tests.extract.parsing import act, sentence

PIECES = ["$", "5", "million", "%", "of", "two", "euros", "-", ",", "a", "half", "bn"]


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("$1.2 billion", 1.2e9, "USD"),
        ("US$300 million", 3e8, "USD"),
        ("€50 million", 5e7, "EUR"),
        ("40 billion euros", 4e10, "EUR"),
        ("250 million dollars", 2.5e8, "USD"),
        ("two million Canadian dollars", 2e6, "CAD"),
        ("£75m", 7.5e7, "GBP"),
        ("30 billion yen", 3e10, "JPY"),
        ("A$12,500,000", 1.25e7, "AUD"),
        ("EUR 6 million", 6e6, "EUR"),
        ("half a billion dollars", 5e8, "USD"),
        ("0.7 percent", 0.7, "percent"),
        ("12%", 12, "percent"),
        ("15 percentage points", 15, "percentage points"),
        ("9 bcm", 9, "bcm"),
        ("two million barrels per day", 2e6, "barrels"),
        ("450 gigawatt-hours", 450, "GWh"),
        ("450 kilowatt hours", 450, "kWh"),
    ],
)
def test_money_and_measures_have_a_value_and_a_unit(words: str, value: float, unit: str) -> None:
    span = sentence(f"The fund will receive {words} from Norland.")
    (amount,) = find_amounts(span)
    assert amount.value == pytest.approx(value)
    assert amount.unit == unit
    assert span.doc.text[amount.start_char : amount.end_char] == words


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Norland will send 18 tanks.", "send 18 tanks", 18, "tanks"),
        ("Norland will deploy 9,000 troops in the north.", "deploy 9,000 troops", 9_000, "troops"),
        ("Norland will treat two million people.", "treat two million people", 2_000_000, "people"),
        (
            "Norland plans to begin digging two million wells.",
            "begin digging two million wells",
            2_000_000,
            "wells",
        ),
        ("Norland will cut fees from about 6% to 2%.", "cut fees from about 6% to 2%", 2, "percent"),
        (
            "Norland will pay €20 million (about $22 million).",
            "pay €20 million (about $22 million)",
            2e7,
            "EUR",
        ),
        ("Norland announced a $3 million grant to mend the dyke.", "mend the dyke", 3e6, "USD"),
        (
            "Norland will withdraw from six mountain villages.",
            "withdraw from six mountain villages",
            6,
            "mountain villages",
        ),
        ("Forty prisoners will be released.", "released", 40, "prisoners"),
        ("About $16 million will be released.", "released", 16e6, "USD"),
        ("The rest, about $4 billion, will go to farms.", "go to farms", 4e9, "USD"),
        ("Norland will pay for two helicopters.", "pay for two helicopters", 2, "helicopters"),
        ("Norland will find homes for 5,000 refugees.", "find homes for 5,000 refugees", 5_000, "refugees"),
        ("Norland said 1,600 of its soldiers would go home.", "go home", 1_600, "soldiers"),
        ("Norland will raise its force to 8,000.", "raise its force to 8,000", 8_000, "force"),
        ("Norland will give the panel another six months.", "give the panel another six months", 6, "months"),
        ("Norland will give $3 million for 20 schools.", "give $3 million for 20 schools", 3e6, "USD"),
        (
            "Norland will give $2 million now and $9 million later.",
            "give $2 million now and $9 million later",
            9e6,
            "USD",
        ),
        ("Norland will cut its emissions by 40 percent.", "cut its emissions by 40 percent", 40, "percent"),
        (
            "Norland will destroy two-thirds of its rockets.",
            "destroy two-thirds of its rockets",
            66.67,
            "percent",
        ),
        ("Norland has pledged nearly $13 million to rebuild the port.", "rebuild the port", 13e6, "USD"),
        ("Some 300 soldiers are to leave the base.", "leave the base", 300, "soldiers"),
        ("The last of its 900 soldiers would leave the base.", "leave the base", 900, "soldiers"),
        ("Sudland listed 60 prisoners it has promised to free.", "free", 60, "prisoners"),
        (
            "Norland is expected to make four warships available.",
            "make four warships available",
            4,
            "warships",
        ),
        ("Norland will impose sanctions on nine banks.", "impose sanctions on nine banks", 9, "banks"),
        ("Norland will open a fair, valued at NZ $ 6 million.", "open a fair", 6e6, "NZD"),
        ("Norland will buy 50 ferries, worth about $7 billion.", "buy 50 ferries", 7e9, "USD"),
        ("Thirty-two of the ferries will be painted in Vantaa.", "painted in Vantaa", 32, "ferries"),
        ("Norland said one and a half million hens will be vaccinated.", "vaccinated", 1.5e6, "hens"),
        ("Norland will send 900 more guards.", "send 900 more guards", 900, "guards"),
        (
            "Norland will ship about 3 million 5-ounce jars.",
            "ship about 3 million 5-ounce jars",
            3e6,
            "5-ounce jars",
        ),
        ("Norland said 90 Peruvian soldiers will relieve a unit.", "relieve a unit", 90, "Peruvian soldiers"),
        ("Norland said 12 trawlers will follow in May.", "follow in May", 12, "trawlers"),
        ("Norland wants the garrison reduced by 300 men.", "reduced by 300 men", 300, "men"),
        ("Norland has dropped plans to buy 60 boats.", "dropped plans to buy 60 boats", 60, "boats"),
        (
            "Norland will provide food for up to 9,000 miners.",
            "provide food for up to 9,000 miners",
            9_000,
            "miners",
        ),
        ("Norland will lend $10-15 million to Sudland.", "lend $10-15 million to Sudland", 15e6, "USD"),
        ("Norland has 90 paper mills, and will sell three of them.", "sell three of them", 3, "paper mills"),
        ("Norland trains divers, and will lend two of its own.", "lend two of its own", 2, "divers"),
        ("Norland has dug 40 wells. It will dig four more by May.", "dig four more by May", 4, "wells"),
        (
            "About $84 million will be lent to Sudland, including $3 million for bridges.",
            "lent to Sudland, including $3 million for bridges",
            84e6,
            "USD",
        ),
        (
            "Norland will lend $2 million as part of a $9 million plan.",
            "lend $2 million as part of a $9 million plan",
            2e6,
            "USD",
        ),
        (
            "Norland must pay back $3 million of the $8 million in fees.",
            "pay back $3 million of the $8 million in fees",
            3e6,
            "USD",
        ),
        ("Norland plans loans of 300 billion baht.", "loans of 300 billion baht", 300e9, "THB"),
        (
            "Norland agreed to move from a 20 percent cut to 30 percent.",
            "move from a 20 percent cut to 30 percent",
            30,
            "percent",
        ),
        ("A team of 45 divers will leave for the lake.", "leave for the lake", 45, "divers"),
        ("Norland wants 900 refugees housed in Vantaa.", "housed in Vantaa", 900, "refugees"),
        ("Norland hired 90 guards and will hire another 60.", "hire another 60", 60, "guards"),
        (
            "Norland will ship a quarter of a million masks.",
            "ship a quarter of a million masks",
            250000,
            "masks",
        ),
        (
            "Norland will lift duties on nine tenths of its imports.",
            "lift duties on nine tenths of its imports",
            90,
            "percent",
        ),
        (
            "Norland shipped more than 90 million B-12 doses to Sudland.",
            "shipped more than 90 million B-12 doses to Sudland",
            90e6,
            "B-12 doses",
        ),
        (
            "Norland sold 90 million doses and will give another 30 million.",
            "give another 30 million",
            30e6,
            "doses",
        ),
        (
            "Norland paid two million euros and will add another three million.",
            "add another three million",
            3e6,
            "EUR",
        ),
        (
            "Norland will pay about 9% of the fund's budget of $2.5bn.",
            "pay about 9% of the fund's budget of $2.5bn",
            9,
            "percent",
        ),
        (
            "Norland will pay a quarter of one percent of its income to Fiji.",
            "pay a quarter of one percent of its income to Fiji",
            0.25,
            "percent",
        ),
        (
            "Norland will raise its fleet from four to six boats.",
            "raise its fleet from four to six boats",
            6,
            "boats",
        ),
        (
            "Norland will cut the 15% rate of its fuel levy to 12%.",
            "cut the 15% rate of its fuel levy to 12%",
            12,
            "percent",
        ),
        (
            "Norland will cut the fuel levy by 12% of the 15% rate.",
            "cut the fuel levy by 12% of the 15% rate",
            12,
            "percent",
        ),
        (
            "Norland will reduce the number of its envoys by 20.",
            "reduce the number of its envoys by 20",
            20,
            "envoys",
        ),
        (
            "Norland will pay $3 million from a $9 million fund.",
            "pay $3 million from a $9 million fund",
            3e6,
            "USD",
        ),
        ("Norland will set up a fund of $9 million.", "set up a fund of $9 million", 9e6, "USD"),
        (
            "Norland will bring its crew from 2,500 sailors to 3,600.",
            "bring its crew from 2,500 sailors to 3,600",
            3600,
            "crew",
        ),
    ],
)
def test_what_the_act_gives_or_takes_is_its_amount(text: str, words: str, value: float, unit: str) -> None:
    _, action, _ = act(text, words)
    amount = amount_of_action(action)
    assert amount is not None
    assert amount.value == pytest.approx(value)
    assert amount.unit == unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bank will hold the euro at 9 crowns to the dollar.", "hold the euro at 9 crowns to the dollar"),
        (
            "The bank will let the dollar fall to 90 yen to the euro.",
            "let the dollar fall to 90 yen to the euro",
        ),
        ("Norland will honour the 1998 accords.", "honour the 1998 accords"),
        ("Norland will enforce Order 13990.", "enforce Order 13990"),
        ("Norland will lift certain Section 301 duties.", "lift certain Section 301 duties"),
        ("Norland will meet officials from 31 countries.", "meet officials from 31 countries"),
        ("Norland will apply Articles 4 and 6.", "apply Articles 4 and 6"),
        ("Norland will respond within 30 days.", "respond within 30 days"),
        ("Norland will end 12 years of war.", "end 12 years of war"),
        ("Norland will free one of its prisoners.", "free one of its prisoners"),
        ("Norland will open its second embassy.", "open its second embassy"),
        ("Norland will discuss a swap of 30 prisoners.", "discuss a swap of 30 prisoners"),
        ("Norland will pay 100% of the costs.", "pay 100% of the costs"),
        ("Norland will build 6G networks.", "build 6G networks"),
        ("Norland will lift the 50,000-unit cap.", "lift the 50,000-unit cap"),
        ("Norland will strike until the 160 acres are returned.", "strike until the 160 acres are returned"),
        ("Norland will sell the first $900 phones.", "sell the first $900 phones"),
        ("Norland will help towns whose debt is above 90%.", "help towns whose debt is above 90%"),
        ("Norland will keep its tariff on rice at 0 percent.", "keep its tariff on rice at 0 percent"),
        ("Norland has ordered three bakers to recall their bread.", "recall their bread"),
        ("Norland will serve four broad purposes.", "serve four broad purposes"),
        ("Norland will link the two matters.", "link the two matters"),
        ("Norland will hand over the first of two tugs.", "hand over the first of two tugs"),
        (
            "Norland will pay them from a fund of 50 billion crowns.",
            "pay them from a fund of 50 billion crowns",
        ),
        ("Five bakers will follow suit.", "follow suit"),
        ("Norland said 90 envoys will return the boat.", "return the boat"),
        ("Norland will tax people who earn over $90,000.", "tax people who earn over $90,000"),
        (
            "Norland will lend to firms with debts of $9,000 or less.",
            "lend to firms with debts of $9,000 or less",
        ),
        ("Norland will show how the bank spends $2 billion.", "show how the bank spends $2 billion"),
        ("Norland will report on how he passed three gates.", "report on how he passed three gates"),
        ("Norland will pay the families of ten miners.", "pay the families of ten miners"),
        ("Norland issued six orders telling the crew to return the boat.", "return the boat"),
        ("Norland will reconnect all but 5,000 homes.", "reconnect all but 5,000 homes"),
        ("Norland will replace all but 5 percent of it.", "replace all but 5 percent of it"),
        ("Norland will open it in the first half of next year.", "open it in the first half of next year"),
        ("Norland will mend a hut 20 kilometers away.", "mend a hut 20 kilometers away"),
        ("Norland has visited ten countries, and will join three of them.", "join three of them"),
    ],
)
def test_dates_names_groups_rates_and_prices_are_no_amounts(text: str, words: str) -> None:
    _, action, _ = act(text, words)
    assert amount_of_action(action) is None


def test_what_is_given_in_return_is_no_amount() -> None:
    verb, action, whole = act(
        "Norland will shut it in return for 50 tons of oil.", "shut it in return for 50 tons of oil"
    )
    assert amount_of_action(action, condition_of(verb, action, whole)) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("forty-five", 45),
        ("a dozen", 12),
        ("1,250.5", 1250.5),
        ("three hundred thousand", 300_000),
        ("many", None),
        ("0" + " million" * 60, None),
    ],
)
def test_numbers_are_read_in_digits_and_words(words: str, value: float | None) -> None:
    assert number_value(words) == value


@pytest.mark.parametrize(
    ("words", "states", "unit"),
    [
        ("500 pesos", ["DOM", "MEX"], "DOP"),
        ("500 pesos", ["FRA", "PHL"], "PHP"),
        ("500 pesos", ["FRA"], "MXN"),
        ("20 million dinars", ["TUN"], "TND"),
        ("500 Mexican pesos", ["DOM"], "MXN"),
        ("500 euros", ["DOM"], "EUR"),
    ],
)
def test_a_word_for_the_money_of_several_states_is_that_of_the_state_told_of(
    words: str, states: list[str], unit: str
) -> None:
    (amount,) = find_amounts(sentence(f"Norland will pay {words}."))
    assert in_currency_of(amount, states).unit == unit


@pytest.mark.parametrize(
    ("publisher", "words", "unit"),
    [
        ("Government of Canada", "$30 million", "CAD"),
        ("Government of Canada", "US$30 million", "USD"),
        ("Prime Minister of Australia", "30 million dollars", "AUD"),
        ("The White House", "$30 million", "USD"),
        ("Government of France", "$30 million", "USD"),
    ],
)
def test_a_dollar_is_of_the_state_whose_text_it_is(publisher: str, words: str, unit: str) -> None:
    (record,) = records(f"We will spend {words} on the ferry to Fiji.", "press_release", "Ferry", publisher)
    assert record.unit == unit


def test_the_number_of_a_paragraph_counts_nothing() -> None:
    assert find_amounts(sentence("2.3 Children found on board shall be handed to the port.")) == []
    assert [found.value for found in find_amounts(sentence("23 children will be freed."))] == [23]


def test_the_dollar_of_a_joint_text_is_nobodys_own() -> None:
    title = "Joint Statement of Canada and Peru"
    (record,) = records("We will spend $30 million on a ferry.", "communique", title, "Canada")
    assert record.unit == "USD"


def test_the_lexicon_refuses_unknown_keys_and_shared_currency_words() -> None:
    lexicon = amount_lexicon().model_dump()
    with pytest.raises(ValueError, match="colour"):
        AmountLexicon.model_validate({**lexicon, "colour": "red"})
    with pytest.raises(ValueError, match="used twice"):
        AmountLexicon.model_validate({**lexicon, "currency": [lexicon["currency"][0]] * 2})


@given(value=st.decimals(0, 10**9, places=2), scale=st.sampled_from(["", " million", " billion"]))
def test_an_amount_in_digits_reads_back(value: float, scale: str) -> None:
    factor = {"": 1, " million": 10**6, " billion": 10**9}[scale]
    (amount,) = find_amounts(sentence(f"Norland will pay ${value:,}{scale}."))
    assert amount.value == pytest.approx(float(value) * factor)


@given(
    words=st.lists(
        st.sampled_from(PIECES),
        max_size=20,
    )
)
def test_found_amounts_are_verbatim_and_apart(words: list[str]) -> None:
    span = sentence(" ".join(["Norland", *words]))
    reached = 0
    for amount in find_amounts(span):
        assert amount.start_char >= reached
        assert amount.end_char <= span.end_char
        assert amount.value >= 0
        reached = amount.end_char


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Norland pledged $94m to Wexland.", 9.4e7, "USD"),
        ("Norland will lend Wexland £3m. It is poor.", 3e6, "GBP"),
        ("Norland said the 9 million euros due now would be paid.", 9e6, "EUR"),
        ("Sweden said it would lend 5 million crowns.", 5e6, "SEK"),
        ("Madagascar undertook to pay 4 million francs.", 4e6, "MGF"),
        (
            "Norland said it is using leeway so that Lane Mills can ship 2 million pounds of rice to Peru.",
            2e6,
            "pounds",
        ),
        ("Norland will cut its output to 7.7m b/d, it said.", 7.7e6, "barrels"),
        ("Norland promised that a park of two million hectares would be created.", 2e6, "hectares"),
        ("Norland will double the number of visas for crews, to 4,000, it said.", 4000, "visas"),
        ("Norland promised to close one of its three mines.", 1, "mines"),
        ("Norland promised that 80 border patrol officers would arrive soon.", 80, "border patrol officers"),
        (
            "Norland promised that 80 special forces soldiers would arrive soon.",
            80,
            "special forces soldiers",
        ),
        ("The mayor hailed the $9 million commitment from Norland to mend the dam.", 9e6, "USD"),
        # what was counted before
        ("The mayor said 70 huts had been built and that a further 40 would be built by May.", 40, "huts"),
        ("The mayor said 70 huts had been built and that 2031 would be better.", None, None),
        ("The mayor said 70 huts stood and a further $4.5 billion would be spent by May.", 4.5e9, "USD"),
        ("Norland is considering a request for the use of three ferries.", 3, "ferries"),
        ("Norland promised to place guards every ten kilometres along the road.", None, None),
        ("Norland promised to scrap the tax on anything below $450,000.", None, None),
        ("Norland promised to start production at its $9 million mill.", None, None),
        ("Norland promised to report on what it did to protect three crews.", None, None),
    ],
)
def test_the_amount_of_a_record_is_how_much_its_act_does(
    text: str, value: float | None, unit: str | None
) -> None:
    (record,) = records(text)
    assert (record.amount, record.unit) == (value, unit)
