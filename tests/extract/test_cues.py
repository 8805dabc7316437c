"""Cues: every rule proposes the act that its words bind somebody to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_rules import CueLexicon
from flows.extract.components.cues import find_candidates
from flows.extract.lexicon import load_lexicon
from tests.extract.parsing import sentence

LEXICON = load_lexicon("cues", CueLexicon)
RULE_IDS = {
    rule.id
    for rules in (
        LEXICON.verb,
        LEXICON.adjective,
        LEXICON.noun,
        LEXICON.modal,
        LEXICON.request,
        LEXICON.fulfilment,
        LEXICON.predicate,
        (LEXICON.plain.performative, LEXICON.plain.term, LEXICON.plain.progressive),
    )
    for rule in rules
}
RULE_IDS |= {LEXICON.plain.scheduled.id, LEXICON.plain.headline.id, LEXICON.plain.added.id}
NO_VERB_FORM = {"plan.due"}  # "due" is an adjective to the tagger, for which plan.set stands

# Sentence, the rule, the act's head, its force.
CASES = [
    ("The crews are getting ready to strike.", "plan.get_ready", "strike", "plan"),
    ("Norland pledged to send ten boats.", "pledge.verb", "send", "pledge"),
    ("Norland promised that it would send ten boats.", "pledge.verb", "send", "pledge"),
    ("A hospital was promised to the islanders.", "pledge.verb", "hospital", "pledge"),
    ("Norland committed to a ceasefire.", "pledge.commit", "ceasefire", "pledge"),
    ("Norland is committed to rebuilding the bridge.", "pledge.commit", "rebuilding", "pledge"),
    ("Norway assured Chad of ferries.", "pledge.assure", "ferries", "pledge"),
    ("Norland dedicated four ships to the search.", "pledge.dedicate", "ships", "pledge"),
    ("Norland set aside four ships for the search.", "pledge.dedicate", "ships", "pledge"),
    ("Norland assured Sudland that it would repay the loan.", "pledge.assure", "repay", "pledge"),
    ("Norland has put up $3 million for the pier.", "pledge.put_up", "million", "pledge"),
    ("Norland chipped in $3 million for the pier.", "pledge.chip_in", "million", "pledge"),
    ("Three guilds confirmed a march on Friday.", "pledge.announce", "march", "pledge"),
    ("The bakers filed notice of a strike.", "pledge.announce", "strike", "pledge"),
    ("Norland's king gave his word on the toll.", "pledge.verb", "toll", "pledge"),
    ("Norland placed an order for ten boats.", "agreement.sign", "boats", "agreement"),
    ("“I can promise that nobody will pay,” the king said.", "pledge.verb", "pay", "pledge"),
    ("The bakers contracted to buy the mill.", "agreement.contract", "buy", "agreement"),
    ("The bakers pitched in with $2,000.", "pledge.chip_in", "2,000", "pledge"),
    ("The king proclaimed an amnesty for deserters.", "pledge.decree", "amnesty", "pledge"),
    ("Norland called the smiths to a vigil.", "request.summon", "vigil", "request"),
    ("Norland received ten boats from Norway.", "fulfilment.receive", "received", "fulfilment"),
    ("Norland is preparing a complaint to the league.", "plan.prepare", "complaint", "plan"),
    ("It is a collaboration between two ports to train divers.", "plan.joint", "train", "plan"),
    ("The king decreed that the gates stay shut.", "pledge.decree", "stay", "pledge"),
    ("Norland is good for $3 million.", "pledge.good_for", "million", "pledge"),
    ("The sailors have the king's word that nobody will be flogged.", "pledge.word", "flogged", "pledge"),
    ("The king gave his word that no toll would be raised.", "pledge.verb", "raised", "pledge"),
    ("Norland's gift of ten boats is at sea.", "pledge.gift", "gift", "pledge"),
    ("Norland called a truce for the harvest.", "pledge.announce", "truce", "pledge"),
    ("The tenant owes a fine of $300.", "obligation.owe", "fine", "obligation"),
    ("The firm has until May 5 to find a buyer.", "obligation.time_to_act", "find", "obligation"),
    ("Norland has three months to shut the mine.", "obligation.time_to_act", "shut", "obligation"),
    ("The council is now under instruction to publish it.", "obligation.bound", "publish", "obligation"),
    ("The king has consented to reopen the pier.", "agreement.consent", "reopen", "agreement"),
    ("The firm gave in to the ban.", "agreement.consent", "ban", "agreement"),
    ("Two nations settled for a catch of 300 tons.", "agreement.settle_for", "catch", "agreement"),
    ("The firms came to terms on the price of water.", "agreement.come_to_terms", "price", "agreement"),
    ("Norland has signed up to the fund.", "agreement.sign_up", "fund", "agreement"),
    ("The council waved the loan through.", "agreement.wave_through", "loan", "agreement"),
    ("The council waved through a loan.", "agreement.wave_through", "loan", "agreement"),
    ("The council gave the go-ahead for two dams.", "agreement.approve", "dams", "agreement"),
    ("Norland and Peru renewed a cease-fire.", "agreement.renew", "cease-fire", "agreement"),
    ("Norland reserves the right to bring back the toll.", "plan.hope", "bring", "plan"),
    ("Two clubs are minded to stay away.", "plan.minded", "stay", "plan"),
    ("The brewery is in talks to buy two mills.", "plan.in_talks", "buy", "plan"),
    ("The miners have put on the table a return to work.", "offer.put_on_table", "return", "offer"),
    ("Three airlines came forward with free seats.", "offer.come_forward", "seats", "offer"),
    ("The king stopped short of naming a date.", "refusal.stop", "naming", "refusal"),
    ("The owners are holding out against a merger.", "refusal.hold_out", "merger", "refusal"),
    ("Norland took a merger off the table.", "refusal.take_off", "merger", "refusal"),
    ("There was no question of draining the lake.", "refusal.no_question", "draining", "refusal"),
    ("There is no question of Peru draining the lake.", "refusal.no_question", "draining", "refusal"),
    ("The king drew the line at a merger.", "refusal.verb", "merger", "refusal"),
    ("A merger is still out of the question.", "refusal.predicate", "merger", "refusal"),
    ("Fiji has turned to Norway for a loan.", "request.turn", "loan", "request"),
    ("Fiji has written to Norway for seed.", "request.turn", "seed", "request"),
    ("The fishermen pressed for larger quotas.", "request.call", "quotas", "request"),
    ("The club asked for its players to be spared.", "request.verb", "spared", "request"),
    ("The refugees were told to be gone by Monday.", "request.verb", "gone", "request"),
    ("Norland announced a grant for farmers.", "pledge.announce", "grant", "pledge"),
    ("Norland reaffirmed its support for the islands.", "pledge.reaffirm", "support", "pledge"),
    ("Norland doubled its pledge to the fund.", "pledge.reaffirm", "pledge", "pledge"),
    ("Norland resolved to finish the tunnel.", "pledge.resolve", "finish", "pledge"),
    ("Norland decided to close the mine.", "pledge.decide", "close", "pledge"),
    ("Norland decided against a tax on salt.", "refusal.decide_against", "tax", "refusal"),
    ("The king ordered the withdrawal of the garrison.", "pledge.decide_passive", "withdrawal", "pledge"),
    ("Norland launched a school in the valley.", "pledge.invest", "launched", "pledge"),
    ("We support the reform of the bank.", "pledge.support", "support", "pledge"),
    ("The parties undertake to share the water.", "obligation.undertake", "share", "obligation"),
    ("Sudland is obliged to repay the loan.", "obligation.oblige", "repay", "obligation"),
    ("The treaty provides for an exchange of prisoners.", "obligation.text", "exchange", "obligation"),
    ("The accord lifts all fees on tuna.", "obligation.terms", "lifts", "obligation"),
    ("The accord bans the sale of ivory.", "obligation.terms", "bans", "obligation"),
    ("The resolution imposes a toll on tuna.", "obligation.terms", "imposes", "obligation"),
    ("The accord calls for a joint patrol.", "obligation.text", "patrol", "obligation"),
    ("A court has barred Norland from selling the pier.", "obligation.bar", "selling", "obligation"),
    ("The charter forbids selling the forest.", "obligation.forbid", "selling", "obligation"),
    ("The Budget includes $5 million for ferries.", "plan.budget_item", "million", "plan"),
    ("The Budget raises taxes on yachts.", "plan.budget", "raises", "plan"),
    ("Norland keeps 200 soldiers on the island until May.", "plan.scheduled", "keeps", "plan"),
    ("Norland closes two piers in the coming weeks.", "plan.scheduled", "closes", "plan"),
    ("Tolls stay low, with the state to pay the rest.", "plan.added", "pay", "plan"),
    ("Norland and Peru resumed a swap arrangement.", "agreement.renew", "arrangement", "agreement"),
    ("Norland has settled a dispute with Peru over tuna.", "agreement.settle", "settled", "agreement"),
    ("Norland and Peru signed papers for a joint brewery.", "agreement.papers", "papers", "agreement"),
    ("Norland and Peru shook hands on a price.", "agreement.sign", "price", "agreement"),
    ("Norland agreed to two more days of talks.", "agreement.agree", "days", "agreement"),
    ("Under the truce, Norland hands back two islands.", "agreement.term", "hands", "agreement"),
    ("They signed a pact under which Peru opens its port.", "agreement.term", "opens", "agreement"),
    ("The treaty ensures that Sudland pays half.", "obligation.text", "pays", "obligation"),
    ("The rules mandate inspection of all ships.", "obligation.mandate", "inspection", "obligation"),
    ("Norland agreed to open its port.", "agreement.agree", "open", "agreement"),
    ("The bank is prepared to wait six months.", "offer.ready", "wait", "offer"),
    ("The bank was ready, its owner said, to wait six months.", "offer.ready", "wait", "offer"),
    ("The bank would be happy to wait six months.", "offer.ready", "wait", "offer"),
    ("The bank has prepared to leave the valley.", "plan.verb", "leave", "plan"),
    ("Norland signed a treaty with Sudland.", "agreement.sign", "treaty", "agreement"),
    (
        "Bakers have signed four memorandums of understanding with mills to buy flour.",
        "agreement.sign",
        "buy",
        "agreement",
    ),
    ("Norland and Sudland settled on a treaty.", "agreement.sign", "treaty", "agreement"),
    ("Norland approved the export of grain.", "agreement.approve", "export", "agreement"),
    ("Norland plans to buy six jets.", "plan.verb", "buy", "plan"),
    ("Norland has planned a series of concerts.", "plan.object", "series", "plan"),
    ("Norland is trying to free the pilots.", "plan.seek", "free", "plan"),
    ("The premier is scheduled to visit Sudland.", "plan.expect", "visit", "plan"),
    ("They hope to visit Sudland.", "plan.hope", "visit", "plan"),
    ("They hoped soon to visit Sudland.", "plan.hope", "visit", "plan"),
    ("The pact is scheduled to be signed in May.", "plan.expect", "signed", "plan"),
    ("The council voted to close the mine.", "pledge.decide", "close", "pledge"),
    ("Norland has asked to see the ledgers.", "request.leave", "see", "request"),
    ("The mayor ordered that the school be closed.", "request.order", "closed", "request"),
    ("Norland was approached about a loan.", "request.approach", "loan", "request"),
    ("The miners asked to be released.", "request.leave", "released", "request"),
    ("The party wants two posts from the mayor.", "request.want", "posts", "request"),
    ("The miners are holding out for a road.", "request.call", "road", "request"),
    ("The mayor stressed the need for Norland to pay.", "request.need", "pay", "request"),
    ("The mayor held out the prospect of a loan.", "offer.verb", "loan", "offer"),
    ("The bakers see no reason to close.", "refusal.verb", "close", "refusal"),
    ("Norland is considering a ban on whaling.", "plan.consider", "ban", "plan"),
    ("Norland has talked of leaving the league.", "plan.talk_of", "leaving", "plan"),
    ("The mayor is thinking about selling the bridge.", "plan.talk_of", "selling", "plan"),
    ("The ministers are to meet in May.", "plan.be_to", "meet", "plan"),
    ("Norland offered to host the talks.", "offer.verb", "host", "offer"),
    ("The premier floated a toll on barges.", "offer.verb", "toll", "offer"),
    ("Norland put forward a toll on barges.", "offer.verb", "toll", "offer"),
    ("We invite the islanders to a feast.", "offer.invite", "invite", "offer"),
    ("Norland refused to sell its gold.", "refusal.verb", "sell", "refusal"),
    ("Norland gave its word to sell its gold.", "pledge.verb", "sell", "pledge"),
    ("Norland gave the green light to the sale of its gold.", "agreement.approve", "sale", "agreement"),
    ("Norland put its name to the treaty.", "agreement.sign", "treaty", "agreement"),
    ("Norland set its sights on selling its gold.", "plan.verb", "selling", "plan"),
    ("Norland closed the door on a sale of its gold.", "refusal.verb", "sale", "refusal"),
    ("Norland and Sudland agreed a truce.", "agreement.agree", "truce", "agreement"),
    ("The treaty obliges Fiji until May to sell its gold.", "obligation.oblige", "sell", "obligation"),
    ("Norland swore off whaling.", "refusal.verb", "whaling", "refusal"),
    ("Norland balked at selling its gold.", "refusal.stop", "selling", "refusal"),
    ("Norland has called an early election.", "pledge.announce", "election", "pledge"),
    ("Norland is committed to further easing the rules.", "pledge.commit", "easing", "pledge"),
    ("Norland is about to sell its gold.", "plan.set", "sell", "plan"),
    ("Norland is on the verge of quickly selling its gold.", "plan.set", "selling", "plan"),
    ("Norland is in the process of selling its gold.", "plan.set", "selling", "plan"),
    ("Norland is to send a tug, a step that frees its ferries.", "plan.be_to", "send", "plan"),
    ("The mayors discussed how Norland will pay the miners.", "modal.will", "pay", "pledge"),
    ("Norland will have no choice but to sell its gold.", "modal.will", "sell", "pledge"),
    ("The mayor said Norland has to pay the miners.", "modal.must", "pay", "request"),
    ("The mayor said Norland ought to pay the miners.", "modal.must", "pay", "request"),
    ("“We’re going to drain the marsh,” she said.", "progressive", "going", "plan"),
    ("The law requires Norland to drain the marsh.", "obligation.oblige", "drain", "obligation"),
    ("They recalled the pledge made in Sudport to drain the marsh.", "pledge.noun", "drain", "pledge"),
    ("They noted the pledge given by Norland that its crews will go.", "pledge.noun", "go", "pledge"),
    ("Norland has applied for a loan of 45 million euros from Fiji.", "request.call", "loan", "request"),
    ("Norland faced calls from miners to drain the marsh.", "request.noun", "drain", "request"),
    ("Envoys persuaded Norland to drain the marsh.", "agreement.consent", "drain", "agreement"),
    ("Norland is likely to announce a loan.", "plan.set", "announce", "plan"),
    ("Norland ruled out a ceasefire.", "refusal.verb", "ceasefire", "refusal"),
    ("Norland rejected Sudland's plan to dam the river.", "refusal.verb", "plan", "refusal"),
    ("Norland rejected Sudland's plan to dam the river.", "plan.noun", "dam", "plan"),
    ("Norland refrained from attacking the convoy.", "refusal.stop", "attacking", "refusal"),
    ("Norland cancelled a planned visit to Sudland.", "refusal.call_off", "cancelled", "refusal"),
    ("The islanders boycotted the summit.", "refusal.stay_away", "boycotted", "refusal"),
    ("Norland called off the talks.", "refusal.call_off", "called", "refusal"),
    ("Norland threatened to close the strait.", "threat.verb", "close", "threat"),
    ("Norland warned that it would sink the ferry.", "threat.warn", "sink", "threat"),
    ("Norland is ready to talk.", "offer.ready", "talk", "offer"),
    ("Norland is determined to finish the tunnel.", "pledge.committed", "finish", "pledge"),
    ("The premier is due to visit Sudland.", "plan.set", "visit", "plan"),
    ("Norland is responsible for guarding the border.", "obligation.bound", "guarding", "obligation"),
    ("Norland is unwilling to share the cost.", "refusal.unwilling", "share", "refusal"),
    ("Norland's promise of ten boats was kept.", "pledge.noun", "promise", "pledge"),
    ("A package to rebuild the port was printed.", "pledge.support_noun", "rebuild", "pledge"),
    ("The deal to free the pilots was printed.", "agreement.noun", "free", "agreement"),
    ("Norland has a plan to buy six jets.", "plan.noun", "buy", "plan"),
    ("Norland, in talks to buy six jets, sold ten.", "plan.talks", "buy", "plan"),
    ("Talks on the pier are to begin in May.", "plan.be_to", "begin", "plan"),  # the talks plan nothing
    ("Norland's offer of ten boats was printed.", "offer.noun", "offer", "offer"),
    ("Norland's refusal to pay was printed.", "refusal.noun", "pay", "refusal"),
    ("Norland's threat to close the strait was printed.", "threat.noun", "close", "threat"),
    ("Norland gave the guards a warning that it would sink the ferry.", "threat.noun", "sink", "threat"),
    ("Norland has a duty to protect the islanders.", "obligation.noun", "protect", "obligation"),
    ("Norland will send ten boats.", "modal.will", "send", "pledge"),
    ("Norland won’t send ten boats.", "modal.will", "send", "pledge"),
    ("The parties shall share the water.", "modal.shall", "share", "obligation"),
    ("Norland would send ten boats.", "modal.would", "send", "pledge"),
    ("Norland may send ten boats.", "modal.may", "send", "plan"),
    ("Norland must send ten boats.", "modal.must", "send", "request"),
    ("We must—and we will—send ten boats.", "modal.will", "send", "pledge"),
    ("Norland can and will send ten boats.", "modal.will", "send", "pledge"),
    ("Norland ought to send ten boats.", "modal.must", "send", "request"),
    ("Norland warned the bakers not to leave.", "request.verb", "leave", "request"),
    ("Norland warned Sudland against closing the port.", "request.warn_against", "closing", "request"),
    ("Norland urged Sudland to free the pilots.", "request.verb", "free", "request"),
    ("Norland called on Sudland to free the pilots.", "request.call", "free", "request"),
    ("Norland demanded that Sudland free the pilots.", "request.demand", "free", "request"),
    ("The premier repeated his call on Sudland to free the pilots.", "request.noun", "free", "request"),
    ("The mayor gave Canada a deadline to remove the nets.", "request.deadline", "remove", "request"),
    ("The court set a deadline for the ministry to reply.", "request.deadline", "reply", "request"),
    ("The envoy gives Sudland a noon deadline.", "request.deadline", "deadline", "request"),
    ("Norland sent the rebels an ultimatum to leave.", "request.deadline", "leave", "request"),
    ("Norland gave the rebels 48 hours to leave the town.", "request.time_to_act", "leave", "request"),
    ("The mayor gave the miners until Friday to leave.", "request.time_to_act", "leave", "request"),
    ("The junta was given a week to free the judges.", "request.time_to_act", "free", "request"),
    ("The dancer asked Norway for asylum.", "request.ask_for", "asylum", "request"),
    ("Norway pressed Chad for an answer.", "request.ask_for", "answer", "request"),
    ("Norway pushed Chad to open the camps.", "request.verb", "open", "request"),
    ("The widow pleaded with the king to spare her son.", "request.call", "spare", "request"),
    ("Two dancers sought asylum in Norway.", "request.refuge", "asylum", "request"),
    ("A truce is out of the question, the premier said.", "refusal.predicate", "truce", "refusal"),
    ("The premier said that ending the curfew is off the table.", "refusal.predicate", "ending", "refusal"),
    ("Norland said no to a pipeline.", "refusal.say_no", "pipeline", "refusal"),
    ("Norland pulled out of the fishing accord.", "refusal.back_out", "pulled", "refusal"),
    ("Norland withdrew from the joint drill.", "refusal.back_out", "withdrew", "refusal"),
    ("Norland turned down a request to free four pilots.", "refusal.verb", "free", "refusal"),
    ("Norland rejected demands that it stop the tests.", "refusal.verb", "stop", "refusal"),
    ("Norland warned Sudland in a note that it would close the port.", "threat.warn", "close", "threat"),
    (
        "It came after weeks of threats by the mayor that she would close the port.",
        "threat.noun",
        "close",
        "threat",
    ),
    ("Norland has delivered ten boats.", "fulfilment.give", "delivered", "fulfilment"),
    ("Norland spent $9 million on feeding the islanders.", "fulfilment.give", "spent", "fulfilment"),
    ("Norland announced that it had delivered ten boats.", "fulfilment.give", "delivered", "fulfilment"),
    ("Norway sends two ferries to Fiji.", "fulfilment.give", "sends", "fulfilment"),
    ("Japan is the largest donor, giving $3 million a year.", "fulfilment.give", "giving", "fulfilment"),
    ("Norland has lifted the blockade.", "fulfilment.do", "lifted", "fulfilment"),
    ("Norland pledged this week to open the port.", "pledge.verb", "open", "pledge"),
    ("The port that Norland pledged in May to dredge is shut.", "pledge.verb", "dredge", "pledge"),
    ("Norland refused again on Sunday to open the port.", "refusal.verb", "open", "refusal"),
    ("Norland is going to rent barges and sell coal.", "progressive", "sell", "plan"),
    ("Norland will have to rent barges and sell coal.", "modal.will", "sell", "pledge"),
    ("Norland ought to rent barges and sell coal.", "modal.must", "sell", "request"),
    ("Norland has to rent barges and sell coal.", "modal.must", "sell", "request"),
    ("We hereby renounce the treaty.", "performative.hereby", "renounce", "pledge"),
    ("Norway to send ten boats", "plan.headline", "send", "plan"),
    ("Norland accepted an invitation to visit Peru.", "pledge.accepted", "visit", "pledge"),
    ("Norland accepted the envoy's proposal to close the port.", "agreement.accepted", "close", "agreement"),
    ("The use of dynamite is prohibited.", "obligation.prohibited", "use", "obligation"),
    ("The Parties waive all fees.", "obligation.cede", "waive", "obligation"),
    ("Norland is building a dam.", "progressive", "building", "plan"),
]


def candidates(text: str) -> list[Candidate]:
    return find_candidates(sentence(text))


def acts(text: str) -> list[str]:
    return [candidate.act.text for candidate in candidates(text)]


@pytest.mark.parametrize(("text", "rule_id", "head", "force"), CASES)
def test_a_rule_proposes_the_act_that_its_words_bind_to(
    text: str, rule_id: str, head: str, force: str
) -> None:
    assert (rule_id, head, force) in [
        (found.rule_id, found.act.text, found.force) for found in candidates(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norland had six years to build the pier.",  # and did not
        "The king's words to the crew were kind.",
        "A word to the crew that nobody will be flogged is missing.",
        "The salve is good for the skin.",
        "Norland chipped in a song.",
        "The widow owes her fame to a song.",
        "Norland turned to the port.",
        "The king proclaimed his love.",
        "The firm bowed to pressure.",
        "Norland called the smiths to order.",
        "Norland has prepared a report on nets.",
        "The two kings discussed their cooperation to feed the poor.",
        "Norland received ten boats from the yard.",
        "The smiths moved in to clear the road.",
        "The smiths look back to learn from it.",
        "Norland's council votes on the budget on Friday.",
        "The two smiths shook hands on the steps of the mill.",
    ],
)
def test_words_that_bind_beside_others_alone_propose_nothing_without_them(text: str) -> None:
    bound = {"pledge.word", "pledge.good_for", "pledge.chip_in", "pledge.decree", "obligation.owe"}
    bound |= {"obligation.time_to_act", "request.turn", "agreement.consent", "request.summon"}
    bound |= {
        "plan.joint",
        "plan.prepare",
        "fulfilment.receive",
        "plan.verb",
        "pledge.decide",
        "agreement.sign",
    }
    assert bound.isdisjoint(found.rule_id for found in candidates(text))


def test_every_rule_has_a_sentence_here() -> None:
    assert RULE_IDS - {rule_id for _, rule_id, _, _ in CASES} <= NO_VERB_FORM


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "Norland vowed to fund the schools, build the roads and train the nurses.",
            ["fund", "build", "train"],
        ),
        ("Norland agreed to reopen the port and to free the pilots.", ["reopen", "free"]),
        ("Norland agreed to re-open the port.", ["re-open"]),
        # what a past relative clause tells takes no bare verb beside it
        (
            "Norland is to close two mills that were damaged by floods and move the presses to Lima.",
            ["close", "move"],
        ),
        ("Norland agreed to a truce and to an inquiry.", ["truce", "inquiry"]),
        # also behind what is inserted, and of another party behind the same word
        (
            'He said it would fight it "to the end" and, if that was what it took, move the mill.',
            ["fight", "move"],
        ),
        (
            "If the thaw goes on, Norland is to open it altogether and the Faroe Islands to drop tolls.",
            ["open", "drop"],
        ),
        ("Norland will co-host the games.", ["co-host"]),
        (
            "We will continue to fund schools, hold smugglers to account, and give the guard boats.",
            ["continue", "hold", "give"],
        ),
        ("We will continue working to find the sailors and end the trade in ivory.", ["continue", "end"]),
        ("We will continue to work to protect the river.", ["continue"]),
        (
            "I call on the guild to ban nets, require safe boats, pass a sea law, and end the fees.",
            ["ban", "require", "pass", "end"],
        ),
        (
            "I continue to call on Peru to ban nets, require safe boats, pass a sea law, and end the fees.",
            ["ban", "require", "pass", "end"],
        ),
        ("Norland promised that it would send ten boats.", ["send"]),
        ("Norland said that it will send ten boats.", ["send"]),
        ("Norland sang a song about ten boats.", []),
        ("Ten old boats in the harbour of a small town.", []),
    ],
)
def test_each_act_is_proposed_once(text: str, heads: list[str]) -> None:
    assert acts(text) == heads


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norland urged Sudland to free the pilots.", "Sudland"),
        ("Norland called on Sudland to free the pilots.", "Sudland"),
        # where the parse hangs the act on who is asked, or on what is told of them
        ("Norland called on the opposition to free the pilots.", "opposition"),
        ("Norland urged the opposition to free the pilots.", "opposition"),
        ("Norland asked villagers who own a boat to free the pilots.", "villagers"),
        ("Norland demanded that Sudland free the pilots.", "Sudland"),
        ("It is time for Sudland to free the pilots.", "Sudland"),
        ("The premier repeated his call for Sudland to free the pilots.", "Sudland"),
        ("Norland reminded Sudland to free the pilots.", "Sudland"),
    ],
)
def test_a_request_names_who_is_asked(text: str, asked: str) -> None:
    found = next(candidate for candidate in candidates(text) if candidate.act.text == "free")
    assert found.asked is not None
    assert found.asked.text == asked


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Norland's promise of ten boats was kept.", "Norland"),
        ("A promise by Norland of ten boats was kept.", "Norland"),
        ("Bakers hailed the solemn G-8 promise to cut debts.", "G-8"),
        ("Norland has a plan to buy six jets.", "Norland"),
    ],
)
def test_a_nominal_promise_belongs_to_its_holder(text: str, holder: str) -> None:
    (found,) = candidates(text)
    assert found.holder is not None
    assert found.holder.text == holder


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Parliament rejected a proposal to raise taxes.", ["refusal.verb"]),
        ("The premier rejected a bid by the mayor to reopen the port.", ["refusal.verb", "plan.noun"]),
    ],
)
def test_who_rejects_a_plan_does_not_have_it(text: str, rules: list[str]) -> None:
    assert [found.rule_id for found in candidates(text)] == rules


def test_what_a_party_goes_back_on_is_no_act_beside_the_refusal() -> None:
    assert acts("Norland backed out of a deal to buy wheat.") == ["backed"]
    assert acts("Norland reneged on its promise to pay the miners.") == ["reneged"]


def test_only_what_somebody_had_joined_is_backed_out_of() -> None:
    assert "refusal.back_out" not in {
        found.rule_id for found in candidates("The army pulled out of the valley.")
    }


def test_a_promise_beside_a_plan_is_no_part_of_the_plan() -> None:
    text = "We welcome the plan to build an observatory and commit to working with the islanders."
    found = {candidate.act.text: candidate.rule_id for candidate in find_candidates(sentence(text))}
    assert found["working"] == "pledge.commit"
    assert "commit" not in found


@pytest.mark.parametrize("feeling", ["pleased", "proud"])
def test_what_somebody_is_pleased_to_announce_is_the_act(feeling: str) -> None:
    text = f"We are {feeling} to announce that the port authority will provide ten ferries."
    found = {candidate.act.text: candidate.rule_id for candidate in find_candidates(sentence(text))}
    assert found == {"provide": "pledge.announce"}


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The ministry wishes to announce that the pier will reopen.", ["reopen"]),
        ("We would like to announce a grant of $5 million.", ["grant"]),
        ("The ministry wishes to inform sailors that the pier will reopen.", ["reopen"]),
        ("The ministry is pleased to inform sailors that the pier will reopen.", ["reopen"]),
        ("The ministry wishes to reopen the pier.", ["reopen"]),
    ],
)
def test_what_somebody_politely_says_is_the_act_and_not_the_saying(text: str, heads: list[str]) -> None:
    assert acts(text) == heads


def test_the_offering_is_no_act_beside_what_is_offered() -> None:
    assert acts("Norland is offering to host the fair.") == ["host"]
    assert acts("The Norland government proposes to pay the nurses.") == ["pay"]


def test_a_condition_without_if_is_no_act() -> None:
    text = "Norland warned that it would leave should the firm be sold."
    assert acts(text) == ["leave"]
    assert "be" not in acts("Norland will leave were the firm to be sold.")
    assert acts("Should the talks fail, Norland will leave.") == ["leave"]
    assert acts("Were the firm to be sold, Norland would leave.") == ["leave"]


def test_an_exception_is_no_act_beside_what_it_is_from() -> None:
    assert acts("No boat shall leave the harbour at night, save in a storm.") == ["leave"]
    assert acts("Norland will close the pier, save the reef.") == ["close", "save"]


@pytest.mark.parametrize(
    "text",
    [
        "It is wrong to close the port.",
        "There is no way to close the port.",
        "The mayor is keen.",
        "Norland is a hard place to leave.",
    ],
)
def test_a_copula_with_words_between_announces_no_act(text: str) -> None:
    assert "plan.be_to" not in {found.rule_id for found in candidates(text)}


def test_a_copula_announces_whose_policy_it_is() -> None:
    (found,) = candidates("It is the policy of Norland to protect its reefs.")
    assert (found.rule_id, found.act.text) == ("plan.be_to", "protect")


def test_only_what_was_planned_is_called_off() -> None:
    found = candidates("Norland cancelled the debts of Sudland.")
    assert [candidate.rule_id for candidate in found] == ["fulfilment.do"]


@pytest.mark.parametrize(
    "text", ["Norland set aside its plans for a new port.", "Norland backed away from a plan to sell."]
)
def test_what_is_set_aside_or_backed_away_from_will_not_be_done(text: str) -> None:
    assert {candidate.force for candidate in candidates(text)} == {"refusal"}


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The flights resume on Friday, the envoy said.", ["resume"]),
        ("The army says it moves when it gets a road.", ["moves"]),
        ("Norland, which sent a ship, takes it home on Friday.", ["sent", "takes"]),
        # what is so every week, stands so, or tells of a thing that nobody speaks of
        ("The envoy says the bus stops on Fridays.", []),
        ("The envoy says the town rises if it rains.", []),
        ("The market opens on Friday.", []),
        ("Norland sells boats.", []),
        ("The envoy said it rained when it left.", []),
    ],
)
def test_the_present_tells_of_an_act_to_come_beside_a_time_or_condition(text: str, heads: list[str]) -> None:
    assert acts(text) == heads


def test_who_no_longer_does_something_refuses_where_they_say_so() -> None:
    found = candidates("Norland says it no longer buys oil.")
    assert [(each.rule_id, each.act.text) for each in found] == [("refusal.stance", "buys")]
    assert acts("Sailors say the oil no longer burns.") == []


def test_what_is_refused_is_the_act_and_not_the_refusing() -> None:
    assert acts("The bakers are refusing to sell bread.") == ["sell"]


def test_an_act_that_stands_for_the_one_before_is_none_of_its_own() -> None:
    assert acts("The court told Norland to pay the crew, and to do so by May.") == ["pay"]


def test_what_somebody_would_like_more_than_another_thing_is_no_act() -> None:
    assert acts("The mayor would sooner go to jail than pay.") == []


def test_who_is_told_or_bound_is_no_act() -> None:
    assert acts("Norland promised the sailors that not a single boat would be sold.") == ["sold"]
    assert acts("The pact commits the harbour ministry to build two piers.") == ["build"]


def test_what_is_called_off_is_not_called_for() -> None:
    found = candidates("He then called off a strike, “for the good of the town.”")
    assert {candidate.rule_id for candidate in found} == {"refusal.call_off"}


def test_a_request_that_was_not_rejected_asks_nobody_to_reject() -> None:
    text = "The mill was promised aid, a request the minister did not reject."
    assert "request.noun" not in {candidate.rule_id for candidate in candidates(text)}


def test_a_warning_of_what_others_or_nature_will_do_is_no_threat() -> None:
    found = candidates("The agency issued a warning that storms will hit the coast.")
    assert "threat.noun" not in {candidate.rule_id for candidate in found}


def test_a_verb_with_a_particle_counts_only_with_it() -> None:
    assert acts("Norland ruled the islands for a century.") == []
    assert acts("Norland called the islanders.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor insists she is paying the fines.",
        "The mayor insists that the fines were paid.",
        "The mayor insists she will pay the fines.",
    ],
)
def test_who_insists_on_what_is_so_asks_for_nothing(text: str) -> None:
    assert "request.demand" not in {candidate.rule_id for candidate in candidates(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor offered harsh criticism of the toll.",
        "Norway offered its condolences to Fiji.",
        "The police announced the arrest of nine sailors.",
        "The mayor declared the results of the vote.",
        "Norway reached out to other ports and the bank.",
    ],
)
def test_what_is_done_with_the_words_or_before_them_is_no_act_to_come(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norland has talked of peace.",
        "The envoy asked not to be named.",
        "The mayor needs two posts.",
        "Norland holds the prospect of riches.",
        "There is no need for Norland to pay.",
        "Norland does not negotiate with pirates.",
        "The door was painted.",
        "The bishop called on Mr. Lund to congratulate him.",
        "The bishop called on the mayor to pay his respects.",
        "Norland called the vote a sham.",
        "Norland is close to Sudland.",
        "There was time for Sudland to rest.",
        "Norland had to close the mine.",
        "Norland has yet to close the mine.",
        "The members have still to give the envoy a mandate.",
        "We have to laugh.",
        "Norland lost its name to the town.",
        "Norland closes two piers every Friday.",
        "Norland closes two piers during the year.",
        "The smiths said they'd had no rest.",
        "We would've kept the boats.",
        "We might as well burn the boats.",
        "Tonight, may we keep the boats.",
        "And may we recommit to keeping the boats.",
        "The premier signed an order to keep the boats.",
        "Norland promised no such thing.",
        "Norland confirmed the news.",
        "Norland was given no deadline to pay.",
    ],
)
def test_words_that_only_look_like_a_cue_propose_nothing(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "rule_id"),
    [
        ("The mayor expects a profit from the sale.", "request.want"),
        ("The mayor thinks they are winning.", "plan.talk_of"),
    ],
)
def test_what_is_thought_or_expected_of_things_is_neither_asked_nor_weighed(text: str, rule_id: str) -> None:
    assert rule_id not in {found.rule_id for found in candidates(text)}


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("The bishop called on the mayor on Monday to discuss the bells.", False),
        ("The bishop called on the mayor to discuss the bells with him.", True),
        ("The bishop called on the bakers on Monday to close.", True),
    ],
)
def test_who_visits_somebody_asks_for_nothing(text: str, asks: bool) -> None:
    assert ("request.call" in {found.rule_id for found in candidates(text)}) is asks


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("The bank must be ready to lend.", ("modal.must", "lend", "request")),
        ("Norland has to be prepared to wait.", ("modal.must", "wait", "request")),
        ("Norland should be willing to share its maps.", ("modal.must", "share", "request")),
        ("Norland is willing to share its maps.", ("offer.ready", "share", "offer")),
        ("Norland may be willing to share its maps.", ("offer.ready", "share", "offer")),
    ],
)
def test_who_has_to_be_ready_to_act_is_asked_to(text: str, proposed: tuple[str, str, str]) -> None:
    assert [(found.rule_id, found.act.text, found.force) for found in candidates(text)] == [proposed]


@pytest.mark.parametrize(
    ("text", "rule_id", "head", "holder"),
    [
        ("Norland says it does not negotiate with pirates.", "refusal.stance", "negotiate", None),
        (
            "Norland's policy is that it does not bargain with pirates.",
            "refusal.stance",
            "bargain",
            "Norland",
        ),
        ("The mayor says the door is open to the bakers.", "offer.standing", "is", None),
        ("The mayor said his invitation still stands.", "offer.standing", "stands", "his"),
        ("Norland's offer remains on the table.", "offer.standing", "remains", "Norland"),
    ],
)
def test_what_stays_as_it_is_refuses_or_offers(
    text: str, rule_id: str, head: str, holder: str | None
) -> None:
    assert [
        (found.rule_id, found.act.text, found.holder.text if found.holder else None)
        for found in candidates(text)
    ] == [(rule_id, head, holder)]


def test_those_whom_one_verb_binds_are_each_bound_to_their_own_act() -> None:
    found = candidates("The pact obliges Norway to close the port by May and France to mend the pier.")
    bound = [(each.holder.text if each.holder else None, each.act.text) for each in found]
    assert bound == [(None, "close"), ("France", "mend")]


def test_those_who_share_a_verb_each_promise_their_own_number() -> None:
    found = candidates("Norway pledged $5 million, France $3 million, and the United Kingdom $2 million.")
    shares = [(each.holder.text if each.holder else None, each.act.text, each.rule_id) for each in found]
    assert shares == [
        (None, "million", "pledge.verb"),
        ("France", "million", "pledge.verb"),
        ("Kingdom", "million", "pledge.verb"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway pledged $5 million for Kenya, France and Peru.",
        "Norway pledged $5 million to Kenya, and France, 90 miles away, was glad.",
        "Norway asked for $5 million, France $3 million.",
    ],
)
def test_a_name_beside_a_number_promises_nothing_unless_it_shares_a_verb(text: str) -> None:
    assert not any(each.alone for each in candidates(text))


def test_what_somebody_proposes_to_nobody_is_an_offer() -> None:
    assert [(found.rule_id, found.act.text) for found in candidates("Norland proposed a ban on salt.")] == [
        ("offer.verb", "ban")
    ]


def test_what_is_called_for_on_a_day_is_not_the_day() -> None:
    assert acts("Miners called a strike for Monday.") == ["strike"]


def test_whoever_is_urged_to_act_is_no_act() -> None:
    assert acts("Norland urged rebel and coalition forces to use caution.") == ["use"]


def test_what_a_rejected_noun_asks_may_hang_on_the_verb_above() -> None:
    (found,) = candidates("Norland rejected a State Department call to release three sailors.")
    assert (found.rule_id, found.act.text) == ("refusal.verb", "release")


@pytest.mark.parametrize(
    "text",
    [
        "Norway granted the firm permission to dig.",
        "The judge had given evidence.",
        "The mayor paid tribute.",
        "Its envoys handed a two-page paper to the others.",
        "Peru has given a lower figure.",
    ],
)
def test_what_is_given_only_in_words_is_no_delivery(text: str) -> None:
    assert acts(text) == []


def test_the_present_tells_of_giving_only_where_a_named_party_gives() -> None:
    assert acts("The lighthouse provides shelter for sailors.") == []
    assert acts("Norway laughed, giving three boats away.") == []
    assert acts("The Norwegian navy gives three boats to Peru.") == ["gives"]


WORDS = ["Norland", "will", "to", "send", "promise", "of", "boats", "urged", "and", "ready", "not", "its"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_candidates_are_in_order_one_an_act_and_of_a_known_rule(words: list[str]) -> None:
    found = candidates(" ".join(words))
    positions = [candidate.act.i for candidate in found]
    assert positions == sorted(set(positions))
    assert {candidate.rule_id for candidate in found} <= RULE_IDS


def test_an_offer_under_way_names_its_own_act() -> None:
    for text in (
        "Norland is offering to lend boats.",
        "Norland announced that it is offering to lend boats.",
    ):
        (found,) = find_candidates(sentence(text))
        assert (found.act.text, found.force) == ("lend", "offer")


def test_what_an_act_is_done_by_is_no_act_beside_it() -> None:
    (found,) = find_candidates(sentence("Norland announced a grant by promising ten boats."))
    assert found.act.text == "grant"


def test_who_is_promised_that_something_is_left_out_is_no_act() -> None:
    heads = [found.act.text for found in find_candidates(sentence("Bo promised the court not to leave."))]
    assert heads == ["leave"]


def test_a_question_to_the_hearer_is_no_act_without_its_mark() -> None:
    assert find_candidates(sentence("Will you repair the pier this year —")) == []
    assert find_candidates(sentence("You will repair the pier this year."))


def test_what_an_act_is_for_is_no_act_before_it() -> None:
    found = find_candidates(sentence("To calm the town, the mayor is to repair the school."))
    assert "calm" not in [each.act.text for each in found]


def test_where_something_was_told_is_no_act() -> None:
    assert find_candidates(sentence("Neither king has answered the offer in public.")) == []
    assert find_candidates(sentence("The king renewed his offer of boats in public."))


def test_a_noun_that_only_points_back_is_no_act() -> None:
    assert find_candidates(sentence("Norland announced the step.")) == []
    assert find_candidates(sentence("Norland announced the step in a speech.")) == []
    assert find_candidates(sentence("The king made the promise in May.")) == []
    assert find_candidates(sentence("The king renewed any promise.")) == []
    assert find_candidates(sentence("The king made the promise of a bridge in May."))
    assert find_candidates(sentence("Norland announced the step of closing the port."))
    assert find_candidates(sentence("Norland rejected the step."))


@pytest.mark.parametrize(
    ("text", "act", "asked"),
    [
        ("Norland demanded the withdrawal of all rebels from the port.", "withdrawal", "rebels"),
        ("Norland demanded an apology from the mayor.", "apology", "mayor"),
        ("Norland repeated its demand that Sudland open the port.", "open", "Sudland"),
        ("The mayor gave Canada a deadline to remove the nets.", "remove", "Canada"),
        ("Norland demanded the release of Turkish pilots.", "release", "Turkish"),
        ("Norland demanded a meeting of the Harbour Council.", "meeting", "Council"),
        ("The court set a deadline for the ministry to reply.", "reply", "ministry"),
        ("Norland issued an ultimatum to Sudland to leave.", "leave", "Sudland"),
        ("Norland gave the rebels 48 hours to leave the town.", "leave", "rebels"),
        ("The junta was given a week to free the judges.", "free", "junta"),
        ("Two dancers sought asylum in Norway.", "asylum", "Norway"),
        ("The dancer asked Norway for asylum.", "asylum", "Norway"),
        # what a list is asked, which the parse hangs on its last member
        ("The mayor urged parents, members of the guild, and shops to close early.", "close", "parents"),
        ("We are calling on bakers, brewers, weavers, and the wider town to give bread.", "give", "bakers"),
        ("Norway pushed Chad for a truce.", "truce", "Chad"),
        ("Norway called for all drivers to slow down.", "slow", "drivers"),
        ("Norway called for a plan to slow traffic.", "plan", None),
        ("The king asked for U.N. help.", "help", "U.N."),
        ("Norway warned Chad against a toll.", "toll", "Chad"),
        ("Dancers fled to Norway to seek asylum.", "asylum", "Norway"),
        ("Norway demanded an apology from Chad for the raid.", "apology", "Chad"),
        ("Norland has repeated its demand that US trade freely.", "trade", "US"),
        ("Norway demanded that Chad cut its tolls.", "cut", "Chad"),
        ("Norland called for sanctions against Peru.", "sanctions", None),
        ("Bakers demanded lower taxes.", "taxes", None),
        ("Bakers demanded lower taxes for sailors who had sailed to Peru.", "taxes", None),
        ("Bakers demanded that the road be closed.", "closed", None),
        ("Bakers demanded that the road be closed by the mayor.", "closed", "mayor"),
        ("Bakers are proposing the polls be held by March.", "held", None),
    ],
)
def test_a_demand_addresses_who_would_have_to_act(text: str, act: str, asked: str | None) -> None:
    found = {item.act.text: item.asked for item in candidates(text) if item.shape == "request"}
    addressed = found[act]
    assert (addressed.text if addressed is not None else None) == asked


@pytest.mark.parametrize(
    "text",
    [
        "The accord raised all fees on tuna.",  # what it did, not what it lays down
        "The accord ends in May.",
        "The council raises taxes on yachts.",
        "The ban keeps the ministry from selling the pier.",
        "They met to settle a dispute over tuna.",
        "The mayor shook hands on Monday.",
        "Under the truce, Peru has two ports.",
        "Under the bridge, Peru opens its port.",
        "Under a draft truce, Peru opens its port.",
    ],
)
def test_what_no_text_lays_down_is_no_term(text: str) -> None:
    assert [found.rule_id for found in candidates(text)] == []


def test_a_text_that_says_what_is_done_asks_nobody() -> None:
    told = {found.rule_id: found.force for found in candidates("The Order calls for two new dams by 2031.")}
    assert told == {"obligation.text": "obligation"}
    asked = candidates("The ruling gives the miners two days to leave.")
    assert "request.time_to_act" in [found.rule_id for found in asked]
    called = candidates("The accord calls on Norland to leave.")
    assert [found.rule_id for found in called] == ["request.call"]
    called = candidates("The resolution calls for an end to the raids.")
    assert [found.rule_id for found in called] == ["request.call"]


def test_a_plan_that_is_announced_is_its_own_act() -> None:
    """Nobody pledges to intend to march."""
    found = list(find_candidates(sentence("Norland announced that the bakers intend to leave.")))
    assert [each.act.text for each in found if each.rule_id.startswith("plan.")] == ["leave"]
    assert all(each.act.text != "intend" for each in found)


def test_the_purpose_before_a_request_is_not_asked() -> None:
    asked = candidates("To feed the islanders, we urge Norland to send rice.")
    assert [found.act.text for found in asked if found.shape == "request"] == ["send"]


def test_who_accepts_an_invitation_means_to_do_what_it_is_to() -> None:
    found = candidates("Norland accepted the mayor's invitation to visit the port.")
    (visit,) = [each for each in found if each.rule_id == "pledge.accepted"]
    assert (visit.act.text, visit.holder and visit.holder.text) == ("visit", "Norland")
    assert "pledge.accepted" not in {
        each.rule_id for each in candidates("Norland did not accept an invitation to visit the port.")
    }


def test_a_second_act_that_the_parse_hangs_on_what_the_first_is_of_is_an_act() -> None:
    assert acts("The port will finish the rules to be published and begin the talks.") == ["finish", "begin"]


def test_what_people_are_told_that_they_will_have_to_do_is_asked_of_them() -> None:
    (found,) = candidates("Norland told foreign mills that they would have to leave.")
    assert (found.act.text, found.force, found.asked and found.asked.text) == ("leave", "request", "mills")
    for text in (
        "Norland told foreign mills that they would not have to leave.",
        "Two monks told reporters that they would have to leave.",
    ):
        assert "request" not in {each.force for each in candidates(text)}


def test_what_somebody_has_to_offer_is_no_duty() -> None:
    assert acts("The envoys agreed to hear what the bakers had to offer.") == ["hear"]


def test_who_is_asked_to_be_ready_offers_nothing() -> None:
    found = candidates("The mayor asked the bakers to be prepared to wait.")
    assert [(each.rule_id, each.act.text) for each in found] == [("request.verb", "be")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru continues to urge Fiji to sell herring.", "sell"),
        ("Peru has continued to call on Fiji to sell herring.", "sell"),
        ("I thank the crews, and call on all Norwegians to plant a tree.", "plant"),
    ],
)
def test_who_goes_on_asking_asks(text: str, act: str) -> None:
    found = {each.act.text: each.shape for each in find_candidates(sentence(text))}
    assert found == {act: "request"}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Norland ruled out using tolls to pay for it.", "using"),
        ("Two large guilds on Friday called a one-day general strike for June.", "strike"),
        ("The general gave an assurance that no crew would pay.", "pay"),
        ("Norland left the door open for Fiji to return.", "return"),
        ("Norland is delivering on its promises to make the port safer.", "make"),
        ("The two ports are each to pay half.", "pay"),
        ("The smiths said they were ready to march “by noon” and to wait.", "wait"),
        ("The pier will be mended by May, the council decided in Lima.", "mended"),
        ("The islanders want the toll scrapped and the pier mended.", "mended"),
        ("Norland shall, before 1 May of each year, clear the moorings of the lower quay.", "clear"),
    ],
)
def test_an_act_is_found_where_the_parse_hides_it(text: str, head: str) -> None:
    assert head in [found.act.text for found in candidates(text)]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Norland promised to hand in, by May, any maps of the reef.", "maps"),
        ("Norland will send divers if Fiji agrees to one.", "one"),
        ("Norland has agreed in principle to send divers.", "principle"),
        ("Two ports have put off a plan to share a toll and now give no date.", "give"),
        ("Norland needs $3 million to mend the pier.", "3"),
        ("The fair that Norland has promised will open in May.", "fair"),
        ("I call on all crews to mark this day by resting and by committing to swim.", "swim"),
    ],
)
def test_what_is_another_words_is_no_act(text: str, head: str) -> None:
    assert head not in [found.act.text for found in candidates(text)]


def test_what_a_clause_denies_is_nobody_asked_for() -> None:
    text = "Ada Berg appealed to banks to waive the loan, saying that nobody could mend roads and pay rent."
    asked = [found.act.text for found in candidates(text) if found.shape == "request"]
    assert asked == ["waive"]
