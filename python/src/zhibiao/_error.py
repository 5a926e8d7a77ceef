"""What goes wrong, as exceptions."""

from __future__ import annotations


class Error(Exception):
    """The program refused or failed.

    reason is what is wrong, remedy what can be done about it (may be empty),
    code the program's exit code: 1 failed, 2 wrong arguments, 3 some
    documents were rejected.
    """

    def __init__(self, reason: str, remedy: str = "", code: int = 1) -> None:
        super().__init__(f"{reason} ({remedy})" if remedy else reason)
        self.reason = reason
        self.remedy = remedy
        self.code = code


class RejectedError(Error):
    """Documents were rejected. rejects lists them, each a dict with source,
    stage, reason and remedy."""

    def __init__(self, rejects: list[dict[str, str]]) -> None:
        first = rejects[0] if rejects else {"source": "", "reason": "", "remedy": ""}
        reason = f"{first['source']}: {first['reason']}"
        if len(rejects) > 1:
            reason = f"{len(rejects)} documents were rejected, the first: {reason}"
        super().__init__(reason, first["remedy"], 3)
        self.rejects = rejects


def from_message(stderr: str, code: int) -> Error:
    """An Error of what the program printed: its last line `zhibiao: reason (remedy)` or `zhibiao: reason; remedy`."""
    lines = [line[len("zhibiao: ") :] for line in stderr.splitlines() if line.startswith("zhibiao: ")]
    text = lines[-1] if lines else (stderr.strip() or f"the program ended with exit code {code}")
    for mark, end in ((" (", ")"), ("（办法：", "）"), ("; ", ""), ("；请", "")):
        reason, found, remedy = text.removesuffix(end).rpartition(mark)
        if reason and found and text.endswith(end):
            return Error(reason, ("请" if "请" in mark else "") + remedy, code)
    return Error(text, "", code)
