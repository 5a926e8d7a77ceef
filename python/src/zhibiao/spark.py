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
from ._stream import KEYS, RowStream

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
    return df.select(*(df[column].alias(key) for key, column in named.items() if column is not None))


# What the executors run stands by itself: Spark sends a function inside another
# one by value, with a copy of _idle of its own for every query.


def _facts(lexicon: str | None, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """The facts as columns."""
    for rows, _ in _answers(lexicon, batches):
        yield _read(rows)


def _both(lexicon: str | None, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """A row for each fact (column fact), then one for each document (column answer)."""
    import pyarrow

    fact, answer = (pyarrow.struct(_arrow_columns(fields)) for fields in (ARROW_FIELDS, _ANSWER))
    for rows, closing in _answers(lexicon, batches):
        facts = _read(rows).to_struct_array()
        left = pyarrow.concat_arrays([facts, pyarrow.nulls(len(closing), fact)])
        right = pyarrow.concat_arrays([pyarrow.nulls(len(facts), answer), pyarrow.array(closing, answer)])
        yield pyarrow.RecordBatch.from_arrays([left, right], names=["fact", "answer"])


def _answers(lexicon: str | None, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[tuple[bytes, list[dict[str, Any]]]]:
    """The answers to all documents, some thousand facts at a time: their rows of CSV, their closing lines."""
    stream = _idle.pop(lexicon, None)
    if stream is None or stream.ended():
        stream = RowStream(lexicon=lexicon)
    try:
        yield from _gathered(stream.rows(_documents(batches)))
    except BaseException:  # a task that is stopped, too: the process is at work on its texts
        stream.close()
        raise
    if _idle.setdefault(lexicon, stream) is not stream:  # another task has left its own
        stream.close()


# The processes of this Python worker that wait for its next task, by lexicon.
# They end with it.
_idle: dict[str | None, RowStream] = {}


def _documents(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[dict[str, Any]]:
    """The rows, a few at a time: Spark's batches hold 10,000, which are a gigabyte of reports."""
    for batch in batches:
        for start in range(0, batch.num_rows, 64):
            for row in batch.slice(start, 64).to_pylist():
                row["text"] = row["text"] or ""
                yield row


_ROWS = 4000  # facts a batch: some 3 MB


def _gathered(answers: Iterator[tuple[bytes, dict[str, Any]]]) -> Iterator[tuple[bytes, list[dict[str, Any]]]]:
    rows: list[bytes] = []
    closing: list[dict[str, Any]] = []
    facts = 0
    for csv, answer in answers:
        rows.append(csv)
        closing.append({**answer, "error": answer["error"] or None, "remedy": answer.get("remedy") or None})
        facts += answer["facts"]
        if facts >= _ROWS or len(closing) >= _ROWS:
            yield b"".join(rows), closing
            rows, closing, facts = [], [], 0
    if closing:
        yield b"".join(rows), closing


def _read(rows: bytes) -> pyarrow.RecordBatch:
    """Facts in CSV as Arrow has them."""
    import pyarrow
    from pyarrow import csv

    schema = pyarrow.schema(_arrow_columns(ARROW_FIELDS))
    if not rows:
        return pyarrow.RecordBatch.from_pylist([], schema)
    table = csv.read_csv(
        pyarrow.BufferReader(rows),
        csv.ReadOptions(column_names=schema.names, use_threads=False, block_size=len(rows) + 1),
        csv.ParseOptions(newlines_in_values=True),
        csv.ConvertOptions(column_types=schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False),
    )
    [batch] = table.combine_chunks().to_batches()
    return batch


def _arrow_columns(fields: dict[str, str]) -> list[pyarrow.Field]:
    import pyarrow

    return [pyarrow.field(name, getattr(pyarrow, kind)()) for name, kind in fields.items()]


_ANSWER = {"source": "string", "doc_id": "string", "facts": "int32", "stage": "string", "error": "string", "remedy": "string"}
_SPARK = {"string": "string", "int32": "int", "float64": "double", "date32": "date", "bool_": "boolean"}


def _spark_columns(fields: dict[str, str]) -> str:
    return ",".join(f"`{name}` {_SPARK[kind]}" for name, kind in fields.items())
