"""Corpora past one machine: the program on every executor of a Spark cluster.

The facts are those that one machine gives. Ship the package with
`ship(spark)`, with `--py-files` (the wheel renamed to .zip), or in a packed
environment: the program is inside it.
"""

from __future__ import annotations

import datetime
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
        with Stream(lexicon=lexicon) as stream:
            yield from _batches(stream.map(_documents(batches)))

    return picked.mapInArrow(run, _spark_schema())


def _documents(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        for row in batch.to_pylist():
            row["text"] = row["text"] or ""
            yield row


_ROWS = 2000  # rows a batch: some 3 MB


def _batches(answers: Iterator[Any]) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow

    schema = _arrow_schema()
    rows: list[dict[str, Any]] = []

    def batch() -> pyarrow.RecordBatch:
        return pyarrow.RecordBatch.from_pylist(rows, schema=schema)

    for a in answers:
        rows += ({"fact": _typed(fact)} for fact in a.facts)
        error, remedy = (a.error.reason, a.error.remedy or None) if a.error else (None, None)
        rows.append({"answer": {"source": a.source, "doc_id": a.doc_id, "facts": len(a.facts), "stage": a.stage, "error": error, "remedy": remedy}})
        if len(rows) >= _ROWS:
            yield batch()
            rows.clear()
    if rows:
        yield batch()


def _typed(fact: dict[str, Any]) -> dict[str, Any]:
    """A fact of JSON with the columns' types: dates are text there, and whole numbers int."""
    for name, kind in ARROW_FIELDS.items():
        value = fact.get(name)
        if value is None:
            continue
        if kind == "float64":
            fact[name] = float(value)
        elif kind == "date32":
            fact[name] = datetime.date.fromisoformat(value)
    return fact


def _arrow_schema() -> pyarrow.Schema:
    import pyarrow

    def struct(fields: dict[str, str]) -> Any:
        return pyarrow.struct([pyarrow.field(name, getattr(pyarrow, kind)()) for name, kind in fields.items()])

    return pyarrow.schema([("fact", struct(ARROW_FIELDS)), ("answer", struct(_ANSWER))])


_ANSWER = {"source": "string", "doc_id": "string", "facts": "int32", "stage": "string", "error": "string", "remedy": "string"}
_SPARK = {"string": "string", "int32": "int", "float64": "double", "date32": "date", "bool_": "boolean"}


def _spark_schema() -> str:
    def struct(fields: dict[str, str]) -> str:
        return "struct<" + ",".join(f"`{name}`:{_SPARK[kind]}" for name, kind in fields.items()) + ">"

    return f"fact {struct(ARROW_FIELDS)}, answer {struct(_ANSWER)}"
