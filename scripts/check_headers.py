#!/usr/bin/env python3
"""Check that every header compiles by itself, two at a time."""
import concurrent.futures
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMAND = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-x", "c++-header",
           f"-I{ROOT}", f"-I{ROOT}/build/release/generated"]


def check(header: pathlib.Path) -> str:
    run = subprocess.run(COMMAND + [str(header)], capture_output=True, text=True, check=False)
    return run.stderr if run.returncode else ""


def main() -> int:
    headers = [file for folder in ("runtime", "builtins", "interp")
               for suffix in ("*.h", "*.hpp") for file in sorted((ROOT / folder).rglob(suffix))]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        failures = [text for text in pool.map(check, headers) if text]
    for text in failures:
        print(text)
    print(f"{len(headers)} headers, {len(failures)} not self-contained")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
