#!/usr/bin/env python3
"""Check who includes whom. RULES is the architecture; anything it does not allow is an error."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# folder: (project headers it may include, third-party headers it may include in any file,
#          third-party headers it may include in .cpp files only). The longest matching folder counts.
RULES = {
    "runtime/": (["runtime/"], ["boost/system/"], ["boost/"]),
    "builtins/": (["builtins/", "runtime/", "interp/value/"], ["boost/system/"], []),
    "builtins/modules/": (["builtins/", "runtime/", "interp/value/"], ["boost/system/"], ["zlib.h"]),
    "interp/value/": (["interp/value/"], [], []),
    "interp/regex/": (["interp/regex/", "interp/value/"], [], ["pcre2.h"]),
    "interp/": (["interp/", "builtins/", "runtime/waiter.h"], [], []),
    "interp/api/": (["interp/", "builtins/", "runtime/waiter.h", "runtime/watchdog.h",
                     "runtime/native_stack.h"], ["boost/"], []),
}
# Everything in angle brackets that is not one of these is the standard library or POSIX.
THIRD_PARTY = ("boost/", "pcre2", "zlib.h", "gtest/", "benchmark/", "fmt/")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')


def rule_for(path: str):
    return RULES[max((folder for folder in RULES if path.startswith(folder)), key=len)]


def complaint(path: str, quoted: bool, header: str) -> str | None:
    project, anywhere, in_cpp = rule_for(path)
    if quoted:
        allowed = any(header.startswith(prefix) for prefix in project)
        return None if allowed else "this layer may not include it"
    if not header.startswith(THIRD_PARTY):
        return None
    if any(header.startswith(prefix) for prefix in anywhere):
        return None
    if any(header.startswith(prefix) for prefix in in_cpp):
        return None if path.endswith(".cpp") else "a heavy header: include it in a .cpp file only"
    return "this library is not for this layer"


def main() -> int:
    errors = 0
    for folder in ("runtime", "builtins", "interp"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix not in (".h", ".hpp", ".cpp", ".def"):
                continue
            path = file.relative_to(ROOT).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                why = match and complaint(path, match[1] == '"', match[2])
                if why:
                    print(f"{path}:{number}: includes {match[2]}: {why}")
                    errors += 1
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
