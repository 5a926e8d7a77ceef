"""Parquet files as the frames of whichever library is there."""

from __future__ import annotations

import glob
import importlib.util
import os
from typing import Any, Literal

from ._error import Error

Library = Literal["pandas", "polars", "pyarrow"]

_ORDER: tuple[Library, ...] = ("pandas", "polars", "pyarrow")


def chosen(library: Library | None) -> Library:
    """The library asked for, else the first of pandas, polars and pyarrow that is installed."""
    if library is not None:
        if library not in _ORDER:
            raise ValueError(f"library {library!r}: one of pandas, polars, pyarrow")
        return library
    for name in _ORDER:
        if importlib.util.find_spec(name) and (name != "pandas" or importlib.util.find_spec("pyarrow")):
            return name
    raise ImportError("install pandas with pyarrow, or polars, or pyarrow: pip install 'zhibiao[pandas]'")


def parquet(path: str | os.PathLike[str], library: Library | None, columns: list[str] | None = None) -> Any:
    """One Parquet file, or all of a folder, as a frame."""
    which = chosen(library)
    files = sorted(glob.glob(os.path.join(glob.escape(os.fspath(path)), "*.parquet"))) if os.path.isdir(path) else [os.fspath(path)]
    if not files:
        raise Error(f"{os.fspath(path)}: there is no .parquet file in it", "run zhibiao.extract first", 2)
    if which == "polars":
        import polars

        frame = polars.read_parquet(files, columns=columns, glob=False)
        return frame
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.concat_tables([pyarrow.parquet.ParquetFile(f).read(columns=columns) for f in files])
    return table.to_pandas() if which == "pandas" else table
