"""An output folder of the program."""

from __future__ import annotations

import csv
import os
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Union

from . import _program
from ._error import Error, RejectedError
from ._frames import Library, parquet
from ._show import Page, page

PathLike = Union[str, "os.PathLike[str]"]


class Dataset:
    """The facts, documents and panel of an output folder.

    Frames come as pandas, polars or pyarrow: the library that was named, else
    the first of them that is installed. Offsets count characters of
    documents.text, as Python does: text[quote_start:quote_end] == quote.
    """

    def __init__(self, folder: PathLike, library: Library | None = None, _keep: Any = None) -> None:
        self.folder = Path(folder)
        self.library = library
        self._keep = _keep  # a temporary folder lives as long as the dataset

    def __repr__(self) -> str:
        return f"zhibiao.Dataset({str(self.folder)!r})"

    @property
    def facts(self) -> Any:
        """One row a number and what it measures."""
        return parquet(self.folder / "facts", self.library)

    @property
    def documents(self) -> Any:
        """One row a report, with its text."""
        return parquet(self.folder / "documents", self.library)

    @property
    def tokens(self) -> Any:
        """One row a word, where extract was asked for tokens."""
        return parquet(self.folder / "tokens", self.library)

    def panel(self, *options: str) -> Any:
        """Goals beside results: one row a region, indicator, measure and year.

        options are those of `zhibiao panel`: "--indicator", "gdp", "--wide".
        """
        return self._made("panel", options)

    def words(self, terms: PathLike | None = None, *options: str) -> Any:
        """How often each report uses each term of the table terms.

        options are those of `zhibiao words`: "--by", "chapter", "--wide".
        """
        named = ["--terms", os.fspath(terms)] if terms is not None else []
        return self._made("words", [*named, *options])

    def files(self) -> list[dict[str, str]]:
        """What became of each input: the rows of files.csv."""
        with open(self.folder / "files.csv", encoding="utf-8-sig", newline="") as f:
            return list(csv.DictReader(f))

    def rejects(self) -> list[dict[str, str]]:
        """The inputs that could not be read, with reason and remedy."""
        return [row for row in self.files() if row["status"] == "rejected"]

    def show(self, doc_id: str) -> Page:
        """A report with its quantities marked, shown in colour in a notebook."""
        text = _one(parquet(self.folder / "documents", "pyarrow"), doc_id)["text"]
        facts = _rows(parquet(self.folder / "facts", "pyarrow"), doc_id)
        return page(text, facts)

    def _made(self, command: str, options: Sequence[str]) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, f"{command}.parquet")
            _program.run([command, self.folder, "-o", file, *options])
            return parquet(file, self.library)


def _rows(table: Any, doc_id: str) -> list[dict[str, Any]]:
    import pyarrow.compute

    rows: list[dict[str, Any]] = table.filter(pyarrow.compute.equal(table["doc_id"], doc_id)).to_pylist()
    return rows


def _one(table: Any, doc_id: str) -> dict[str, Any]:
    rows = _rows(table, doc_id)
    if not rows:
        raise KeyError(f"{doc_id}: no document has this id; .documents lists them")
    return rows[0]


def read(folder: PathLike, library: Library | None = None) -> Dataset:
    """The dataset in a folder that extract has written."""
    if not Path(folder, "facts").is_dir():
        raise Error(f"{os.fspath(folder)}: no folder facts in it", "run zhibiao.extract first", 2)
    return Dataset(folder, library)


def extract(
    paths: PathLike | Iterable[PathLike],
    out: PathLike | None = None,
    *,
    region: str | None = None,
    year: int | None = None,
    kind: str | None = None,
    manifest: PathLike | None = None,
    text_column: str | None = None,
    lexicon: PathLike | None = None,
    corrections: PathLike | None = None,
    jobs: int | None = None,
    force: bool = False,
    tokens: bool = False,
    strict: bool = False,
    library: Library | None = None,
) -> Dataset:
    """Reads reports and returns their facts.

    paths are files, folders or globs; out is the folder for the results (a
    temporary one where it is None). Rejected documents give a warning, or a
    RejectedError where strict is set; .rejects() lists them.
    """
    keep = tempfile.TemporaryDirectory(prefix="zhibiao-") if out is None else None
    folder = keep.name if keep else os.fspath(out)  # type: ignore[arg-type]
    args: list[str] = ["extract", "--quiet", "-o", folder]
    for flag, value in (
        ("--region", region),
        ("--year", year),
        ("--kind", kind),
        ("--manifest", manifest),
        ("--text-column", text_column),
        ("--lexicon", lexicon),
        ("--corrections", corrections),
        ("--jobs", jobs),
    ):
        if value is not None:
            args += [flag, str(value)]
    args += ["--force"] * force + ["--tokens"] * tokens
    named = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    done = _program.run([*args, "--", *(os.fspath(path) for path in named)], accept=(0, 3))
    data = Dataset(folder, library, keep)
    if done.returncode == 3:
        rejects = data.rejects()
        if strict:
            raise RejectedError(rejects)
        warnings.warn(str(RejectedError(rejects)), stacklevel=2)
    return data
