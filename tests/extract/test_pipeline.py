"""The whole extractor: sentences in, records out."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract import extractor_version, pipeline
from flows.extract.parser import LONGEST_TEXT
from models import Document, Extraction, Quarantined, Record
from tests.extract.documents import analysis, document, extraction, extractor, records

Found = tuple[str, str, tuple[str, ...]]  # action, force, promisors


def core(found: Sequence[Record]) -> list[Record]:
    return [record for record in found if record.is_core]


def told(found: Sequence[Record]) -> list[Found]:
    return [(record.action, record.force, record.promisors) for record in found]


def the(found: Sequence[Record], words: str) -> Record:
    """The one record whose action begins with ``words``."""
    (record,) = [record for record in found if record.action.startswith(words)]
    return record


# ---------------------------------------------------------------- one verb, one record


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Canada will repair the road and train the guards, Prime Minister Justin Trudeau said.",
            [("repair the road", "pledge", ("Canada",)), ("train the guards", "pledge", ("Canada",))],
        ),
        (
            "Germany promised another 40 trucks to Peru and Chile.",
            [("another 40 trucks to Peru and Chile", "pledge", ("Germany",))],
        ),
        (
            "Japan promised to lend Peru $40 million, to send doctors and to rebuild the school.",
            [
                ("lend Peru $40 million", "pledge", ("Japan",)),
                ("send doctors", "pledge", ("Japan",)),
                ("rebuild the school", "pledge", ("Japan",)),
            ],
        ),
        (
            "Norway and Iceland will share the cost, and they will finish the road by 2030, officials said.",
            [
                ("share the cost", "pledge", ("Norway", "Iceland")),
                ("finish the road by 2030", "pledge", ("Norway", "Iceland")),
            ],
        ),
        (
            "Kenya and Chad also committed to lead and support efforts for safer ports.",
            [("lead and support efforts for safer ports", "pledge", ("Kenya", "Chad"))],
        ),
        (
            "Kenya has withdrawn an offer to host the fair.",
            [("host the fair", "refusal", ("Kenya",))],
        ),
        (
            "Kenya intends to send nurses and teachers to Haiti.",
            [("send nurses and teachers to Haiti", "plan", ("Kenya",))],
        ),
        (
            "Sweden promised that it would build the bridge.",
            [("build the bridge", "pledge", ("Sweden",))],
        ),
        (
            "Sweden will keep its promise to build two piers.",
            [
                ("keep its promise to build two piers", "plan", ("Sweden",)),
                ("build two piers", "pledge", ("Sweden",)),
            ],
        ),
        (
            "Sweden will continue its efforts to build two piers.",
            [("continue its efforts to build two piers", "plan", ("Sweden",))],
        ),
    ],
)
def test_every_act_is_one_record(text: str, expected: list[Found]) -> None:
    assert told(records(text)) == expected


@pytest.mark.parametrize(
    ("text", "words", "promisors"),
    [
        ("Denmark repeated its pledge to give Ukraine 19 jets.", "give Ukraine 19 jets", ("Denmark",)),
        (
            "The French government's commitment to rebuild the bridge was printed in the paper.",
            "rebuild the bridge",
            ("France",),
        ),
    ],
)
def test_a_nominal_promise_is_a_record_of_its_holder(
    text: str, words: str, promisors: tuple[str, ...]
) -> None:
    record = the(records(text), words)
    assert (record.force, record.promisors) == ("pledge", promisors)


@pytest.mark.parametrize(
    ("text", "words", "promisors"),
    [
        (
            "Tariffs on Mexican steel will be lifted by the United States in May, the trade ministry said.",
            "lifted",
            ("United States",),
        ),
        (
            "The ban will be lifted by the European Union, the commissioner said.",
            "lifted",
            ("European Union",),
        ),
        (
            "The hospital will be rebuilt by Japan, Prime Minister Fumio Kishida said.",
            "rebuilt",
            ("Japan",),
        ),
    ],
)
def test_a_passive_binds_its_agent(text: str, words: str, promisors: tuple[str, ...]) -> None:
    record = the(records(text), words)
    assert (record.promisors, record.is_core) == (promisors, True)


def test_a_bullet_without_a_subject_binds_whose_text_it_is() -> None:
    text = "What comes next\n- Build 40 bridges in rural counties by 2030.\n- Provide $60 million for walls."
    found = records(text, "fact_sheet", "Fact Sheet: Roads", "The White House")
    record = the(found, "Build 40 bridges")
    assert (record.promisors, record.speaker_type, record.is_core) == (("United States",), "document", True)
    assert the(found, "Provide $60 million").promisors == ("United States",)


def test_a_bullet_of_a_report_binds_nobody() -> None:
    assert records("What comes next\n- Build 40 bridges in rural counties by 2030.") == ()


# ---------------------------------------------------------------- treaties and joint texts


TREATY = (
    "Each Party undertakes to share the waters of the river.\n"
    "The Parties shall not build dams within 10 kilometres of the border.\n"
    "The Parties shall exchange data on the floods every year.\n"
    "The river rises in the hills."
)


def test_the_duties_of_a_treaty_are_obligations_of_its_parties() -> None:
    found = records(TREATY, "treaty", "Treaty on the River")
    assert [(record.action, record.force, record.polarity) for record in found] == [
        ("share the waters of the river", "obligation", "positive"),
        ("build dams within 10 kilometres of the border", "obligation", "negative"),
        ("exchange data on the floods every year", "obligation", "positive"),
    ]
    assert {record.speaker_type for record in found} == {"document"}
    assert found[1].promisors == found[2].promisors == ("Parties",)


JOINT = (
    "We, the leaders of Japan and India, met in Kyoto.\n"
    "We agreed to build a railway together.\n"
    "Both sides will exchange 200 students a year.\n"
    "The two leaders decided to meet again in 2024."
)


def test_a_joint_text_binds_all_whose_it_is() -> None:
    found = records(JOINT, "communique", "Joint Statement of Japan and India", "Japan")
    assert [(record.action, record.promisors) for record in found] == [
        ("build a railway together", ("Japan", "India")),
        ("exchange 200 students a year", ("Japan", "India")),
        ("meet again in 2024", ("Japan", "India")),
    ]
    assert found[0].force == "agreement"
    assert {(record.speaker, record.speaker_type) for record in found} == {(None, "document")}


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("text", "words", "promisors"),
    [
        (
            "Chinese President Hu Jintao arrived in Lima on Monday.\nMr. Hu pledged to lend Peru $2 billion.",
            "lend",
            ("Hu Jintao",),
        ),
        (
            "Angela Merkel met reporters in Berlin.\nMrs. Merkel promised to visit Tunisia in May.",
            "visit",
            ("Angela Merkel",),
        ),
        (
            "Chancellor Olaf Scholz spoke in Bonn.\nThe chancellor promised to build 400,000 homes a year.",
            "build",
            ("Olaf Scholz",),
        ),
        (
            "French President Emmanuel Macron met Brazilian President Luiz Inacio Lula da Silva.\n"
            "The two leaders agreed to open a joint school.",
            "open",
            ("Emmanuel Macron", "Luiz Inácio Lula da Silva"),
        ),
        (
            "Armenia and Azerbaijan met for a third time.\nBoth sides agreed to exchange prisoners.",
            "exchange",
            ("Armenia", "Azerbaijan"),
        ),
        (
            "NATO ministers met in Oslo.\nThe alliance will train 5,000 soldiers a year, officials said.",
            "train",
            ("NATO",),
        ),
        (
            "The African Union held a meeting.\nThe bloc agreed to send observers to Sudan.",
            "send",
            ("African Union",),
        ),
        ("Kyiv will close the port, its ministry said.", "close", ("Ukraine",)),
        ("Berlin agreed to pay 200 million euros to Poland.", "pay", ("Germany",)),
        ("The White House pledged $800 million for Ukraine.", "$800 million", ("United States",)),
        ("Downing Street announced that it will send a ship to the gulf.", "send", ("United Kingdom",)),
        ("Western allies promised to train Ukrainian pilots.", "train", ("Western allies",)),
        ("Volvo pledged to build a factory in Slovakia.", "build", ("Volvo",)),
        ("Rebels in the north vowed to free the prisoners.", "free", ("Rebels",)),
    ],
)
def test_promisors_have_canonical_names(text: str, words: str, promisors: tuple[str, ...]) -> None:
    assert the(core(records(text)), words).promisors == promisors


def test_we_in_a_quotation_is_the_speakers_side() -> None:
    found = records(
        "“We will never send soldiers,” Dutch Prime Minister Mark Rutte said. “We will pay for boats.”"
    )
    assert [(record.force, record.promisors) for record in found] == [
        ("refusal", ("Netherlands",)),
        ("pledge", ("Netherlands",)),
    ]
    assert {(record.speaker, record.speaker_type, record.direct) for record in found} == {
        ("Mark Rutte", "named", True)
    }


# ---------------------------------------------------------------- forces and polarity


@pytest.mark.parametrize(
    ("text", "words", "force", "polarity"),
    [
        ("Poland vowed on Monday to send Ukraine 60 tanks.", "send", "pledge", "positive"),
        ("Poland pledged not to close the border.", "close", "pledge", "negative"),
        ("Sweden and Finland agreed to patrol the gulf together.", "patrol", "agreement", "positive"),
        ("Egypt plans to open the crossing on Friday.", "open", "plan", "positive"),
        ("Spain is ready to take in 500 refugees.", "take", "offer", "positive"),
        ("Brazil refused to sell ammunition to Germany.", "sell", "refusal", "negative"),
        (
            "Australia will not send troops to the island, the prime minister said.",
            "send",
            "refusal",
            "negative",
        ),
        ("Iran threatened to close the strait if its ships are stopped.", "close", "threat", "positive"),
        (
            "North Korea warned it would strike the base if the drills go ahead.",
            "strike",
            "threat",
            "positive",
        ),
    ],
)
def test_a_record_has_the_force_of_its_words(text: str, words: str, force: str, polarity: str) -> None:
    record = the(records(text), words)
    assert (record.force, record.polarity) == (force, polarity)


@pytest.mark.parametrize(
    ("text", "words", "promisors", "askers"),
    [
        ("The union called on Kenya to raise wages.", "raise wages", ("Kenya",), ("union",)),
        ("Peru urged Egypt to free the editor.", "free the editor", ("Egypt",), ("Peru",)),
        (
            "Tunisia must release the men, the European Union said.",
            "release",
            ("Tunisia",),
            ("European Union",),
        ),
    ],
)
def test_a_demand_is_a_request_to_the_party_asked_and_no_commitment(
    text: str, words: str, promisors: tuple[str, ...], askers: tuple[str, ...]
) -> None:
    found = records(text)
    record = the(found, words)
    assert (record.force, record.promisors, record.requested_by) == ("request", promisors, askers)
    assert core(found) == []


def test_whoever_holds_a_speech_asks_in_it() -> None:
    text = "It is late. I urge the islanders to save water."
    record = the(records(text, "speech", "Remarks by President Biden", "The White House"), "save water")
    assert (record.force, record.requested_by) == ("request", ("Joe Biden",))


def test_who_wants_something_done_asks_for_it() -> None:
    record = the(records("Peru wants the grain shipped by Fiji to Lima."), "the grain")
    assert (record.force, record.promisors, record.requested_by) == ("request", ("Fiji",), ("Peru",))


def test_who_tells_of_being_asked_is_not_who_asks() -> None:
    (record,) = records("Skarn Rail, a carrier, said it had been ordered to close the line.")
    assert (record.force, record.promisors, record.requested_by) == ("request", ("Skarn Rail",), ())
    (record,) = records("Skarn Rail was ordered by Peru to close the line.")
    assert record.requested_by == ("Peru",)


def test_whoever_tells_something_asks_behind_it() -> None:
    told = "Norway's envoy said the safety of the crew must come first and asked Peru to avoid the port."
    record = records(told)[-1]
    assert (record.promisors, record.requested_by) == (("Peru",), ("Norway",))


@pytest.mark.parametrize(
    "text",
    [
        "Temperatures will rise in the spring.",
        "Economists expect prices to fall.",
        "Storms are likely to reach the coast by night.",
        "The talks will begin on Tuesday in Geneva.",
        "The exhibition opens on Friday.",
        "The match will be played at nine o'clock.",
        "Norway sent ten boats to Peru last year.",
        "Peru closed its embassy in March.",
        "The senator was elected in 1994.",
        "Three people died when the bridge fell.",
        "I believe that the bridge is beautiful, the mayor said.",
        "I am convinced that patience matters, the poet said.",
        "It would be wrong to forget the victims, the bishop said.",
        "Why did the king leave?",
        "Does Norway want the boats?",
        "What will the president do about the dam?",
        "Protesters demanded that the minister resign.",
        "Human rights groups urged Egypt to free the editor.",
        "Greece thanked Malta for the rescue.",
        "Norway has not promised to send boats.",
    ],
)
def test_forecasts_schedules_past_acts_opinions_questions_and_demands_are_no_commitments(text: str) -> None:
    assert core(records(text)) == []


# ---------------------------------------------------------------- what is done already


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has sent ten boats to Peru.", ["sent"]),
        ("Norway has released the pilots.", []),
        ("Norway vowed in May to release the pilots.\nNorway has released the pilots.", ["released"]),
        ("Peru urged Norway to release the pilots.\nNorway has released the pilots.", ["released"]),
        ("Peru vowed in May to build a dam.\nNorway has released the pilots.", []),
    ],
)
def test_a_past_act_is_a_fulfilment_where_it_gives_or_does_what_the_text_tells_of(
    text: str, expected: list[str]
) -> None:
    done = [record.action.split()[0] for record in records(text) if record.force == "fulfilment"]
    assert done == expected


# ---------------------------------------------------------------- who says it


@pytest.mark.parametrize(
    ("text", "speaker", "speaker_type"),
    [
        ("Romania will sell the reactor to Ukraine, two officials said.", "two officials", "anonymous"),
        ("Peru will sell the reactor to Ukraine, according to two officials.", "two officials", "anonymous"),
        ("The envoy said Emmanuel Macron told her that France would sell the reactor to Ukraine.",
         "Emmanuel Macron", "named"),
        ("Spain's prime minister, Pedro Sanchez, came.\nHe said Spain would sell the reactor to Ukraine.",
         "Pedro Sánchez", "named"),
    ],
)  # fmt: skip
def test_the_nearest_speaker_is_cited(text: str, speaker: str, speaker_type: str) -> None:
    record = the(records(text), "sell the reactor")
    assert (record.speaker, record.speaker_type, record.direct) == (speaker, speaker_type, False)


def test_he_added_is_who_spoke_before() -> None:
    text = (
        "Latvia will build a fence along the border, Prime Minister Krisjanis Karins said. "
        "Latvia will send nurses to Ukraine, he added."
    )
    assert {record.speaker for record in records(text)} == {"Krišjānis Kariņš"}
    assert len(records(text)) == 2


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = (
        "Foreign Minister Penny Wong of Australia spoke in Suva.\n"
        "“We will build a hospital in Fiji. We will staff it for ten years.\n"
        "“We will also repair the port,” Wong said."
    )
    found = records(text)
    assert [record.promisors for record in found] == [("Australia",)] * 3
    assert {(record.speaker, record.direct) for record in found} == {("Penny Wong", True)}


def test_a_quotation_without_a_closing_mark_is_still_direct() -> None:
    text = "“We will repair the port at Beira, said the Portuguese ambassador. He left at noon."
    record = the(records(text), "repair the port")
    assert (record.promisors, record.direct) == (("Portugal",), True)


BRIEFING = (
    "Q: Will you send aid?\n"
    "THE PRESIDENT: We will send food to Haiti next week.\n"
    "Q: And troops?\n"
    "THE PRESIDENT: We will not send troops."
)


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("“We will open the port,” Norway's premier said.", True),
        ("Norway promised “stern” steps against the smugglers of the northern coast.", False),
        ("Norway promised “new steps” against the smugglers of the northern coast.", False),
    ],
)
def test_an_action_is_direct_where_its_words_are_quoted_not_just_some_of_them(
    text: str, direct: bool
) -> None:
    assert [record.direct for record in core(records(text))] == [direct]


def test_turns_of_a_press_conference_are_said_by_who_answers() -> None:
    found = records(
        BRIEFING, "speech", "Press Conference by the President", "The White House", dt.date(2023, 3, 3)
    )
    answers = [the(found, "send food"), the(found, "send troops")]
    assert [(record.polarity, record.promisors, record.speaker) for record in answers] == [
        ("positive", ("United States",), "Joe Biden"),
        ("negative", ("United States",), "Joe Biden"),
    ]


# ---------------------------------------------------------------- what the sentence gives


def test_a_record_has_the_fields_that_its_sentence_gives() -> None:
    text = "Poland vowed on Monday to send Ukraine 60 tanks by Friday if the border reopens."
    record = the(records(text), "send Ukraine 60 tanks")
    assert (record.beneficiaries, record.category) == (("Ukraine",), "military")
    assert (record.amount, record.unit) == (60, "tanks")
    assert (record.due_text, record.due_end) == ("by Friday", dt.date(2023, 7, 14))
    assert record.condition == "if the border reopens"
    assert (record.certainty, record.requested_by) == ("certain", ())
    assert record.confidence > 0.5
    assert {cue.role for cue in record.cues} >= {
        "force",
        "promisor",
        "time",
        "amount",
        "condition",
        "category",
    }


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("The two-day conference opens on July 20.", dt.date(2023, 7, 20), dt.date(2023, 7, 21)),
        ("The conference is in an old mill.", None, None),
        ("The seminar opens on July 20.", None, None),
    ],
)
def test_an_event_dates_an_act_where_the_text_dates_the_event(
    told: str, first: dt.date | None, last: dt.date | None
) -> None:
    found = records(
        f"Estonia will give Moldova ten buses at the conference, its prime minister said.\n{told}"
    )
    record = the(found, "give Moldova")
    assert (record.due_text, record.due_start, record.due_end) == ("at the conference", first, last)


def test_what_dates_a_list_dates_its_items() -> None:
    text = (
        "By the end of 2030, the Government of Norway will:\n- build ten ferries for the islands\n"
        "- open a school in Oslo in 2027\nThe two sides agree to the following steps by March 3, 2026:\n"
        "Norway will (i) lift the duty on rice; and (ii) remove the ban on boats.\n"
        "Norway will mend the quay."
    )
    found = {record.action.split()[-1]: record.due_text for record in records(text, "press_release")}
    assert found == {
        "islands": "By the end of 2030",
        "2027": "in 2027",
        "2026": "by March 3, 2026",
        "rice": "by March 3, 2026",
        "boats": "by March 3, 2026",
        "quay": None,
    }


def test_cues_point_at_the_words_that_fired() -> None:
    text = "Poland vowed not to close the border, Donald Tusk said."
    (record,) = records(text)
    assert record.rule_id == "pledge.verb"
    words = {cue.rule_id: text[cue.start_char : cue.end_char] for cue in record.cues}
    assert (words["pledge.verb"], words["polarity.negation"]) == ("vowed", "not")


def test_mentions_name_the_entities_of_the_text() -> None:
    text = "Kyiv and the Dutch government will build a school."
    found = extraction(document(text))
    names = {entity.entity_id: entity.name for entity in found.entities}
    assert [(mention.text, names[mention.entity_id]) for mention in found.mentions] == [
        ("Kyiv", "Ukraine"),
        ("Dutch", "Netherlands"),
    ]


def test_a_heading_and_a_caption_are_told_apart() -> None:
    text = "Canada will repair the road, Justin Trudeau said."
    whole = document(text)
    caption = whole.model_copy(
        update={"blocks": tuple(block.model_copy(update={"kind": "caption"}) for block in whole.blocks)}
    )
    assert len(extraction(whole).records) == 1
    assert extraction(caption).records == ()
    assert extraction(caption).n_sentences == 0


# ---------------------------------------------------------------- evidence, ids, determinism


LIBRARY = [
    document(text, name=f"{number}.txt")
    for number, text in enumerate(
        [
            "Poland vowed on Monday to send Ukraine 60 tanks. It will train the crews, Donald Tusk said.",
            "“We will pay,” Dutch Prime Minister Mark Rutte said.\n“We will pay twice.”",
            "Armenia and Azerbaijan met.\nBoth sides agreed to exchange prisoners in May.",
            "The union called on Kenya to raise wages. Kenya refused to raise them.",
            "The river is long.",
            "Berlin agreed to pay 200 million euros to Poland, and Paris is ready to lend more.",
        ]
    )
]


def extracted(documents: list[Document]) -> dict[str, Extraction | Quarantined]:
    results = extractor().extract(documents)
    return {item.document_id: result for item, result in zip(documents, results, strict=True)}


@pytest.mark.parametrize("item", [*LIBRARY, document(TREATY, "treaty"), document(BRIEFING, "speech")])
def test_evidence_is_exact_and_ids_follow_from_it(item: Document) -> None:
    found = extraction(item)
    assert found.check_evidence(item.text) == []
    assert (found.document_id, found.extractor_version) == (item.document_id, extractor_version())
    for record in found.records:
        assert record.record_id == Record.make_id(
            item.document_id, record.start_char, record.end_char, record.force
        )
        assert all(0 <= cue.start_char < cue.end_char <= len(item.text) for cue in record.cues)
    assert len({record.record_id for record in found.records}) == len(found.records)


def test_documents_give_the_same_in_any_order_and_twice() -> None:
    first = extracted(LIBRARY)
    shuffled = random.Random(7).sample(LIBRARY, len(LIBRARY))
    assert extracted(shuffled) == first
    assert extracted(LIBRARY[::-1]) == first
    assert sum(len(found.records) for found in first.values() if isinstance(found, Extraction)) >= 6


@pytest.mark.parametrize(
    ("bound", "size"),
    [("BATCH_DOCUMENTS", 1), ("BATCH_DOCUMENTS", 2), ("BATCH_DOCUMENTS", 5), ("BATCH_CHARACTERS", 300)],
)
def test_documents_give_the_same_in_batches_of_any_size(
    bound: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = extracted(LIBRARY)
    monkeypatch.setattr(pipeline, bound, size)
    assert extracted(LIBRARY) == whole


def test_of_acts_that_begin_at_the_same_word_one_is_kept() -> None:
    (record,) = records(
        "Today, President Ada Berg declared that a grave disaster exists in the land of Utah and ordered"
        " Federal aid to supplement farm relief efforts in the towns hit by Storm Ada beginning on May 2,"
        " 2024."
    )
    assert record.action.startswith("Federal aid to supplement farm relief efforts")


def test_ids_are_the_same_on_every_machine() -> None:
    (record,) = records("Berlin agreed to pay 200 million euros to Poland.")
    assert (record.start_char, record.end_char) == (17, 48)
    assert record.document_id == "doc_3cfffffac216ce5b"
    assert record.record_id == "com_e9baaa79c9744d90"


def test_a_document_too_large_to_parse_is_set_aside_among_others() -> None:
    small = LIBRARY[2]
    large = document("a " * (LONGEST_TEXT // 2 + 1), name="large.txt")
    first, second, third = extractor().extract([small, large, LIBRARY[4]])
    assert isinstance(second, Quarantined)
    assert (second.reason, second.source_name) == ("too_large", "large.txt")
    assert isinstance(first, Extraction)
    assert isinstance(third, Extraction)


# ---------------------------------------------------------------- hostile input


HOSTILE = {
    "a sentence of 2,000 words": "Norway will send " + "boats and nets, tents or " * 400 + "rice to Peru.",
    "a deep chain of clauses": "He said that " * 300 + "Norway will pay.",
    "two thousand words without a verb": "boats " * 2000,
    "no verb": "Ten old boats, a net; the harbour of a town.",
    "all capitals": "NORWAY WILL SEND TEN BOATS TO PERU, THE ENVOY SAID. THE KING PROMISED TO PAY.",
    "a table": "State\tTanks\tJets\nNorway\t10\t4\nPeru\t7\t\n|---|---|\n| Chile | 3 |",
    "a list": "\n".join(f"- {number}." for number in range(200)),
    "German": "Deutschland wird der Ukraine im Mai zwanzig Panzer liefern, sagte die Ministerin.",
    "Chinese": "中国将向秘鲁提供二十亿美元贷款。",
    "Arabic": "ستقدم النرويج عشرة قوارب إلى بيرو.",
    "emoji": "🇳🇴 will send 🚢🚢🚢 to 🇵🇪 👍🏽, the envoy said 😀.",
    "only marks": "“”“” «» \"\"\" ''' ((( ))) … — – - .,;:!?",
    "zero width and combining": "No​r‍way wi\u0301ll pay\u0301\u0301\u0301 ﻿Peru.",
    "line breaks": "Norway\n\nwill\n\n\n\nsend\nboats\n",
    "carriage returns": "Norway will pay.\r\n\r\nPeru will pay.\r",
    "markup": "<p>Norway <b>will</b> pay.</p> {{x}} %s '; DROP TABLE commitments; --",
    "nothing but space": " \t \n  ",
    "one letter": "x",
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("genre", ["news", "treaty"])
def test_hostile_text_gives_exact_records_or_none(kind: str, genre: str) -> None:
    item = document(HOSTILE[kind], genre)  # type: ignore[arg-type]  # parametrize gives str
    found = extraction(item)
    assert found.check_evidence(item.text) == []
    assert all(record.promisors and all(record.promisors) for record in found.records)


NO_PROMISE = ["no verb", "two thousand words without a verb", "a table", "a list", "Chinese", "only marks"]


@pytest.mark.parametrize("kind", NO_PROMISE)
def test_text_without_a_promise_gives_no_record(kind: str) -> None:
    assert records(HOSTILE[kind]) == ()


WORDS = "Norway|We|will|pledged to|send|boats|said|he|not|if|by Friday|$5 million|both sides|and|'s"
MARKS = "“|”|\n|- |,|.|(|é|🚢|\u200b|中|Q: |THE PRESIDENT: "
PIECES = st.sampled_from(f"{WORDS}|{MARKS}".split("|"))
TEXT = st.one_of(st.text(min_size=1, max_size=80), st.lists(PIECES, min_size=1, max_size=25).map(" ".join))


@settings(max_examples=120, deadline=None)
@given(text=TEXT, genre=st.sampled_from(["news", "communique", "speech", "fact_sheet", "treaty", None]))
def test_no_text_makes_the_extractor_raise(text: str, genre: str | None) -> None:
    item = document(text, genre, "Joint Statement of Japan and India")  # type: ignore[arg-type]  # sampled_from gives str
    found = extraction(item)
    assert found.check_evidence(text) == []
    assert all(record.promisors and all(record.promisors) for record in found.records)


@pytest.mark.parametrize(
    "text",
    [
        "Fiji will repair the pier, said an official in Callao,",
        "Fiji will pay, said an envoy at the hall in Lima,",
    ],
)
def test_a_text_that_is_cut_off_behind_a_comma_is_read_to_its_end(text: str) -> None:
    assert told(records(text)), "no commitment"


@pytest.mark.parametrize("text", ["Norway will lend boats provided", "Norway will lend boats, providing"])
def test_a_text_may_stop_where_more_is_to_come(text: str) -> None:
    assert extraction(document(text)).check_evidence(text) == []


# ---------------------------------------------------------------- one sentence explained


def test_an_explanation_has_every_proposal_with_its_judgement() -> None:
    explained = extractor().explain("  Poland vowed to send\nUkraine 60 tanks. The children will grow. ")
    assert explained.text == "Poland vowed to send Ukraine 60 tanks. The children will grow."
    assert [record.action for record in explained.extraction.records] == ["send Ukraine 60 tanks"]
    judged = {proposal.candidate.act.text: judgement.kept for proposal, judgement in explained.judged}
    assert judged == {"send": True, "grow": False}


def test_an_empty_sentence_cannot_be_explained() -> None:
    with pytest.raises(ValueError, match="empty"):
        extractor().explain(" \n ")


def test_a_bullet_is_not_cut_behind_the_name_that_opens_it() -> None:
    companies = ("AIP Management", "NorthMark Strategies", "Saica Group", "Micron Technology")
    text = "\n".join(f"- {name} announced a new $500 million yard in Ohio." for name in companies)
    sentences = [item.span.text for item in analysis(text, "fact_sheet").sentences]
    assert sentences == text.split("\n")


@pytest.mark.parametrize("zone", ["eastern daylight time", "Pacific time", "EDT", "(ET)", "local time"])
def test_a_sentence_goes_on_between_an_hour_and_its_zone(zone: str) -> None:
    text = f"Peru and Fiji will open the port at 9:15 a.m. {zone} on May 4, 2024, and close it at noon."
    assert [item.span.text for item in analysis(text).sentences] == [text]


def test_an_hour_may_end_a_sentence() -> None:
    found = analysis("The ferries left the port at 5 a.m. The crews slept.")
    assert len(found.sentences) == 2


@pytest.mark.parametrize(
    "sentence",
    ["Peru and Fiji have signed deals with Turkey.", "Ten days after the flood, officials agreed to pay."],
)
def test_the_first_word_below_a_headline_is_no_headline(sentence: str) -> None:
    found = analysis(f"Talks Resume\n\n{sentence}", "news")
    assert [block_sentence.span.text for block_sentence in found.sentences] == ["Talks Resume", sentence]


def test_an_organ_that_asks_its_own_state_stands_in_its_own_words() -> None:
    (record,) = records("Norway's parliament has urged the government to sell the boats.")
    assert (record.promisors, record.requested_by) == (("Norway",), ("Norway's parliament",))
    (record,) = records("Norway's parliament has urged Peru to sell the boats.")
    assert (record.promisors, record.requested_by) == (("Peru",), ("Norway",))


def test_what_else_those_who_are_asked_will_face_is_a_threat_to_them() -> None:
    found = records("Peru told the shipping firms to cut their fares or face the loss of their permits.")
    asked, threat = the(found, "cut their fares"), the(found, "face the loss")
    assert (asked.force, asked.promisors) == ("request", ("shipping firms",))
    assert (threat.force, threat.promisors) == ("threat", ("Peru",))
    assert threat.beneficiaries == ("shipping firms",)
    found = records("Peru urged the firms to cut their fares or to sell the ships.")
    assert [record.force for record in found] == ["request", "request"]
    assert len(records("The junta was told to name a day or face penalties.")) == 1


def test_pilots_behind_by_act_in_a_passive() -> None:
    (record,) = records("The ships will be led through the ice by pilots.")
    assert record.promisors == ("pilots",)


def test_all_of_a_list_of_people_gain() -> None:
    (record,) = records("Norway will care for soldiers' families, caregivers, and survivors who lost a home.")
    assert record.beneficiaries[-2:] == ("caregivers", "survivors")


def test_a_presidents_briefing_may_call_what_is_its_own_the_treasury() -> None:
    text = (
        "Palace of the Republic, Tarn\n\nTHE PRESIDENT: Good morning. We will rebuild the piers. "
        "The treasury will lend the ports 9 million dollars on Friday."
    )
    title, publisher = "Press Briefing by President Ada Berg", "Office of the President of Kestria"
    found = records(f"{title}\n\n{text}", "speech", title, publisher)
    assert [record.promisors for record in found] == [("Kestria",), ("Kestria",)]
