"""E-mail: a message as a document with its attachments as sources, and mailboxes of messages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from functools import partial
from typing import BinaryIO, cast

from flows.ingest.containers import enter, member_of
from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import fitting, merge
from flows.ingest.readers.base import Reader
from flows.ingest.readers.mail_dates import day_written
from flows.ingest.readers.markup import passages_of_html
from flows.ingest.source import Allowance, Draft, Found, Passage, Refusal, RefusedError, Source, digest
from models import Metadata

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]")
_TELLING = frozenset((b"from", b"date", b"to", b"subject", b"message-id", b"received", b"mime-version"))
_FEWEST_TELLING = 3
_SEPARATOR = re.compile(rb"From [^\n]{1,100} \d\d?:\d\d")  # with the time at which the message arrived
_MAILBOX = re.compile(rb"From [^\n]{1,200}\n[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]")
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_SOMEONE_WROTE = r"^On [^\n]{5,200} wrote:[ \t]*\n(?=[ \t]*\n?>)"
_ATTRIBUTION = re.compile(_SOMEONE_WROTE, re.MULTILINE)
_QUOTED = re.compile(rf"^>.*\n?|{_SOMEONE_WROTE}", re.MULTILINE)
_MARK = re.compile(r"^(?:> ?){1,50}", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- \n.*", re.MULTILINE | re.DOTALL)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_MESSAGE = "message/rfc822"
_MEDIA = ("image", "audio", "video", "font")  # attachments that are no documents


def _recognises_message(name: str, head: bytes) -> bool:
    """By suffix, or where the first lines are headers, those of every e-mail among them."""
    if name.lower().endswith(".eml"):
        return True
    top = head.lstrip(b"\r\n").replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    lines = [line for line in top.split(b"\n") if not line[:1].isspace()]
    names = [match[1].lower() for line in lines if (match := _HEADER.match(line))]
    return len(_TELLING.intersection(names)) >= _FEWEST_TELLING and len(names) >= len(lines) - 1


def _recognises_mailbox(name: str, head: bytes) -> bool:
    return bool(_MAILBOX.match(head.replace(b"\r\n", b"\n")))


def _read_message(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    _check_headers(data, source.place, limits.metadata_bytes)
    message = _parse(data)
    body = message.get_body(("plain", "html"))
    attached = list(_attached(message, body))
    if body is not None and not (attached and _is_blank(body)):
        try:
            yield _draft(message, cast(EmailMessage, body), data, source)
        except RefusedError as error:  # of its HTML; what is attached is read on
            yield Refusal(source.name, source.uri, error.reason, f"{source.place}: {error.detail}")
    elif not attached:
        raise RefusedError("empty", f"{source.place}: a message without a text")
    if attached:
        yield from _attachments(attached, source, enter(source, limits))


def _attached(message: EmailMessage, body: object) -> Iterator[EmailMessage]:
    """The parts of a message that are documents besides its body, those in inner parts among them.

    A message that is forwarded without a word of its own is a part too. Of alternatives only one is read.
    """
    if message.get_content_type() == _MESSAGE:
        yield message
    elif message.get_content_type() != "multipart/alternative":
        for part in map(partial(cast, EmailMessage), message.iter_parts()):
            if part.get_content_maintype() == "multipart":
                yield from _inner_body(part, body)
                yield from _attached(part, body)
            elif part is not body and part.get_content_maintype() not in _MEDIA:
                yield part


def _inner_body(part: EmailMessage, body: object) -> Iterator[EmailMessage]:
    """The text among the alternatives of an inner part, unless it is the message's own body."""
    inner = part.get_body(("plain", "html")) if part.get_content_subtype() == "alternative" else None
    if inner is not None and inner is not body:
        yield cast(EmailMessage, inner)


def _is_blank(body: object) -> bool:
    return not _text(cast(EmailMessage, body)).strip()


def _attachments(parts: Sequence[EmailMessage], source: Source, allowance: Allowance) -> Iterator[Source]:
    """The sources of attached files and messages, which share one allowance."""
    for number, part in enumerate(parts, 1):
        allowance.draw_member(source.place)
        yield _attachment(part, number, source, allowance)


