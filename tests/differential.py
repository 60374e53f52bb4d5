#!/usr/bin/env python3
"""Run Perl scripts under perl and under perlipc and compare what they do.

stdout, stderr and exit status must be equal, byte for byte. tests/README.md describes the header
comments a script may carry. The runner owns every process it starts: each script is the leader of
its own session, and its process group is killed when it ends or runs out of time.
"""

import argparse
import base64
import concurrent.futures
import difflib
import hashlib
import json
import os
import pathlib
import re
import resource
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent
SCRIPTS = TESTS / "script"
CACHE_FORMAT = 2
DIFF_LINES = 14
HASH_SEEDS = ("0", "1", "20221")
PASSED_THROUGH = ("PATH", "LD_LIBRARY_PATH",
                  "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS")


class Script:
    """A script file with what its leading comments ask for."""

    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        self.source = self.path.read_bytes()
        self.stdin = b""
        self.arguments = []
        self.switches = []
        self.exit_status = 0
        self.perlipc_only = None
        self.not_sanitized = False
        for line in self.source.decode("utf-8", "surrogateescape").split("\n"):
            if line and not line.startswith("#"):
                break
            header = re.match(r"#\s*(stdin|args|switches|exit|perlipc-only|not-sanitized):\s?(.*)$", line)
            if header:
                self.read_header(*header.groups())

    def read_header(self, name, text):
        if name == "stdin":
            self.stdin += text.encode("utf-8", "surrogateescape") + b"\n"
        elif name == "args":
            self.arguments = shlex.split(text)
        elif name == "switches":
            self.switches = shlex.split(text)
        elif name == "exit":
            self.exit_status = int(text)
        elif name == "not-sanitized":
            self.not_sanitized = True
        else:
            self.perlipc_only = text.strip() or "no reason given"

    @property
    def name(self):
        try:
            return str(self.path.relative_to(SCRIPTS))
        except ValueError:
            return str(self.path)


class Outcome:
    """What one run printed and its status: negative for a signal, None for a timeout."""

    def __init__(self, stdout, stderr, status):
        self.stdout, self.stderr, self.status = stdout, stderr, status

    def same_as(self, other):
        return (self.stdout, self.stderr, self.status) == (other.stdout, other.stderr, other.status)

    def to_json(self):
        encode = lambda data: base64.b64encode(data).decode()
        return json.dumps([encode(self.stdout), encode(self.stderr), self.status])

    @staticmethod
    def from_json(text):
        stdout, stderr, status = json.loads(text)
        return Outcome(base64.b64decode(stdout), base64.b64decode(stderr), status)


def environment(home, hash_seed):
    env = {name: os.environ[name] for name in PASSED_THROUGH if name in os.environ}
    env.update(HOME=home, TMPDIR=home, LC_ALL="C", TZ="UTC0",
               PERL_HASH_SEED=hash_seed, PERL_PERTURB_KEYS="0")
    return env


def wait_for(process, timeout):
    """Wait for the leader, then kill what is left of its group while its pid cannot be reused."""
    pidfd = os.pidfd_open(process.pid)
    try:
        poller = select.poll()
        poller.register(pidfd, select.POLLIN)
        ended = bool(poller.poll(timeout * 1000))
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        status = process.wait()
    finally:
        os.close(pidfd)
    return status if ended else None


def run(interpreter, script, timeout, hash_seed="0"):
    """Run in an empty directory. Output goes to files, so a stray child cannot hold us."""
    base = tempfile.mkdtemp(prefix="differential-")
    try:
        home = os.path.join(base, "cwd")
        os.mkdir(home)
        paths = {name: os.path.join(base, name) for name in ("in", "out", "err")}
        pathlib.Path(paths["in"]).write_bytes(script.stdin)
        stdin_path = paths["in"] if script.stdin else os.devnull
        with open(stdin_path, "rb") as stdin, open(paths["out"], "wb") as out, \
                open(paths["err"], "wb") as err:
            process = subprocess.Popen(
                [interpreter, *script.switches, str(script.path), *script.arguments],
                stdin=stdin, stdout=out, stderr=err, cwd=home,
                env=environment(home, hash_seed), start_new_session=True)
            status = wait_for(process, timeout)
        read = lambda name: pathlib.Path(paths[name]).read_bytes()
        return Outcome(read("out"), read("err"), status)
    finally:
        shutil.rmtree(base, ignore_errors=True)


