"""Puts the program into the wheel and names the platform that it runs on.

ZHIBIAO_PROGRAM is the path of the built program, ZHIBIAO_PLATFORM the
platform part of the wheel's tag (manylinux_2_17_x86_64.musllinux_1_1_x86_64,
win_amd64, …).
"""

import os
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ProgramHook(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "editable":
            return
        program = Path(os.environ.get("ZHIBIAO_PROGRAM", ""))
        platform = os.environ.get("ZHIBIAO_PLATFORM", "")
        if not program.is_file() or not platform:
            raise SystemExit("The wheel carries the program: build it with `make wheel`, which sets ZHIBIAO_PROGRAM and ZHIBIAO_PLATFORM.")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"
        name = "zhibiao.exe" if platform.startswith("win") else "zhibiao"
        build_data["force_include"][str(program.resolve())] = f"zhibiao/bin/{name}"