def _check_headers(data: bytes, place: str, limit: int) -> None:
    """Raise RefusedError(too_large) on headers over ``limit`` bytes, which parse to forty times that."""
    end = _END_OF_HEADERS.search(data)
    if (end.start() if end else len(data)) > limit:
        raise RefusedError("too_large", f"{place}: headers longer than {limit:,} bytes")


def _read_mailbox(source: Source, limits: IngestLimits) -> Iterator[Found]:
    allowance = enter(source, limits)
    with source.open() as stream:
        for number, data in enumerate(_messages(stream, limits.document_bytes), 1):
            path = f"message {number}"
            if data is None:
                detail = f"{source.place}, {path}: larger than {limits.document_bytes:,} bytes"
                yield Refusal(source.name, f"{source.uri}!/{number}", "too_large", detail)
                continue
            name = f"{source.name}, {path}.eml"
            yield member_of(source, name, str(number), partial(io.BytesIO, data), allowance)


def _messages(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The messages of a mailbox, one in memory at a time; None for one of more than ``limit`` bytes.

    Python's own ``mailbox`` needs a path and has no limit.
    """
    parts: list[bytes] = []
    size, after_blank = 0, True
    while line := stream.readline(limit):
        if after_blank and size and _SEPARATOR.match(line):
            yield _unescaped(parts) if size <= limit else None
            parts, size = [], 0
        elif size or not _SEPARATOR.match(line):
            size += len(line)
            if size <= limit:
                parts.append(line)
            else:
                parts.clear()
        after_blank = not line.strip()
    if size:
        yield _unescaped(parts) if size <= limit else None


def _unescaped(parts: list[bytes]) -> bytes:
    """A message without the mark that keeps its lines from looking like the start of the next."""
    return _ESCAPED_FROM.sub(rb"\1", b"".join(parts))


def _parse(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _draft(message: EmailMessage, body: EmailMessage, data: bytes, source: Source) -> Draft:
    """The draft of a message's own words, without what it quotes and without its signature."""
    text = _text(body)
    content: str | tuple[Passage, ...]
    if body.get_content_subtype() == "html":
        content = tuple(passages_of_html(text))
    else:
        content = _own_words(text.replace("\r\n", "\n"))
    metadata = merge(source.metadata, _metadata(message))
    name = (_header(message, "Message-ID") or "").strip("<> \t") or source.name
    return Draft(name, source.uri, source.place, digest(data), content, metadata)


def _own_words(text: str) -> str:
    """A message's text without what it quotes; where it does nothing but quote, the words quoted."""
    own = _SIGNATURE.sub("", _QUOTED.sub("", text))
    if any(map(str.isalnum, own)):
        return own
    return _SIGNATURE.sub("", _MARK.sub("", _ATTRIBUTION.sub("", text)))


def _metadata(message: EmailMessage) -> Metadata:
    sender, address = parseaddr(_header(message, "From") or "")
    return fitting(
        {
            "title": _header(message, "Subject"),
            "author": sender or address,
            "published": day_written(_header(message, "Date") or ""),
        }
    )


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's text; None where there is none or Python's parser fails on it."""
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError, TypeError):  # broken ones raise any of these
        return None
    return None if value is None else str(value)


def _text(part: EmailMessage) -> str:
    """A part's text in the encoding that it declares, where that fits, else as any text is decoded."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset()
    if declared and declared not in ("us-ascii", "utf-8"):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data)


def _attachment(part: EmailMessage, number: int, source: Source, allowance: Allowance) -> Source:
    """The source of an attached file or message."""
    if part.get_content_type() == _MESSAGE:
        inner = part.get_payload(0)
        data = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        name = f"{source.name}, attachment {number}.eml"
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        name = part.get_filename() or f"{source.name}, attachment {number}"
    return member_of(source, name, name, partial(io.BytesIO, data), allowance)


MESSAGE = Reader("e-mail", _recognises_message, _read_message)
MAILBOX = Reader("mailbox", _recognises_mailbox, _read_mailbox)
