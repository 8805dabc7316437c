"""Extractors that need no model, some of which misbehave on a document that holds a certain word."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.extract import extractor_version
from models import Document, Entity, Extraction, Mention, Quarantined, Record


def first_words(document: Document) -> Extraction:
    """A record whose action is the document's first word, promised by Norway."""
    word = document.text.split()[0]
    end = document.text.index(word) + len(word)
    start = end - len(word)
    entity = Entity(entity_id=Entity.make_id("state", "Norway"), name="Norway", kind="state", iso3="NOR")
    mention = Mention(
        mention_id=Mention.make_id(document.document_id, entity.entity_id, start, end),
        document_id=document.document_id,
        entity_id=entity.entity_id,
        text=word,
        label="GPE",
        start_char=start,
        end_char=end,
    )
    record = Record(
        record_id=Record.make_id(document.document_id, start, end, "pledge"),
        document_id=document.document_id,
        sentence=document.text,
        sentence_start=0,
        sentence_end=len(document.text),
        action=word,
        start_char=start,
        end_char=end,
        force="pledge",
        promisors=("Norway",),
        polarity="positive",
        certainty="certain",
        category="other",
        speaker_type="author",
        direct=False,
        confidence=0.5,
        rule_id="test.first_word",
    )
    return Extraction(
        document_id=document.document_id,
        extractor_version=extractor_version(),
        n_sentences=1,
        entities=(entity,),
        mentions=(mention,),
        records=(record,),
    )


class FirstWords:
    """One record a document."""

    def __init__(self, model: str | None = None) -> None:
        self.model = model

    def extract(self, documents: Sequence[Document]) -> Iterator[Extraction | Quarantined]:
        """Yield the record of each document, after whatever its words make this extractor do."""
        for document in documents:
            self.meet(document)
            yield first_words(document)

    def meet(self, document: Document) -> None:
        """Do nothing; others misbehave here."""


class Poisoned(FirstWords):
    """Dies at CRASH, hangs at HANG and raises at RAISE."""

    def meet(self, document: Document) -> None:
        """Misbehave where the document says so."""
        if "CRASH" in document.text:
            os._exit(11)
        if "HANG" in document.text:
            time.sleep(3600)
        if "RAISE" in document.text:
            raise ValueError("cannot read this")


class Counted(FirstWords):
    """Writes the name of each document that it meets, and waits at WAIT, into the file that COUNTED names."""

    def meet(self, document: Document) -> None:
        """Take a note, and wait where the document says so."""
        with Path(os.environ["COUNTED"]).open("a") as notes:
            notes.write(f"{document.source_name}\n")
        if "WAIT" in document.text:
            time.sleep(3600)


class LoadedOnce(FirstWords):
    """Only the first process that loads it succeeds; others end."""

    def __init__(self, model: str | None = None) -> None:
        super().__init__(model)
        try:
            Path(os.environ["LOADED_ONCE"]).touch(exist_ok=False)
        except FileExistsError:
            os._exit(9)

    def meet(self, document: Document) -> None:
        """Give the others time to fail."""
        time.sleep(0.2)


class Slow(FirstWords):
    """Takes a moment for each document."""

    def meet(self, document: Document) -> None:
        """Wait."""
        time.sleep(0.4)


class Unloadable:
    """Cannot be built, like a model that is not installed."""

    def __init__(self, model: str | None = None) -> None:
        raise OSError("no such model")


class KilledOnce(FirstWords):
    """Its process is killed the first time that it loads, like one for which there is no memory."""

    def __init__(self, model: str | None = None) -> None:
        super().__init__(model)
        mark = Path(os.environ["KILLED_ONCE"])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


class Dying:
    """Ends its process whenever it is loaded."""

    def __init__(self, model: str | None = None) -> None:
        os._exit(9)
