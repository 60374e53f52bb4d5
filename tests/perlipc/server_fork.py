#!/usr/bin/env python3
"""Load test of the manual's forking TCP server (section "Internet TCP Clients and Servers").

    server_fork.py INTERPRETER [--requests 1000] [--clients 8] [--storm 3000]

The server runs verbatim except for its default port, which is picked here: under -T it may not
come from the command line. Parallel curl clients fetch from it while SIGHUPs rain on it; a module
loaded with -M gives the server a SIGHUP handler and makes SIGTERM a clean end. At the end every
request must have been answered, every child reaped, and the server must still have been there.
"""
import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

from harness import Failure, Sandbox, connect, free_port, wait_for
from pod import Manual
from scenarios import replace, switches_of

STORM = """package Storm;
our ($count, $owner) = (0, $$);
$SIG{HUP} = sub { $count++ };
$SIG{TERM} = sub { exit 0 };
END { print "storm $count\\n" if $$ == $owner }
1;
"""


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as listing:
        return listing.read().split()


def rain(pid, count, stop):
    """Sends SIGHUPs in bursts until all are sent or the clients are done."""
    for sent in range(count):
        if stop.is_set():
            break
        os.kill(pid, signal.SIGHUP)
        if sent % 10 == 9:
            time.sleep(0.005)


def fetch(port, requests, env):
    """One curl process making its requests one after the other; returns the pages it got."""
    url = f"http://127.0.0.1:{port}/[1-{requests}]"
    done = subprocess.run(["curl", "-s", "--http0.9", "--max-time", "60", url],
                          capture_output=True, timeout=300, env=env)
    # 56: the server closed without reading the request, after its answer had arrived.
    if done.returncode not in (0, 56):
        raise Failure(f"curl ended with {done.returncode}: {done.stderr!r}")
    return len(re.findall(rb"^Hello there, .*, it's now .*\r$", done.stdout, re.M))


def load(box, code, options):
    port = free_port()
    box.write("Storm.pm", STORM)
    name = box.write("server.pl", replace(code, "2345", str(port)))
    with open(box.path("out"), "wb") as out, open(box.path("err"), "wb") as err:
        process = subprocess.Popen(
            [box.interpreter, *switches_of(code), "-I.", "-MStorm", name], cwd=box.dir,
            env=box.env, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True)
    box.processes.append(process)
    connect(port).close()                       # one more connection, counted below
    shares = [options.requests // options.clients] * options.clients
    shares[0] += options.requests % options.clients
    answers, errors, stop = [], [], threading.Event()

    def client(share):
        try:
            answers.append(fetch(port, share, box.env))
        except (Failure, subprocess.TimeoutExpired) as failure:
            errors.append(str(failure))
    clients = [threading.Thread(target=client, args=(share,)) for share in shares if share]
    storm = threading.Thread(target=rain, args=(process.pid, options.storm, stop))
    began = time.monotonic()
    for thread in (*clients, storm):
        thread.start()
    for thread in clients:
        thread.join()
    took = time.monotonic() - began
    stop.set()
    storm.join()
    if process.poll() is not None:
        raise Failure(f"the server ended with {process.returncode}: {box.read('err')[-500:]}")
    if errors:
        raise Failure("; ".join(errors))
    if sum(answers) != options.requests:
        raise Failure(f"{sum(answers)} of {options.requests} requests answered")
    wait_for(lambda: not children_of(process.pid), "every child is reaped")
    # What it says of the last one comes behind the waitpid: SIGTERM waits for the next accept.
    wait_for(lambda: sleeps(process.pid), "the server waits again")
    process.terminate()
    if process.wait(timeout=20) != 0:
        raise Failure(f"the server ended with {process.returncode}")
    return verify(box, options, took)


def sleeps(pid):
    """Whether the process is blocked in a system call (proc(5), the state in /proc/PID/stat)."""
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] == "S"


def verify(box, options, took):
    said = box.read("out")
    begat, reaped = len(re.findall(r": begat \d+ at ", said)), said.count(": reaped ")
    storm = re.search(r"^storm (\d+)$", said, re.M)
    if begat != options.requests + 1 or reaped != begat:
        raise Failure(f"{begat} children for {options.requests + 1} connections, {reaped} reaped")
    if options.storm and (not storm or int(storm.group(1)) == 0):
        raise Failure("no SIGHUP was handled")
    return (f"{options.requests} requests, {begat} children reaped, "
            f"{storm.group(1)} SIGHUPs handled, {took:.1f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("interpreter")
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--storm", type=int, default=3000, help="how many SIGHUPs at most")
    options = parser.parse_args()
    path = shutil.which(options.interpreter) or sys.exit(f"no {options.interpreter}")
    code = Manual().find("Internet TCP Clients and Servers", "sub REAPER", "gethostbyaddr").text
    box = Sandbox(os.path.abspath(path), path)
    try:
        print("ok server_fork:", load(box, code, options))
        return 0
    except Failure as failure:
        print("not ok server_fork:", failure)
        return 1
    finally:
        box.close()


if __name__ == "__main__":
    sys.exit(main())
