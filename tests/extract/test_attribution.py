"""Attribution: who is cited for a clause, and the turns of a transcript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.attribution import Attribution
from flows.extract.components.attribution_lexicon import AttributionLexicon, saying_verbs
from flows.extract.components.turns import Turn, find_turns
from flows.extract.lexicon import load_lexicon
from tests.extract.documents import analysis, records, token_at


def attributed(text: str, words: str) -> Attribution:
    """Who says the last of ``words``, where they stand last."""
    found = analysis(text)
    return found.attributor.of(token_at(found, words))


@pytest.mark.parametrize(
    ("text", "speaker", "rule_id"),
    [
        ("Norland will pay, the envoy said.", "envoy", "say.plain"),
        ("The envoy said Norland will pay.", "envoy", "say.plain"),
        ("The envoy told reporters that Norland will pay.", "envoy", "say.plain"),
        ("“Norland will pay,” the envoy said.", "envoy", "say.plain"),
        ("“Norland will pay,” said the envoy.", "envoy", "say.plain"),
        ("The envoy insisted that Norland will pay.", "envoy", "say.claim"),
        ("The envoy announced that Norland will pay.", "envoy", "say.commit"),
        ("The envoy believes that Norland will pay.", "envoy", "say.think"),
        ("According to the envoy, Norland will pay.", "envoy", "say.according"),
        ("Norland will pay, according to the envoy.", "envoy", "say.according"),
        ("The guard said that the envoy told him Norland will pay.", "envoy", "say.plain"),
        ("The envoy made it plain that Norland will pay.", "envoy", "say.showing"),
        ("The envoy made clear Norland would pay.", "envoy", "say.showing"),
        ("The accord declared that Norland will pay.", "accord", "say.commit"),
        (
            "The envoy had told the mayors privately, three guests said, that Norland would pay.",
            "envoy",
            "say.plain",
        ),
        ("The envoy highlighted how Norland will pay.", "envoy", "say.highlight"),
        ("The paper quoted an envoy as saying Norland will pay.", "envoy", "say.plain"),
        ("The envoy answered that Norland will pay.", "envoy", "say.plain"),
        ("The envoy informed the mayors that Norland will pay.", "envoy", "say.plain"),
        ("The envoy gave an assurance that his clerks would pay.", "envoy", "say.wording"),
        (
            "The envoy said the number of ships admitted each year was low, and that his office would pay.",
            "envoy",
            "say.plain",
        ),
        ("A number of mills said they would pay.", "number", "say.plain"),
        ("Miners held farther south said they would pay.", "Miners", "say.plain"),
        ("A panel of nine is, the envoy said, to pay.", "envoy", "say.plain"),
        ("The port is to open soon, the envoy said, and whoever is late would pay.", "envoy", "say.plain"),
        ("Norland will free the crew, its envoy announced, but will pay.", "envoy", "say.commit"),
        ("The ministry is looking into it, an envoy said, and will pay.", "envoy", "say.plain"),
        ("The envoy said the guard had promised to pay.", "envoy", "say.plain"),
        ("The guard has promised to pay, the envoy said.", "envoy", "say.plain"),
        ("What the guard would never pay, the envoy said, was a fee.", "envoy", "say.plain"),
        (
            "The ferry would sail in June, the envoy told a crowd, and late guests would pay.",
            "envoy",
            "say.plain",
        ),
        ("As it is, the envoy has said, the ship will sail and the guard will pay.", "envoy", "say.plain"),
        ("“If it rains”, said their cook, Ada Berg, “we will pay.”", "cook", "say.plain"),
        ("The envoy said the guard would not go on, and that Norland would pay.", "envoy", "say.plain"),
        ("The envoy gave notice that the guard would pay.", "envoy", "say.wording"),
        ("The envoy said Norland hopes to pay.", "envoy", "say.plain"),
        ("The envoy said the king believes that Norland will pay.", "king", "say.think"),
        ("The envoy said the ship was late, but it would not pay.", "envoy", "say.plain"),
        ("The envoy said the ship was late but that Norland is willing to pay.", "envoy", "say.plain"),
        ("Norland is prepared to pay, the envoy said, though it is poor.", "envoy", "say.plain"),
        ("Otherwise, the envoy said, tolls would rise and miners would pay.", "envoy", "say.plain"),
        ("Guards were searching the pier, the envoy added, and would pay.", "envoy", "say.plain"),
        ("We will pay, the envoy said; the others have left for the coast.", "envoy", "say.plain"),
        (
            "As long as he was in office, the envoy told a panel in Bern, no miner would pay.",
            "envoy",
            "say.plain",
        ),
        ("As the envoy said on Monday, Norland will pay.", "envoy", "say.plain"),
        ("Norland expects miners to pay, the envoy told the crew.", "envoy", "say.plain"),
        ("The envoy set out terms: Norland will pay.", "envoy", "say.leading"),
        ("The envoy made clear that it was late: Norland will pay.", "envoy", "say.showing"),
        ("The envoy says it is late, and miners have threatened to pay.", "miners", "say.commit"),
        ("The envoy said the mill was sold. Its miners would pay.", "envoy", "say.plain"),
        ("“Our aides and I will pay,” asserted King Bo Lindqvist.", "Lindqvist", "say.claim"),
        ("The envoy said the league was worried and would pay.", "envoy", "say.plain"),
        ("The plan to pay stays on the table, the envoy added.", "envoy", "say.plain"),
        ("Norland has lent boats and, according to the envoy, may pay.", "envoy", "say.according"),
        ("Norland, an envoy there said, is ready to pay.", "envoy", "say.plain"),
        (
            "Norland means to wait, port sources said on Monday, but might pay if it rains.",
            "sources",
            "say.plain",
        ),
        ("Norland has no wish to sue its pilots, an envoy said, or to pay.", "envoy", "say.plain"),
        (
            "The envoy stated for the record that no bell will ring and that Norland will pay.",
            "envoy",
            "say.plain",
        ),
        ("The envoy has let Norland know that he will not pay.", "envoy", "say.think"),
        ("Envoys were briefing that Norland would pay.", "Envoys", "say.plain"),
        ("The ministry's position is that nobody will pay.", "ministry", "say.stance"),
        ("An aide of a mill owners' union said miners would pay.", "aide", "say.plain"),
    ],
)
def test_the_nearest_who_says_it_is_cited(text: str, speaker: str, rule_id: str) -> None:
    found = attributed(text, "pay")
    assert found.speaker is not None
    assert (found.speaker.text, found.rule_id, found.label) == (speaker, rule_id, None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” the envoy said. “We will pay.”", "envoy"),
        ("“It is late. We will pay. Wait and see,” the envoy said.", "envoy"),
        ("The envoy spoke for an hour, and the king replied.\n“We will pay.”", "king"),
        ("“It is late, and we will pay.\n“We will pay twice,” the envoy said.", "envoy"),
        ("The envoy said: “It is late. We will pay.”", "envoy"),
        ("The king slept.\nEnvoy Bo Lindqvist: “It is late. We will pay.”", "Lindqvist"),
        ('"It is late," the envoy said. "The fair opens, and we will pay."\nThe king says no.', "envoy"),
        ("The envoy said in Sankt Olav: “It is late. We will pay.”", "envoy"),
        ("“No boats without a deal,” an envoy said. “We will pay.”", "envoy"),
        ("“A crane, a quay, that's all,” said pilot Nora Lind. “We will pay.”", "Lind"),
        ("The king said no. An envoy was more careful: “They are late. We will pay.”", "envoy"),
        ("Mr Vangsvik touted his plan for Ulvik: “It is late. We will pay.”", "Vangsvik"),
        ("The envoy gave his word twice:\n- May 4: “We will wait.”\n- June 5: “We will pay.”", "envoy"),
    ],
)
def test_a_quotation_is_cited_from_the_verb_of_saying_beside_it(text: str, speaker: str) -> None:
    found = attributed(text, "pay")
    assert found.speaker is not None
    assert found.speaker.text == speaker
    assert found.quotation is not None


@pytest.mark.parametrize(
    "text",
    [
        "Norland will pay.",
        "The envoy slept. Norland will pay.",
        "The envoy sailed home after Norland began to pay.",
        "Norland will pay after the envoy has said grace.",
        "The ministry is looking into it, an envoy said, and Norland will pay.",
        "The envoy made bread that Norland will pay.",
        "“The ship is late,” the envoy said, but Norland would pay.",
        "The envoy says the mill is sold. Its miners would pay.",
        "The envoy said the mill was sold.\nIts miners would pay.",
        "The envoy said the mill was sold. Its miners would, if asked, pay.",
        "Norland will, according to the law, pay.",
        "Seats will go to the guilds according to strength, and Norland will pay.",
        "Envoys expressed regret at the decision by Norland to pay.",
        "Norland will pay; the envoy has answered.",
        "Norland will pay and, according to the envoy, may lend boats.",
        "Norland will pay; according to the envoy, it has the money.",
        "Norland was told by radio to pay.",
        "The flood emergency declared in May will pay until August.",
        "The ship's position is that of a hulk which nobody will pay.",
    ],
)
def test_nobody_is_cited_for_what_the_text_itself_tells(text: str) -> None:
    found = attributed(text, "pay")
    assert (found.speaker, found.label, found.rule_id) == (None, None, "say.nobody")


def test_whoever_is_let_go_says_nothing() -> None:
    assert attributed("Norland wants Sudland to let sailors go home.", "let").speaker is None


def test_words_are_direct_only_inside_the_marks() -> None:
    text = "The envoy said Norland “will pay” for what it bought."
    assert attributed(text, "pay").quotation is not None
    assert attributed(text, "bought").quotation is None


TRANSCRIPT = "Q: Will you pay?\nTHE PRESIDENT: We will pay.\nAnd we will wait.\nMS. LINDQVIST: No."


def lines_of(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def test_a_turn_runs_to_the_next_label() -> None:
    turns = find_turns(TRANSCRIPT, lines_of(TRANSCRIPT))
    assert [(turn.label, TRANSCRIPT[turn.start_char : turn.end_char].strip()) for turn in turns] == [
        ("Q", "Q: Will you pay?"),
        ("THE PRESIDENT", "THE PRESIDENT: We will pay.\nAnd we will wait."),
        ("MS. LINDQVIST", "MS. LINDQVIST: No."),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("FACT SHEET: Roads\nNorland will pay.", []),
        ("Norland: The envoy came.\nSudland: The king left.", []),
        ("QUESTION: Why?\nSECRETARY LINDQVIST: Because.", ["Q", "SECRETARY LINDQVIST"]),
        ("MAYOR ÅSE BRÅTEN: Why?\nMAYOR ZOË NUÑO: Why not?", ["MAYOR ÅSE BRÅTEN", "MAYOR ZOË NUÑO"]),
        ("Q Why?\nA: Why not?", ["Q", "A"]),
        ("A: A crate of lamps.\nA: A crate of nails.", []),
        ("Q: Why?\nA crew sails.", []),
        ("", []),
        ("OPENING UP HARBOUR TRADE: Today ships sail.\nRELIEF FOR FARMERS: Fees fall.", []),
    ],
)
def test_only_labels_in_capitals_and_more_than_one_make_a_transcript(text: str, labels: list[str]) -> None:
    assert [turn.label for turn in find_turns(text, lines_of(text))] == labels


def test_a_turn_without_a_verb_of_saying_is_said_by_its_label() -> None:
    found = attributed(TRANSCRIPT, "wait")
    assert (found.label, found.rule_id, found.speaker) == ("THE PRESIDENT", "say.turn", None)


def test_who_is_cited_inside_a_turn_comes_before_its_label() -> None:
    found = attributed("Q: And then?\nTHE PRESIDENT: Thank you. The envoy said that Norland will pay.", "pay")
    assert found.speaker is not None
    assert found.speaker.text == "envoy"


@given(st.text(alphabet="Q: ANB.\nx(", max_size=60))
def test_turns_are_in_order_and_in_range(text: str) -> None:
    turns: list[Turn] = find_turns(text, lines_of(text))
    assert len(turns) != 1
    reached = 0
    for turn in turns:
        assert reached <= turn.start_char < turn.end_char <= len(text)
        reached = turn.end_char


def test_the_lexicon_refuses_unknown_keys_and_says_each_verb_once() -> None:
    lexicon = load_lexicon("attribution", AttributionLexicon)
    lemmas = [lemma for rule in lexicon.verb for lemma in rule.lemmas]
    assert sorted(lemmas) == sorted(saying_verbs())
    with pytest.raises(ValueError, match="colour"):
        AttributionLexicon.model_validate({**lexicon.model_dump(), "colour": []})


def test_neither_things_nor_what_pleases_say_anything() -> None:
    assert (
        attributed("The envoy gave an assurance that pleased the crew, who will pay.", "pay").speaker is None
    )
    assert (
        attributed("On the danger of continuing the talks: “This goes on. They will pay.”", "pay").speaker
        is None
    )


@pytest.mark.parametrize("share", ["less than a third", "more than half", "fewer than ten"])
def test_who_says_how_little_was_kept_is_cited_for_it(share: str) -> None:
    (record,) = records(f"Ana Sol said {share} of the tents promised by Peru had been sent.")
    assert (record.promisors, record.speaker) == (("Peru",), "Ana Sol")
