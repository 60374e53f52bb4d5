#!/usr/bin/env python3
"""The README's C++ example is tests/embed/readme_example.cpp, and that program prints what it should.

    check_readme.py PROGRAM        PROGRAM: the example, built
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PRINTED = """perl says: net 100
119
Permission denied: fork is not allowed here at -e line 1.
"""


def main() -> int:
    source = (ROOT / "tests/embed/readme_example.cpp").read_text()
    if f"```cpp\n{source}```" not in (ROOT / "README.md").read_text():
        print("README.md does not show tests/embed/readme_example.cpp")
        return 1
    run = subprocess.run([sys.argv[1]], capture_output=True, text=True, timeout=60, check=False)
    if run.returncode or run.stderr or run.stdout != PRINTED:
        print(f"status {run.returncode}\n{run.stdout}{run.stderr}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
