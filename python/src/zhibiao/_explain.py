"""One sentence, explained."""

from __future__ import annotations

import json

from . import _program
from ._show import Explanation


def explain(text: str, date: str | None = None) -> Explanation:
    """What the program sees in a text.

    date (YYYY-MM-DD) sets what 今年 refers to, today by default. A notebook
    shows the answer in colour. Line breaks are read as spaces.
    """
    args = ["explain", "--json", *(["--date", date] if date else []), "-"]
    line = " ".join(text.splitlines()) + "\n"
    answer = json.loads(_program.run(args, text=line).stdout)
    return Explanation(line[:-1], answer["facts"], answer["quantities"], answer["periods"])
