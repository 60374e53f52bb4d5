#!/usr/bin/env python3
"""Runs the programs of the perlipc manual under perl and under perlipc and compares.

    manual.py --perl perl --perlipc build/release/perlipc [--only REGEX] [-v]

Every code block of the manual is compiled (-c) by both; the blocks that can run are run by the
scenarios of scenarios.py with real peers. perl goes first: it is the oracle.
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import sys

from harness import Failure, Sandbox, normalise
from pod import Manual
from scenarios import SCENARIOS, switches_of


def compile_only(block):
    """A scenario that compiles one block; fragments perl refuses must be refused as well."""
    def check(box, _manual):
        said = box.run_code("block.pl", block.text, switches=("-c", *switches_of(block.text)))
        # For text that is no Perl at all only the refusal counts, not the parser's guesses.
        return said if "block.pl syntax OK" in said else "refused\n"
    return check


def run(name, check, manual, interpreter, peer):
    box = Sandbox(interpreter, peer)
    try:
        return normalise(check(box, manual), box), None
    except Failure as failure:
        return None, str(failure)
    finally:
        box.close()


def compare(name, check, manual, perl, perlipc, verbose):
    """True when both interpreters agree; prints what differs."""
    want, error = run(name, check, manual, perl, perlipc)
    if error:
        print(f"not ok {name}: the oracle failed: {error}")
        return False
    got, error = run(name, check, manual, perlipc, perl)
    if error:
        print(f"not ok {name}: {error}")
        return False
    if got == want:
        print(f"ok {name}")
        if verbose:
            sys.stdout.writelines(f"    {line}\n" for line in want.splitlines())
        return True
    print(f"not ok {name}: output differs")
    sys.stdout.writelines(f"    {line}\n" for line in difflib.unified_diff(
        want.splitlines(), got.splitlines(), "perl", "perlipc", lineterm=""))
    return False


def program(name):
    path = shutil.which(name)
    if not path:
        sys.exit(f"no such program: {name}")
    return os.path.abspath(path)


def known_gaps():
    """Checks that are known to differ: `name  # why` lines. They run all the same."""
    path = pathlib.Path(__file__).with_name("known_gaps.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {name for name in (line.split("#")[0].strip() for line in lines) if name}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--perl", default="perl")
    parser.add_argument("--perlipc", required=True)
    parser.add_argument("--only", default="", help="run the checks whose name matches")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was agreed on")
    options = parser.parse_args()
    perl, perlipc = program(options.perl), program(options.perlipc)
    manual = Manual()
    checks = [(f"compile line {b.line}", compile_only(b)) for b in manual.blocks]
    checks += SCENARIOS.items()
    chosen = [c for c in checks if re.search(options.only, c[0])]
    failed = [c[0] for c in chosen if not compare(*c, manual, perl, perlipc, options.verbose)]
    print(f"{len(chosen) - len(failed)} of {len(chosen)} agree")
    gaps = known_gaps()
    for name in failed:
        if name in gaps:
            print(f"known gap: {name} (tests/perlipc/known_gaps.txt)")
    return 0 if chosen and all(name in gaps for name in failed) else 1


if __name__ == "__main__":
    sys.exit(main())