class Oracle:
    """perl, with a cache of what it did, keyed by script text, path and perl build."""

    def __init__(self, perl, cache, timeout):
        self.perl, self.timeout = perl, timeout
        self.cache = pathlib.Path(cache)
        self.cache.mkdir(parents=True, exist_ok=True)
        self.version = subprocess.run([perl, "-V"], capture_output=True, check=True).stdout

    def outcome(self, script):
        key = hashlib.sha256()
        for part in (str(CACHE_FORMAT).encode(), self.version, bytes(script.path), script.source):
            key.update(len(part).to_bytes(8, "big") + part)
        entry = self.cache / key.hexdigest()
        try:
            return Outcome.from_json(entry.read_text())
        except (OSError, ValueError):
            pass
        outcome = run(self.perl, script, self.timeout)
        if outcome.status is not None:
            fresh = tempfile.NamedTemporaryFile("w", dir=self.cache, delete=False)
            with fresh:
                fresh.write(outcome.to_json())
            os.replace(fresh.name, entry)
        return outcome


def oracle_problems(script, outcome):
    """Reasons why perl's own run cannot serve as a reference."""
    if outcome.status is None:
        return ["perl itself timed out"]
    if not outcome.stdout and not outcome.stderr:
        return ["perl itself prints nothing: the script tests nothing"]
    if outcome.status != script.exit_status:
        return [f"perl exits {outcome.status}, the script declares {script.exit_status}"
                f" (header `# exit: {outcome.status}` if that is intended)",
                *text(outcome.stderr).splitlines()[:5]]
    return []


def text(data):
    return data.decode("utf-8", "backslashreplace")


def describe(status):
    return "timeout" if status is None else f"signal {-status}" if status < 0 else f"exit {status}"


def differences(expected, actual):
    report = []
    if expected.status != actual.status:
        report.append(f"status: perl {describe(expected.status)},"
                      f" perlipc {describe(actual.status)}")
    for name in ("stdout", "stderr"):
        want, got = getattr(expected, name), getattr(actual, name)
        if want == got:
            continue
        lines = list(difflib.unified_diff(text(want).splitlines(), text(got).splitlines(),
                                          f"perl {name}", f"perlipc {name}", lineterm="", n=1))
        if not lines:
            lines = [f"{name}: only line ends or invalid UTF-8 differ",
                     f"-{want[-60:]!r}", f"+{got[-60:]!r}"]
        report += lines[:DIFF_LINES]
        if len(lines) > DIFF_LINES:
            report.append(f"... {len(lines) - DIFF_LINES} more lines")
    return report


def tap_problems(outcome):
    """The rule for `# perlipc-only:` scripts, which have no reference."""
    lines = text(outcome.stdout).splitlines()
    problems = [line for line in lines
                if line.lstrip().startswith("not ok") and "# TODO" not in line]
    if outcome.status != 0:
        problems.append(f"status: {describe(outcome.status)}")
        problems += text(outcome.stderr).splitlines()[-5:]
    if not any(re.match(r"ok\b|1\.\.0 # SKIP", line, re.IGNORECASE) for line in lines):
        problems.append("no TAP on stdout")
    return problems


def compare(script, oracle, options):
    if script.perlipc_only:
        return tap_problems(run(options.perlipc, script, options.timeout))
    expected = oracle.outcome(script)
    problems = oracle_problems(script, expected)
    return problems or differences(expected, run(options.perlipc, script, options.timeout))


