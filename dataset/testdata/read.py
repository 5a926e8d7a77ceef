"""Loads a facts and a documents file with every reader and checks what it sees.

usage: read.py FACTS.parquet DOCUMENTS.parquet
"""
import datetime
import sys

import duckdb
import pandas
import polars
import pyarrow.parquet

facts, documents = sys.argv[1:]


def check(name, rows, texts):
    assert len(rows) == 4, (name, rows)
    first, second, third, _ = rows
    assert first["fact_id"] == "310106-2023-work_report:2-10", (name, first)
    assert first["value"] == 27942000000.0, (name, first)
    assert second["value"] == 0.0 and second["value_low"] == 0.0, (name, second)
    assert str(first["period_start"])[:10] == "2022-01-01", (name, first)
    assert str(first["period_end"])[:10] == "1970-01-01", (name, first)
    for column in ("value", "qualifier", "unit", "period_start", "subject_start"):
        assert third[column] is None, (name, column, third[column])
    text, warnings, date = texts
    assert list(warnings) == ["a warning"], (name, warnings)
    assert str(date)[:10] == "1969-12-31", (name, date)
    for row in rows:
        assert text[row["quote_start"] : row["quote_end"]] == row["quote"], (name, row)


columns = ["text", "warnings", "date"]

table = pyarrow.parquet.read_table(facts)
meta = table.schema.metadata
assert meta[b"zhibiao.version"] == b"test" and meta[b"zhibiao.schema"] and meta[b"zhibiao.lexicon"]
types = {f.name: str(f.type) for f in table.schema}
for name, want in {"quote_start": "int32", "headline": "bool", "value": "double", "period_start": "date32[day]", "quote": "string"}.items():
    assert types[name] == want, (name, types[name])
check("pyarrow", table.to_pylist(), pyarrow.parquet.read_table(documents).select(columns).to_pylist()[0].values())

frame = pandas.read_parquet(facts).astype(object)
check("pandas", frame.where(frame.notna(), None).to_dict("records"), pandas.read_parquet(documents)[columns].iloc[0])

check("polars", polars.read_parquet(facts).to_dicts(), polars.read_parquet(documents)[columns].row(0))

result = duckdb.sql(f"select * from '{facts}'")
names = result.columns
rows = [dict(zip(names, row)) for row in result.fetchall()]
check("duckdb", rows, duckdb.sql(f"select text, warnings, date from '{documents}'").fetchall()[0])
assert isinstance(rows[0]["period_start"], datetime.date)
