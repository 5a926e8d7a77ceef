"""Corpora past one machine: the program on every executor of a Spark cluster.

The facts are those that one machine gives. Ship the package with
`ship(spark)`, with `--py-files` (the wheel renamed to .zip), or in a packed
environment: the program is inside it.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ._schema import ARROW_FIELDS
from ._stream import KEYS, PackedStream

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession


class Extraction(NamedTuple):
    """facts has the columns of the facts table; answers one row a document:
    source, doc_id, facts (count), stage, error, remedy; rejects those of the
    answers that have an error."""

    facts: DataFrame
    answers: DataFrame
    rejects: DataFrame


def extract(df: DataFrame, text: str = "text", **columns: Any) -> DataFrame:
    """The facts of a DataFrame of texts, one row a report.

    text names the column with the text; source, region, year and kind name
    the columns with what is known of it (columns of those names are used as
    they are); lexicon is a folder that every executor can read. Documents
    that fail have no facts: extract_all tells why.
    """
    return _picked(df, text, columns).mapInArrow(partial(_facts, columns.get("lexicon")), _spark_columns(ARROW_FIELDS))


def extract_all(df: DataFrame, text: str = "text", **columns: Any) -> Extraction:
    """Like extract, with an answer for every document and the rejects.

    The work is done once and kept (persisted) for all three tables; call
    `.facts.unpersist()` never, `spark.catalog.clearCache()` when done.
    """
    from pyspark import StorageLevel
    from pyspark.sql import functions as f

    schema = ", ".join(f"{name} struct<{_spark_columns(fields)}>" for name, fields in (("fact", ARROW_FIELDS), ("answer", _ANSWER)))
    both = _picked(df, text, columns).mapInArrow(partial(_both, columns.get("lexicon")), schema).persist(StorageLevel.MEMORY_AND_DISK)
    facts = both.where(f.col("fact").isNotNull()).select("fact.*")
    answers = both.where(f.col("answer").isNotNull()).select("answer.*")
    return Extraction(facts, answers, answers.where(f.col("error").isNotNull()))


def ship(spark: SparkSession) -> None:
    """Gives this package, with the program in it, to every executor."""
    package = Path(__file__).parent
    folder = tempfile.mkdtemp(prefix="zhibiao-ship-")
    archive = os.path.join(folder, "zhibiao-package.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for path in sorted(package.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                z.write(path, path.relative_to(package.parent))
    spark.sparkContext.addPyFile(archive)


def _picked(df: DataFrame, text: str, columns: dict[str, str | None]) -> DataFrame:
    """The columns that the program is told, under its names for them."""
    unknown = set(columns) - {*KEYS, "lexicon"}
    if unknown:
        raise TypeError(f"extract: {', '.join(sorted(unknown))}: the columns that can be named are {', '.join(KEYS)}, and lexicon")
    named = {key: columns.get(key) or (key if key in df.columns else None) for key in KEYS if key != "text"}
    named["text"] = text
    missing = [c for c in named.values() if c is not None and c not in df.columns]
    if missing:
        raise ValueError(f"extract: no column {', '.join(missing)}; the columns are {', '.join(df.columns)}")
    known = [df[column].alias(key) for key, column in named.items() if column is not None and key != "text"]
    return df.select(*known, df[text].cast("string").alias("text"))


# What the executors run stands by itself: Spark sends a function inside another
# one by value, with a copy of _idle of its own for every query.


def _facts(lexicon: str | None, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """The facts as columns."""
    for _, facts in _answers(lexicon, batches):
        yield facts


def _both(lexicon: str | None, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """A row for each fact (column fact), then one for each document (column answer)."""
    import pyarrow

    fact, answer = (pyarrow.struct(_arrow_columns(fields)) for fields in (ARROW_FIELDS, _ANSWER))
    for closing, facts in _answers(lexicon, batches):
        left = pyarrow.concat_arrays([facts.to_struct_array(), pyarrow.nulls(len(closing), fact)])
        right = pyarrow.concat_arrays([pyarrow.nulls(len(facts), answer), pyarrow.array(closing, answer)])
        yield pyarrow.RecordBatch.from_arrays([left, right], names=["fact", "answer"])


def _answers(lexicon: str | None, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[tuple[list[dict[str, Any]], pyarrow.RecordBatch]]:
    """The answers to all documents, some thousand facts at a time: their closing lines, their facts."""
    stream = _idle.pop(lexicon, None)
    if stream is None or stream.ended():
        stream = PackedStream(lexicon=lexicon)
    try:
        for closing, block in stream.blocks(_documents(batches)):
            yield closing, _read(sum(answer["facts"] for answer in closing), block)
    except BaseException:  # a task that is stopped, too: the process is at work on its texts
        stream.close()
        raise
    if _idle.setdefault(lexicon, stream) is not stream:  # another task has left its own
        stream.close()


# The processes of this Python worker that wait for its next task, by lexicon.
# They end with it.
_idle: dict[str | None, PackedStream] = {}


def _documents(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Of every row what is known of it, and its text where it lies: a batch of
    Spark's has 10,000 rows, which are a gigabyte of reports."""
    for batch in batches:
        known = {name: batch.column(name).to_pylist() for name in batch.schema.names if name != "text"}
        for i, text in enumerate(batch.column("text")):
            head = {name: values[i] for name, values in known.items() if values[i] is not None}
            yield head, memoryview(text.as_buffer() or b"")


def _read(rows: int, block: pyarrow.Buffer) -> pyarrow.RecordBatch:
    """Facts as the program lays them out: of each column the bits of what is not
    null, the values (of strings their ends) and the strings, each part filled up
    to eight bytes."""
    import pyarrow

    schema = pyarrow.schema(_arrow_columns(ARROW_FIELDS))
    if rows == 0:
        return pyarrow.RecordBatch.from_pylist([], schema)
    at = 0

    def part(size: int) -> pyarrow.Buffer:
        nonlocal at
        start, at = at, at + (size + 7) // 8 * 8
        return block.slice(start, size)

    columns = []
    for kind in schema.types:
        parts = [part((rows + 7) // 8)]
        if kind == pyarrow.string():
            ends = part(4 * (rows + 1))
            parts += [ends, part(int.from_bytes(ends[4 * rows :], "little"))]
        else:
            parts.append(part((rows * kind.bit_width + 7) // 8))
        columns.append(pyarrow.Array.from_buffers(kind, rows, parts))
    return pyarrow.RecordBatch.from_arrays(columns, schema=schema)


def _arrow_columns(fields: dict[str, str]) -> list[pyarrow.Field]:
    import pyarrow

    return [pyarrow.field(name, getattr(pyarrow, kind)()) for name, kind in fields.items()]


_ANSWER = {"source": "string", "doc_id": "string", "facts": "int32", "stage": "string", "error": "string", "remedy": "string"}
_SPARK = {"string": "string", "int32": "int", "float64": "double", "date32": "date", "bool_": "boolean"}


def _spark_columns(fields: dict[str, str]) -> str:
    return ",".join(f"`{name}` {_SPARK[kind]}" for name, kind in fields.items())