def check_script(script, options):
    """Is the script a sound test? perl must do the same thing under different hash seeds."""
    if script.perlipc_only:
        return []
    first, *others = [run(options.perl, script, options.timeout, seed) for seed in HASH_SEEDS]
    problems = oracle_problems(script, first)
    for other in others:
        if not problems and not first.same_as(other):
            problems = ["not deterministic under perl", *differences(first, other)]
    return problems


def path_of(name):
    """A script as a path, or as tests/script names it: area/name.t or area/name."""
    for path in (pathlib.Path(name), SCRIPTS / name, SCRIPTS / (name + ".t")):
        if path.is_file():
            return path
    sys.exit(f"differential.py: no script {name}, here or in {SCRIPTS}")


def find_scripts(options):
    if options.scripts:
        paths = [path_of(name) for name in options.scripts]
    else:
        folders = [SCRIPTS / area for area in options.area or [""]]
        for folder in folders:
            if not folder.is_dir():
                sys.exit(f"differential.py: no folder {folder}")
        paths = [path for folder in folders for path in sorted(folder.rglob("*.t"))]
    if not paths:
        sys.exit("differential.py: no scripts found")
    scripts = [Script(path) for path in paths]
    if options.sanitized:
        for script in scripts:
            if script.not_sanitized:
                print(f"not for a sanitized build: {script.name}", flush=True)
    return [s for s in scripts if not (options.sanitized and s.not_sanitized)]


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--perl", default="perl", help="the reference")
    parser.add_argument("--perlipc", help="the interpreter under test")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1,
                        help="scripts that run at the same time")
    parser.add_argument("--timeout", type=float, default=20, help="seconds for each run")
    parser.add_argument("--area", action="append", help="a folder of tests/script; may be repeated")
    parser.add_argument("--cache", default=str(TESTS.parent / ".cache" / "differential"),
                        help="where perl's results are kept")
    parser.add_argument("--check-scripts", action="store_true",
                        help="no perlipc: check that every script is deterministic under perl")
    parser.add_argument("--sanitized", action="store_true",
                        help="perlipc is a sanitizer build: leave out what asks for it")
    parser.add_argument("scripts", nargs="*",
                        help="paths, or names in tests/script (area/name); all of them otherwise")
    options = parser.parse_args()
    if not options.check_scripts:
        if not options.perlipc:
            parser.error("--perlipc PATH is needed")
        found = shutil.which(options.perlipc)
        if not found:
            parser.error(f"cannot run {options.perlipc}")
        options.perlipc = str(pathlib.Path(found).resolve())
    return options


def read_gaps(path):
    """Scripts that are known to differ: `area/name.t  # why` lines. They run all the same."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {name for name in (line.split("#")[0].strip() for line in lines) if name}


def raise_stack_limit():
    """Sanitizers make frames several times as large: deep structures need more stack then."""
    size, most = 256 << 20, resource.getrlimit(resource.RLIMIT_STACK)[1]
    if most == resource.RLIM_INFINITY or most >= size:
        resource.setrlimit(resource.RLIMIT_STACK, (size, most))


def main():
    options = parse_options()
    raise_stack_limit()
    scripts = find_scripts(options)
    if options.check_scripts:
        examine = lambda script: check_script(script, options)
    else:
        oracle = Oracle(options.perl, options.cache, options.timeout)
        examine = lambda script: compare(script, oracle, options)
    failed = known = 0
    gaps = set() if options.check_scripts else read_gaps(SCRIPTS / "known_gaps.txt")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for script, problems in zip(scripts, pool.map(examine, scripts)):
            gap = f"{script.path.parent.name}/{script.path.name}" in gaps
            if problems and gap:
                known += 1
                print(f"known gap: {script.path.parent.name}/{script.path.name}", flush=True)
            elif gap:
                print(f"gap closed, take it off the list: {script.path.parent.name}/{script.path.name}", flush=True)
            elif problems:
                failed += 1
                report = [f"FAIL {script.name}", *("    " + line for line in problems)]
                print("\n".join(report), flush=True)
    if known:
        print(f"{known} known gaps (tests/script/known_gaps.txt)")
    print(f"{len(scripts) - failed - known} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
