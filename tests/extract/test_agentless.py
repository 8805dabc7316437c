"""Acts told without who acts: proposals in, with who is found for them elsewhere."""

from __future__ import annotations

import pytest

from tests.extract.test_proposals import Proposed, proposed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a promise told in a passive is that of who bound itself last
        (
            "Norway will mend the school. The bakers were promised new ovens.",
            ("new ovens", ("Norway",)),
        ),
        ("Norway will mend the school. Each cook has been offered a stove.", ("a stove", ("Norway",))),
        ("Norway will mend the school. A garden is planned for 2027.", ("A garden", ("Norway",))),
        (
            "Peru pledged tents. The stoves promised in May are late.",
            ("The stoves promised in May", ("Peru",)),
        ),
        # but of whoever "by" names, be it behind what is promised
        (
            "Norway will mend the school. The cooks have been promised a raise by Peru.",
            ("a raise by Peru", ("Peru",)),
        ),
        (
            "The cooks have been promised the use of a kitchen by Peru, an envoy said.",
            ("the use of a kitchen by Peru", ("Peru",)),
        ),
        # who only did something that is told aside comes behind who acts in the same sentence
        (
            "Norway has agreed to treat nine divers in a clinic paid for by Peru. They are to be flown in.",
            ("flown in", ("Norway",)),
        ),
        ("Norway has a clinic paid for by Peru. Nine divers are to be flown in.", ("flown in", ("Peru",))),
        # no ship that is towed did what was done before
        (
            "Norway will free the crews. The five ships will sail. The five ships will be towed to Lima.",
            ("towed to Lima", ("Norway",)),
        ),
        # people who can only ask their state for it don't carry out a measure
        (
            "Norway has banned old cars. Traders will march in Oslo. Cars at sea will be admitted.",
            ("admitted", ("Norway",)),
        ),
        (
            "Norway has banned old cars. Owners of boats will pay. Their boats will be towed away.",
            ("towed away", ("Norway",)),
        ),
        (
            "Norway has banned old cars. The harbour board will pay. Cars at sea will be admitted.",
            ("admitted", ("harbour board",)),
        ),
        # who tells of what had been promised did not promise it
        (
            "Norway promised nine boats. The bakers said that nine tents had been pledged in May.",
            ("nine tents", ("Norway",)),
        ),
        # of whom another says that they must act are those before the clause
        (
            "The mill is owned by Karhula Rail, which Peru says will close it.",
            ("close it", ("Karhula Rail",)),
        ),
        # soldiers are sent by whose they are
        (
            "Norway will mend the school. Forty Fijian peacekeepers will be deployed to the port.",
            ("deployed to the port", ("Fiji",)),
        ),
        # by what something is done is nobody's name
        ("Ada Berg said that ninety flats would be handed out by lot.", ("handed out by lot", ("Ada Berg",))),
        # a deal is signed by those whom its phrase names, else by who agreed before
        (
            "The truce between Fiji and Peru was signed in May.",
            ("The truce between Fiji and Peru", ("Fiji", "Peru")),
        ),
        (
            "Fiji and Peru agreed on a border. The accord was signed in Lima.",
            ("The accord", ("Fiji", "Peru")),
        ),
        # what somebody receives, others give: who bound itself last, or the parties of the deal
        (
            "Norway will close the harbor. Owners are to receive a new boat.",
            ("receive a new boat", ("Norway",)),
        ),
        (
            "Under an accord between Norway and Fiji, bakers are to receive new ovens.",
            ("receive new ovens", ("Norway", "Fiji")),
        ),
        (
            "Norway and Peru have ended a quarrel. Under the accord, Peru is to receive half of the catch.",
            ("receive half of the catch", ("Norway",)),
        ),
        (
            "Chad and Fiji signed an accord. Peru praised it. Under the accord, the pier will be rebuilt.",
            ("rebuilt", ("Chad", "Fiji")),
        ),
        (
            "Norway will mend the port. The pact was signed in May with Fiji.",
            ("The pact", ("Norway", "Fiji")),
        ),
        (
            "Fiji and Peru met in Lima. The swap was announced in a joint statement.",
            ("The swap", ("Fiji", "Peru")),
        ),
        # under an offer or plan who put it forward acts, and not who hears of it
        (
            "The bakers accepted an offer from Norway. Under the offer, two ovens will be built in May.",
            ("built in May", ("Norway",)),
        ),
        (
            "The bakers turned down the millers' offer. Under the offer, nine sacks would be sold.",
            ("sold", ("millers",)),
        ),
        (
            "Ada Berg unveiled a plan. The bakers mocked it. Under the plan, cooks would receive two cows.",
            ("receive two cows", ("Ada Berg",)),
        ),
        ("Under a scheme put forward by Peru, nine piers would be rebuilt.", ("rebuilt", ("Peru",))),
        # the state that acts in the clause before
        (
            "Norway has arrested ten sailors since May, and some of the cooks were promised jobs.",
            ("jobs", ("Norway",)),
        ),
        # an office that is cited, though no list knows who holds it
        (
            "The mayor of Lima said that 300 flats would be built. Those who wait would be given rent.",
            ("given rent", ("mayor of Lima",)),
        ),
        # a clause before who agreed on it, behind an idiom, or on which the day of saying it hangs
        (
            "The pier will be mended by June, Norway and Peru agreed.",
            ("The pier will be mended by June", ("Norway", "Peru")),
        ),
        (
            "Ada Berg gave her word that there would be arrests by the weekend.",
            ("be arrests by the weekend", ("Ada Berg",)),
        ),
        (
            "Ole Lund said that Ada Berg had given her word that the rest would follow in May.",
            ("the rest would follow in May", ("Ada Berg",)),
        ),
        (
            "Ada Berg told a rally in Lima the same evening that not one school would be closed.",
            ("closed", ("Ada Berg",)),
        ),
    ],
)
def test_who_acts_is_found_where_the_clause_names_nobody(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bakers were promised new ovens.", "new ovens"),  # nobody acted before
        # nobody promises to itself, and none is whoever tells of a promise to them
        ("Ada Berg said that her crew had been told that the pier would be mended.", "mended"),
        ("“They promised us that it would be open by May,” said Ada Berg.", "be open by May"),
        ("Ada Berg said she had been assured that the hall would be ready.", "be ready"),
        ("Ada Berg said she had been assured that the fishing village would be ready.", "be ready"),
        ("Ada Berg said that the same boats had been promised to her in May.", "the same boats"),
        ("The bakers were told by nobody that there would be no ferry.", "no ferry"),
        # nor is who only looks on
        ("The pier will be mended in May, a source said.", "mended in May"),
        ("Analysts said that the bank would be closed.", "closed"),
        ("Norway will mend the school. Norway was promised new ovens.", "new ovens"),
        ("Norway will mend the school. Norway is to receive new ovens.", "receive new ovens"),
        # those who are only described may be anybody
        ("The cooks will march. The bakers were promised new ovens.", "new ovens"),
        # who does something binds itself to nothing
        ("Norway is mending a pier. The bakers were promised new ovens.", "new ovens"),
        # who gets what is promised is no act, nor is an event that is scheduled
        ("Norway will mend the school. The bakers were promised new ovens.", "The bakers"),
        ("Norway will mend the school. A vote is planned for 2027.", "A vote"),
        # one party alone signs no deal
        ("Norway will mend the school. The accord was signed in Lima.", "The accord"),
        # who is told of beside what others promised did not promise it
        ("Norway will leave the club over the stoves promised in May.", "the stoves promised in May"),
        # a verb that the parse takes for a participle has its own act
        (
            "Norway will wait. The crew, who had a map, offered to sail.",
            "The crew, who had a map, offered to sail",
        ),
        (
            "Norway will wait. The crew, who had no map, promised on that day to sail.",
            "The crew, who had no map, promised on that day to sail",
        ),
    ],
)
def test_nobody_acts_who_receives_or_is_only_told_of(text: str, words: str) -> None:
    assert words not in [action for action, _ in proposed(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "each" and "both" are the last of whom several were told
        (
            "Norway and Peru signed a pact. It provides that each may use the other's ports.",
            ("use the other's ports", ("Norway", "Peru")),
        ),
        (
            "Two rival unions have agreed that votes will be counted, and that both will accept the result.",
            ("accept the result", ("Two rival unions",)),
        ),
        # "he" is whose office was filled, "she" whoever "she" was before
        (
            "The house must elect a president in May, and he shall ask the largest party to form a cabinet.",
            ("ask the largest party to form a cabinet", ("president",)),
        ),
        (
            "The mayor told us to wait. The shop will open, she promised. Members left. She offered to help.",
            ("help", ("mayor",)),
        ),
    ],
)
def test_pronouns_stand_for_who_was_told_of(text: str, expected: Proposed) -> None:
    assert expected in proposed(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway will send ferries. Each can take 60 trucks.", "take 60 trucks"),  # the ferries can
        ("The house must wait, and he shall ask the largest party.", "ask the largest party"),
        ("The cheese will be eaten when Norway and Peru agree.", "The cheese will be eaten"),
    ],
)
def test_pronouns_and_clauses_are_not_of_whoever_is_near(text: str, words: str) -> None:
    assert words not in [action for action, _ in proposed(text)]


def test_nobody_frees_their_own_captives() -> None:
    text = "The Taliban will open the pier. Ten Taliban prisoners are to be freed."
    assert ("freed", ("Taliban",)) not in proposed(text)
    assert ("freed", ("Taliban",)) in proposed(text.replace("Taliban prisoners", "bakers"))
