#!/usr/bin/env python3
"""Check what a formatter cannot: file length, #pragma once, a comment that opens the file, words of
unfinished work."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINE_LIMIT = 800
LONG_BY_NATURE = {"interp/vm_dispatch.cpp"}
UNFINISHED = re.compile(r"\b(TODO|XXX|FIXME|HACK|for now)\b")
FOLDERS = {"runtime": (".h", ".cpp"), "builtins": (".h", ".cpp", ".def", ".pm"),
           "interp": (".h", ".hpp", ".cpp", ".def"), "tests/unit": (".h", ".cpp"), "tests/embed": (".h", ".cpp")}


def complaints(path: str, text: str):
    lines = text.splitlines()
    if len(lines) > LINE_LIMIT and path not in LONG_BY_NATURE and not path.endswith(".def"):
        yield 1, f"{len(lines)} lines; the limit is {LINE_LIMIT}"
    if path.endswith((".h", ".hpp")) and "#pragma once" not in text:
        yield 1, "no #pragma once"
    if path.endswith((".h", ".hpp", ".cpp", ".def")) and not text.startswith(("//", "/*")):
        yield 1, "no comment at the top that says what the file is for"
    for number, line in enumerate(lines, 1):
        found = UNFINISHED.search(line) if not path.endswith(".pm") else None  # TODO is a word of TAP
        if found:
            yield number, f"'{found[0]}': finish it, or refuse the case by name"


def main() -> int:
    errors = 0
    for folder, suffixes in FOLDERS.items():
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix not in suffixes or not file.is_file():
                continue
            path = file.relative_to(ROOT).as_posix()
            for number, why in complaints(path, file.read_text(encoding="utf-8", errors="replace")):
                print(f"{path}:{number}: {why}")
                errors += 1
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
