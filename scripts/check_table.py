#!/usr/bin/env python3
"""Check builtins/table.def: sorted by name, no name twice, every implementation defined (inline_op stands for
code that the compiler emits), every builtin used by a script under tests/script."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "builtins" / "table.def"
ROW = re.compile(r"^\s*[A-Z_]+\(\s*\"?([^\s,\"]+)\"?\s*,\s*(\w+)\s*,")


def rows():
    """(line number, name, implementation) of each row: lines that start with MACRO(name, implementation,."""
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        match = ROW.match(line)
        if match and not line.lstrip().startswith("//"):
            yield number, match[1], match[2]


def defined_functions() -> set[str]:
    pattern = re.compile(r"\b(\w+)\s*\([^;{}]*\)\s*(?:noexcept\s*)?\{")
    # Those that look at frames (bless, caller, die ...) live in interp/.
    return {name for folder in ("builtins", "interp") for file in (ROOT / folder).rglob("*.cpp")
            for name in pattern.findall(file.read_text(encoding="utf-8"))}


def words_in_tests() -> set[str]:
    words: set[str] = set()
    for script in (ROOT / "tests" / "script").rglob("*.t"):
        words.add(script.stem)
        words.update(re.findall(r"-?[A-Za-z_]\w*", script.read_text(encoding="utf-8", errors="replace")))
    return words


def main() -> int:
    if not TABLE.exists():
        print("builtins/table.def is not there")
        return 1
    errors = []
    table = list(rows())
    functions, tested = defined_functions(), words_in_tests()
    previous = ""
    for number, name, implementation in table:
        plain = name.removeprefix("k_").rstrip("_")
        if name <= previous:
            errors.append(f"{number}: {name} comes after {previous}: rows are sorted by name, each once")
        if implementation != "inline_op" and implementation not in functions:
            errors.append(f"{number}: {name}: no function {implementation} in builtins/ or interp/")
        if not {name, plain} & tested:
            errors.append(f"{number}: {name}: no script under tests/script uses it")
        previous = name
    for error in errors:
        print(f"builtins/table.def:{error}")
    print(f"{len(table)} builtins, {len(errors)} complaints")
    return 1 if errors or not table else 0


if __name__ == "__main__":
    sys.exit(main())
