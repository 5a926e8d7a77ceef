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
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ._schema import ARROW_FIELDS
from ._stream import KEYS, Stream

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
    return _facts(_answered(df, text, **columns))


def extract_all(df: DataFrame, text: str = "text", **columns: Any) -> Extraction:
    """Like extract, with an answer for every document and the rejects.

    The work is done once and kept (persisted) for all three tables; call
    `.facts.unpersist()` never, `spark.catalog.clearCache()` when done.
    """
    from pyspark import StorageLevel
    from pyspark.sql import functions as f

    both = _answered(df, text, **columns).persist(StorageLevel.MEMORY_AND_DISK)
    answers = both.where(f.col("answer").isNotNull()).select("answer.*")
    return Extraction(_facts(both), answers, answers.where(f.col("error").isNotNull()))


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


def _facts(both: DataFrame) -> DataFrame:
    from pyspark.sql import functions as f

    return both.where(f.col("fact").isNotNull()).select("fact.*")


def _answered(df: DataFrame, text: str, lexicon: str | None = None, **columns: str | None) -> DataFrame:
    """One row a fact (column fact) and one a document (column answer)."""
    unknown = set(columns) - set(KEYS)
    if unknown:
        raise TypeError(f"extract: {', '.join(sorted(unknown))}: the columns that can be named are {', '.join(KEYS)}, and lexicon")
    named = {key: columns.get(key) or (key if key in df.columns else None) for key in KEYS if key != "text"}
    named["text"] = text
    missing = [c for c in named.values() if c is not None and c not in df.columns]
    if missing:
        raise ValueError(f"extract: no column {', '.join(missing)}; the columns are {', '.join(df.columns)}")
    picked = df.select(*(df[column].alias(key) for key, column in named.items() if column is not None))

    def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        stream = _idle.pop(lexicon, None)
        if stream is None or stream.ended():
            stream = Stream(lexicon=lexicon)
        try:
            yield from _batches(stream.lines(_documents(batches)))
        except BaseException:  # a task that is stopped, too: the process is at work on its texts
            stream.close()
            raise
        _idle[lexicon] = stream

    return picked.mapInArrow(run, _spark_schema())


# The processes of this Python worker that wait for its next task, by lexicon.
# They end with it.
_idle: dict[str | None, Stream] = {}


def _documents(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        for row in batch.to_pylist():
            row["text"] = row["text"] or ""
            yield row


_ROWS = 4000  # facts a batch: some 5 MB


def _batches(answers: Iterator[tuple[list[bytes], dict[str, Any]]]) -> Iterator[pyarrow.RecordBatch]:
    facts: list[bytes] = []
    closing: list[dict[str, Any]] = []
    for lines, answer in answers:
        facts += lines
        closing.append({**answer, "facts": len(lines), "error": answer["error"] or None, "remedy": answer.get("remedy") or None})
        if len(facts) >= _ROWS or len(closing) >= _ROWS:
            yield _batch(facts, closing)
            facts, closing = [], []
    if closing:
        yield _batch(facts, closing)


def _batch(lines: list[bytes], closing: list[dict[str, Any]]) -> pyarrow.RecordBatch:
    """A row for each fact, then one for each document."""
    import pyarrow

    fact, answer = _arrow_schema()
    read = _read(lines, fact)
    column = pyarrow.concat_arrays([read, pyarrow.nulls(len(closing), fact)])
    answers = pyarrow.concat_arrays([pyarrow.nulls(len(lines), answer), pyarrow.array(closing, answer)])
    return pyarrow.RecordBatch.from_arrays([column, answers], names=["fact", "answer"])


def _read(lines: list[bytes], fact: pyarrow.StructType) -> pyarrow.StructArray:
    """Facts in JSON as Arrow has them. Dates are text in JSON, which its reader does not make dates of."""
    import pyarrow
    import pyarrow.json

    if not lines:
        return pyarrow.array([], fact)
    text = pyarrow.schema([pyarrow.field(f.name, pyarrow.string() if pyarrow.types.is_date(f.type) else f.type) for f in fact])
    data = b"".join(lines)
    options = pyarrow.json.ParseOptions(explicit_schema=text, unexpected_field_behavior="ignore")
    table = pyarrow.json.read_json(pyarrow.BufferReader(data), pyarrow.json.ReadOptions(use_threads=False, block_size=len(data) + 1), options)
    columns = [table.column(f.name).cast(f.type).combine_chunks() for f in fact]
    return pyarrow.StructArray.from_arrays(columns, fields=list(fact))


def _arrow_schema() -> tuple[pyarrow.StructType, pyarrow.StructType]:
    """The types of a fact and of an answer."""
    import pyarrow

    def struct(fields: dict[str, str]) -> Any:
        return pyarrow.struct([pyarrow.field(name, getattr(pyarrow, kind)()) for name, kind in fields.items()])

    return struct(ARROW_FIELDS), struct(_ANSWER)


_ANSWER = {"source": "string", "doc_id": "string", "facts": "int32", "stage": "string", "error": "string", "remedy": "string"}
_SPARK = {"string": "string", "int32": "int", "float64": "double", "date32": "date", "bool_": "boolean"}


def _spark_schema() -> str:
    def struct(fields: dict[str, str]) -> str:
        return "struct<" + ",".join(f"`{name}`:{_SPARK[kind]}" for name, kind in fields.items()) + ">"

    return f"fact {struct(ARROW_FIELDS)}, answer {struct(_ANSWER)}"
