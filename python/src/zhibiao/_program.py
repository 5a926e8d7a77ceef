"""The program that the wheel carries: where it lies, how it is run."""

from __future__ import annotations

import functools
import hashlib
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from ._error import Error, from_message

NAME = "zhibiao.exe" if os.name == "nt" else "zhibiao"

_Process = TypeVar("_Process")
_REMEDY = "install the wheel of this platform, or name the program in $ZHIBIAO_PROGRAM"


@functools.lru_cache(maxsize=None)
def path() -> str:
    """The program's path.

    $ZHIBIAO_PROGRAM wins. Else it is the one inside the package, which is
    unpacked once into the temporary folder where the package itself is read
    from a zip file (Spark's --py-files) or has lost its right to be run.
    """
    named = os.environ.get("ZHIBIAO_PROGRAM")
    if named:
        return named
    inside = resources.files(__package__).joinpath("bin", NAME)
    if isinstance(inside, Path) and os.access(inside, os.X_OK):
        return str(inside)
    if not inside.is_file():
        raise Error("the package carries no program", _REMEDY, 1)
    return _unpacked(inside.read_bytes())


def _unpacked(program: bytes) -> str:
    digest = hashlib.sha256(program).hexdigest()
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    folder = Path(tempfile.gettempdir(), f"zhibiao-{user}-{digest[:16]}")
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        folder = Path(tempfile.mkdtemp(prefix="zhibiao-"))
    target = folder / NAME
    if target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() == digest:
        return str(target)
    handle, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(program)
    os.chmod(name, stat.S_IRWXU)
    os.replace(name, target)
    return str(target)


def started(start: Callable[..., _Process], args: Sequence[str | os.PathLike[str]], **options: Any) -> _Process:
    """What start, a function of subprocess, makes of the program. One that cannot be started is an Error."""
    command = [path(), *(os.fspath(arg) for arg in args)]
    try:
        return start(command, **options)
    except OSError as why:
        raise Error(f"{command[0]}: the program cannot be started: {why.strerror}", _REMEDY, 1) from why


def run(args: Sequence[str | os.PathLike[str]], text: str | None = None, accept: Sequence[int] = (0,)) -> subprocess.CompletedProcess[str]:
    """Runs the program to its end. An exit code that is not accepted is an Error."""
    done: subprocess.CompletedProcess[str] = started(
        subprocess.run,
        args,
        input=text,
        stdin=subprocess.DEVNULL if text is None else None,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in accept:
        raise from_message(done.stderr, done.returncode)
    return done


def main() -> None:
    """The command `zhibiao`."""
    if os.name == "nt":
        sys.exit(subprocess.call([path(), *sys.argv[1:]]))
    os.execv(path(), [path(), *sys.argv[1:]])
