"""The program as a running process: documents in, facts out, one at a time."""

from __future__ import annotations

import json
import queue
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from . import _program
from ._error import Error, from_message

if TYPE_CHECKING:
    import pyarrow

#: What the program may be told of a document. All but text may be missing.
KEYS = ("source", "text", "region", "year", "kind")


@dataclass
class Answer:
    """What came of one document: its facts, or why it was rejected."""

    source: str | None
    doc_id: str | None
    facts: list[dict[str, Any]]
    stage: str | None = None
    error: Error | None = None


class Stream:
    """`zhibiao extract --stream` as a process that lives until it is closed.

    >>> with zhibiao.Stream() as stream:
    ...     for answer in stream.map([{"source": "a", "text": "…", "region": "上海市", "year": 2023}]):
    ...         print(answer.doc_id, len(answer.facts))
    """

    def __init__(self, *, lexicon: str | None = None, jobs: int = 1) -> None:
        self._start(lexicon, jobs)

    def _start(self, lexicon: str | None, jobs: int, *flags: str) -> None:
        args = ["extract", "--stream", "--jobs", str(jobs), *flags]
        if lexicon is not None:
            args += ["--lexicon", lexicon]
        self._messages = tempfile.TemporaryFile()
        self._process: subprocess.Popen[bytes] = _program.started(subprocess.Popen, args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._messages)

    def __enter__(self) -> Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process. What it was still at is thrown away."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._messages):
            if pipe is not None and not pipe.closed:
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass

    def ended(self) -> bool:
        """Tells whether the process has ended, by itself or killed."""
        return self._process.poll() is not None

    def map(self, documents: Iterable[Mapping[str, Any]]) -> Iterator[Answer]:
        """An answer for every document, in order.

        documents hold text and, as far as known, source, region, year and
        kind. Few of them are read ahead of the answers. An iterator that is
        left half-way leaves the stream useless: close it.
        """
        for _ in self._sent(map(_line_of, documents)):
            facts, row = self._answer()
            error = Error(row["error"], row.get("remedy") or "", 3) if row["error"] else None
            yield Answer(row["source"], row["doc_id"], facts, row.get("stage"), error)

    def _sent(self, documents: Iterable[Iterable[Any]]) -> Iterator[bool]:
        """Sends documents as bytes, and tells of each that an answer will come."""
        writer = _Writer(self._process, documents)
        writer.start()
        yield from iter(writer.sent.get, None)
        if writer.failure is not None:
            raise writer.failure

    def _answer(self) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """A document's facts, and its closing line."""
        facts: list[dict[str, Any]] = []
        while True:
            row = json.loads(self._line())
            if "fact_id" not in row:
                return facts, row
            facts.append(row)

    def _line(self) -> bytes:
        line = self._process.stdout.readline()  # type: ignore[union-attr]
        return line or self._fail()

    def _fail(self) -> NoReturn:
        code = self._process.wait()
        self._messages.seek(0)
        raise from_message(self._messages.read().decode("utf-8", "replace"), code)


class PackedStream(Stream):
    """A Stream that takes texts as they lie in memory and gives facts as columns
    of Arrow, some thousand at a time: `--stream --packed`. It needs pyarrow."""

    def __init__(self, *, lexicon: str | None = None) -> None:
        self._start(lexicon, 1, "--packed")

    def blocks(self, documents: Iterable[tuple[Mapping[str, Any], Any]]) -> Iterator[tuple[list[dict[str, Any]], pyarrow.Buffer]]:
        """The closing lines of some documents, in order, and the columns of their facts.

        documents are what is known of each, and its text as bytes.
        """
        closing: list[dict[str, Any]] = []
        for _ in self._sent(_packed(head, text) for head, text in documents):
            row = json.loads(self._line())
            closing.append(row)
            if "bytes" in row:
                yield closing, self._block(row["bytes"])
                closing = []

    def _block(self, size: int) -> pyarrow.Buffer:
        import pyarrow

        block = pyarrow.allocate_buffer(size)
        if self._process.stdout.readinto(memoryview(block)) < size:  # type: ignore[union-attr]
            self._fail()
        return block


def _line_of(document: Mapping[str, Any]) -> list[bytes]:
    """A document as a line of JSON."""
    return [_json({key: document[key] for key in KEYS if document.get(key) is not None})]


def _packed(head: Mapping[str, Any], text: Any) -> list[Any]:
    """A document as a line that says how many bytes of text follow it, and the text."""
    return [_json({**head, "bytes": len(text)}), text]


def _json(line: dict[str, Any]) -> bytes:
    return (json.dumps(line, ensure_ascii=False, default=str) + "\n").encode("utf-8", "replace")


class _Writer(threading.Thread):
    """Writes documents while the answers are read, so that neither side waits for the other.

    sent holds one True for each document on its way, then None.
    """

    def __init__(self, process: subprocess.Popen[bytes], documents: Iterable[Iterable[Any]]) -> None:
        super().__init__(daemon=True)
        self._pipe = process.stdin
        self._documents = documents
        self.sent: queue.Queue[bool | None] = queue.Queue()
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            for document in self._documents:
                self.sent.put(True)
                for part in document:
                    self._pipe.write(part)  # type: ignore[union-attr]
                self._pipe.flush()  # type: ignore[union-attr]
        except (BrokenPipeError, ValueError):
            pass  # the reader finds out why the process has ended
        except BaseException as failure:  # of the documents' own iterator
            self.failure = failure
        finally:
            self.sent.put(None)
