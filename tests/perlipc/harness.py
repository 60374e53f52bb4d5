"""Processes, ports and temporary directories for the manual's programs.

Everything started here is ended here, by its own pid; every wait has a limit.
"""
import contextlib
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time

LIMIT = 30.0

FAKE_TOOLS = {
    # The manual calls tools that a test machine need not have; these stand in for them.
    "lpr": "cat > \"$SPOOL\"",
    "netstat": "printf 'Active\\ntcp 1\\nudp 2\\nunix 3\\n'",
    "fortune": "echo a short fortune",
    "who": "echo nobody is here",
    "ps": "echo \"ps $*\"",
}


class Failure(Exception):
    """The program under test did something its author did not expect."""


class Sandbox:
    """One scenario's directory, environment and processes, for one interpreter."""

    def __init__(self, interpreter, peer):
        self.interpreter = interpreter
        self.peer = peer
        self.dir = tempfile.mkdtemp(prefix="manual-")
        self.processes = []
        tools = os.path.join(self.dir, "bin")
        os.mkdir(tools)
        for name, body in FAKE_TOOLS.items():
            path = os.path.join(tools, name)
            with open(path, "w") as out:
                out.write(f"#!/bin/sh\n{body}\n")
            os.chmod(path, 0o755)
        self.env = {"PATH": tools + ":/usr/bin:/bin", "HOME": self.dir, "LC_ALL": "C",
                    "TZ": "UTC", "PERL_HASH_SEED": "0", "SPOOL": self.dir + "/spool"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):  # of a sanitized build's tests
            if name in os.environ:
                self.env[name] = os.environ[name]

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, text):
        with open(self.path(name), "w") as out:
            out.write(text)
        os.chmod(self.path(name), 0o755)
        return name

    def read(self, name):
        with open(self.path(name)) as source:
            return source.read()

    def start(self, script, *args, switches=(), program=None, **options):
        """Starts a script in a session of its own; ended at the latest by close()."""
        command = [program or self.interpreter, *switches, script, *args]
        options.setdefault("stdin", subprocess.DEVNULL)
        process = subprocess.Popen(command, cwd=self.dir, env=self.env, start_new_session=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
        self.processes.append(process)
        return process

    def run(self, script, *args, stdin=None, switches=(), limit=LIMIT):
        """Runs to the end; returns 'stdout', then 'stderr', then the status, as one text."""
        process = self.start(script, *args, switches=switches, stdin=subprocess.PIPE)
        try:
            out, err = process.communicate(stdin.encode() if stdin else None, timeout=limit)
        except subprocess.TimeoutExpired:
            raise Failure(f"no end within {limit} s") from None
        return transcript(out, err, process.returncode)

    def run_code(self, name, code, *args, **options):
        return self.run(self.write(name, code), *args, **options)

    def finish(self, process, signum=signal.SIGTERM):
        """Ends a server and returns what it said."""
        if process.poll() is None:
            process.send_signal(signum)
        try:
            out, err = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            raise Failure("does not end on a signal") from None
        return transcript(out, err, process.returncode)

    def close(self):
        for process in self.processes:
            if process.poll() is None:
                # The leader is not reaped yet, so the group still belongs to it.
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream:
                    stream.close()
        shutil.rmtree(self.dir, ignore_errors=True)


def transcript(out, err, status):
    return f"{out.decode('latin-1')}--stderr--\n{err.decode('latin-1')}--status-- {status}\n"


def normalise(text, sandbox):
    """Masks what differs between two runs of one program: pids, ports, times, the directory."""
    text = text.replace(sandbox.dir, "DIR").replace(sandbox.interpreter, "INTERPRETER")
    text = re.sub(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}",
                  "DATE", text)
    text = re.sub(r"\b(\S+\.pl) \d+: ", r"\1 PID: ", text)
    text = re.sub(r"\b([Pp]id|PID|begat|reaped)(:?) \d+", r"\1\2 PID", text)
    text = re.sub(r"\bport\s+\d+", "port PORT", text)
    text = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", text)
    text = re.sub(r"\(0x[0-9a-f]+\)", "(ADDRESS)", text)
    return re.sub(r"\b(shm key|deleting shm|sem id) \d+", r"\1 ID", text)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def connect(port, limit=LIMIT):
    """Connects to a server that may still be starting."""
    end = time.monotonic() + limit
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=LIMIT)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise Failure(f"nobody listens on the port within {limit} s") from None
            time.sleep(0.02)


def read_all(connection):
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts).decode("latin-1")


def read_until(stream, pattern, limit=LIMIT):
    """Reads a process's pipe until the pattern appears."""
    seen, end = b"", time.monotonic() + limit
    while not re.search(pattern, seen):
        ready, _, _ = select.select([stream], [], [], max(0, end - time.monotonic()))
        part = os.read(stream.fileno(), 65536) if ready else b""
        if not part:
            raise Failure(f"{pattern!r} did not come; got {seen!r}")
        seen += part
    return seen.decode("latin-1")


def wait_for(condition, what, limit=LIMIT):
    end = time.monotonic() + limit
    while not condition():
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {limit} s")
        time.sleep(0.02)
