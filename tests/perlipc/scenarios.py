"""Scenarios that run the manual's blocks: each returns the text two interpreters must agree on.

A block runs verbatim. What it leaves to the reader (a variable, a program name, a port) comes from
a prelude or from a substitution named at the call; a port is always picked at run time.
"""
import http.server
import re
import signal
import socket
import struct
import subprocess
import threading
import time

from harness import LIMIT, Failure, connect, free_port, read_all, read_until, wait_for

SCENARIOS = {}


def scenario(function):
    SCENARIOS[function.__name__] = function
    return function


def switches_of(code):
    return ("-T",) if code.split("\n", 1)[0].endswith("-T") else ()


def replace(text, old, new):
    if old not in text:
        raise LookupError(f"the manual no longer says {old!r}")
    return text.replace(old, new)


class Once(threading.Thread):
    """A peer that serves a fixed number of connections with a function, then ends."""

    def __init__(self, serve, count=1):
        super().__init__(daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(LIMIT)
        self.port = self.listener.getsockname()[1]
        self.serve, self.count = serve, count
        self.start()

    def run(self):
        with self.listener:
            for _ in range(self.count):
                try:
                    connection, _ = self.listener.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(LIMIT)
                    self.serve(connection)


# Signals ------------------------------------------------------------------------------------

@scenario
def catch_zap(box, manual):
    code = manual.find("Signals", "sub catch_zap").text
    return box.run_code("zap.pl", code + 'eval { kill INT => $$; sleep 5 };\n'
                        'print "$shucks ", $@ =~ /^(Somebody .*?) at /, "\\n";\n'
                        '$SIG{INT} = __PACKAGE__ . "::catch_zap"; eval { kill INT => $$ };\n'
                        'print "$shucks\\n";\n')


@scenario
def ignore_hup_of_own_group(box, manual):
    code = manual.find("Signals", "kill HUP => -getpgrp()").text
    return box.run_code("group.pl", "$| = 1;\n" + code + 'print "survived\\n"; kill HUP => $$; sleep 5;\n')


@scenario
def probe_with_signal_zero(box, manual):
    wicked = manual.find("Signals", "something wicked").text
    looks = manual.find("Signals", "looks dead").text
    return box.run_code("zero.pl", 'my $kid_pid = my $pid = fork; exit unless $pid;\n'
                        'waitpid $pid, 0; local $SIG{__WARN__} = sub { print $_[0] =~ '
                        's/\\d+/N/gr };\n' + wicked + looks +
                        '$kid_pid = $pid = $$;\n' + wicked + looks + 'print "done\\n";\n')


@scenario
def anonymous_int_handler(box, manual):
    code = manual.find("Signals", "Outta here").text
    return box.run_code("outta.pl", "$! = 0;\n" + code + "kill INT => $$; sleep 5;\n")


@scenario
def reap_into_a_hash(box, manual):
    code = manual.find("Signals", "$Kid_Status{$child}").text
    return box.run_code("kids.pl", code + 'my @p = map { my $c = $_; my $p = fork; '
                        'exit $c unless $p; $p } 1 .. 5;\n'
                        'select undef, undef, undef, 0.05 until keys %Kid_Status == 5;\n'
                        'print join(",", map { $Kid_Status{$_} >> 8 } @p), "\\n";\n')


@scenario
def reap_while_running_commands(box, manual):
    code = manual.find("Signals", "cleanup_child").text
    return box.run_code("clean.pl", 'my $command = "true"; my $n = 0;\n'
                        'sub cleanup_child { my ($p, $s) = @_; if (++$n == 3) { '
                        'print "three reaped, status $s\\n"; exit 0 } }\n' + code)


@scenario
def alarm_around_flock(box, manual):
    code = replace(manual.find("Signals", "alarm clock restart").text, "alarm 10", "alarm 1")
    return box.run_code("lock.pl", 'open my $other, ">", "lock" or die; flock $other, 2;\n'
                        'open my $fh, ">", "lock" or die;\n' + code +
                        'print $@ =~ /^(.*?) at /, "\\n";\nclose $other;\n' + code +
                        'print "[$@]\\n";\n')


@scenario
def restart_on_sighup(box, manual):
    code = manual.find("Handling the SIGHUP Signal in Daemons", "got SIGHUP").text
    first, rest = code.split("\n", 1)
    if not first.startswith("#!"):
        raise LookupError("the daemon no longer starts with #!")
    box.write("daemon.pl", f"#!{box.interpreter}\n{rest}")
    process = box.start("daemon.pl", "one", "two words")
    text = read_until(process.stdout, rb"(?:^|\n)1\n")
    process.send_signal(signal.SIGHUP)
    text += read_until(process.stdout, rb"(?:^|\n)1\n")
    # The handler ran with its signal blocked and exec keeps the mask, so this one stays pending.
    process.send_signal(signal.SIGHUP)
    text += read_until(process.stdout, rb"\n?2\n")
    pids = {line for line in text.split("\n") if line.startswith("PID: ")}
    if len(pids) != 1:
        raise Failure("exec changed the pid")
    return text + box.finish(process)


@scenario
def sigaction_alarm(box, manual):
    code = manual.find("Deferred Signals (Safe Signals)", "POSIX::sigaction").text
    return box.run_code("action.pl", code + 'eval { alarm 1; select undef, undef, undef, 20 };\n'
                        'print $@ =~ /^(\\w+) at /, "\\n";\n')


# Named pipes and pipe opens -----------------------------------------------------------------

@scenario
def make_fifo(box, manual):
    code = manual.find("Named Pipes", "use POSIX qw(mkfifo)").text
    return box.run_code("fifo.pl", 'my $path = "ff";\n' + code +
                        'printf "%d %o\\n", -p $path ? 1 : 0, (stat $path)[2] & 0777;\n')


@scenario
def signature_fifo(box, manual):
    code = manual.find("Named Pipes", ".signature").text
    process = box.start(box.write("signature.pl", code))
    reads = []
    for _ in range(2):
        wait_for(lambda: subprocess.run(["test", "-p", box.path(".signature")]).returncode == 0,
                 "the fifo appears")
        reads.append(subprocess.run(["cat", box.path(".signature")], capture_output=True,
                                    text=True, timeout=LIMIT).stdout)
    if reads[0] != reads[1] or "John" not in reads[0]:
        raise Failure(f"read {reads!r}")
    return reads[0] + box.finish(process)


@scenario
def spooler(box, manual):
    code = manual.find("Using open() for IPC", "stuff", "spooler pipe broke").text
    return box.run_code("spool.pl", code) + box.read("spool")


@scenario
def status_pipe(box, manual):
    code = manual.find("Using open() for IPC", "netstat -an 2>&1", "while (<$status>)").text
    return box.run_code("status.pl", code)


@scenario
def two_argument_pipes(box, manual):
    code = manual.find("Using open() for IPC", "| cat -v", "netstat -an 2>&1 |").text
    return box.run_code("two.pl", code + 'print $spooler "x\\n"; close $spooler; print <$status>;\n')


@scenario
def backtick_filter(box, manual):
    return box.run_code("tick.pl", manual.find("Using open() for IPC", "print grep").text)


@scenario
def bogus_commands(box, manual):
    dies = manual.find("Using open() for IPC", '"bogus"', "neither necessary").text
    ignores = manual.find("Using open() for IPC", '"bogus"', "status=").text
    return box.run_code("bogus.pl", "$! = 0;\n" + dies) \
        + box.run_code("bogus2.pl", "use warnings;\n" + ignores)


@scenario
def daemonize(box, manual):
    code = manual.find("Complete Dissociation of Child from Parent", "sub daemonize").text
    text = box.run_code("dissociate.pl", code + 'my $dir = shift; daemonize();\n'
                        'open my $o, ">", "$dir/part" or die; use Cwd;\n'
                        'print $o getcwd, " ", getpgrp == $$ ? "leader" : "member", " ",\n'
                        '    -t STDIN ? 1 : 0, fileno(STDOUT), fileno(STDERR), "\\n";\n'
                        'close $o; rename "$dir/part", "$dir/done";\n', box.dir)

    def ready():
        return subprocess.run(["test", "-e", box.path("done")]).returncode == 0
    wait_for(ready, "the daemon writes")
    return text + box.read("done")


# Safe pipe opens -----------------------------------------------------------------------------

SAFE = "Safe Pipe Opens"


@scenario
def safe_write_to_self(box, manual):
    code = replace(manual.find(SAFE, "PRECIOUS").text, "/path/to/some/safe/file", "precious")
    return box.run_code("precious.pl", 'my @some_data = ("a\\n", "b\\n");\n' + code) \
        + box.read("precious")


@scenario
def safe_read_from_exec(box, manual):
    code = replace(manual.find(SAFE, "do something interesting").text,
                   "# do something interesting", "print")
    return box.run_code("reader.pl", 'my ($program, @options) = ("echo", "-n");\n'
                        'my @args = ("*", "a b", "\\$HOME\\n");\n' + code)


@scenario
def safe_write_to_exec(box, manual):
    code = manual.find(SAFE, "whoops").text
    return box.run_code("writer.pl", '$| = 1; my ($program, @options, @args) = ("tr", "a-z", "A-Z");\n'
                        'my @data = ("text\\n", "more\\n");\n' + code)


@scenario
def nested_forks_with_pipe_open(box, manual):
    code = manual.find(SAFE, "second fork failed").text
    return box.run_code("nested.pl", code + 'wait; print "left $?\\n";\n')


@scenario
def nested_forks_with_pipe(box, manual):
    code = manual.find(SAFE, "pipe(my $reader").text
    return box.run_code("nested2.pl", code + 'close $writer; 1 while wait != -1; print "all\\n";\n')


@scenario
def list_form_opens(box, manual):
    string = manual.find(SAFE, '"ps aux")').text
    listed = manual.find(SAFE, "@ps_args").text
    return box.run_code("ps.pl", string + "print <$ps_pipe>; close $ps_pipe;\n{\n" + listed +
                        "print <$ps_pipe>;\n}\n")


@scenario
def list_form_egrep(box, manual):
    code = manual.find(SAFE, "@grep_args").text
    box.write("f1", "Needle one\nother\n")
    box.write("f 2", "no\nneedle two\n")
    return box.run_code("grep.pl", 'my $some_pattern = "needle|;echo"; my @many_files = ("f1", "f 2");'
                        "\n" + code + "print <$grep_pipe>;\n")


# Bidirectional -------------------------------------------------------------------------------

@scenario
def bidirectional_open_refused(box, manual):
    code = manual.find("Bidirectional Communication with Another Process", "| some program |").text
    return box.run_code("both.pl", code + ';\nprint "after\\n";\n') + \
        box.run_code("both2.pl", "use warnings;\n" + code + ";\n")


@scenario
def open2_cat(box, manual):
    code = manual.find("Bidirectional Communication with Another Process", "use IPC::Open2").text
    # cat ends when its input does; the manual leaves closing it to the reader.
    code = replace(code, "waitpid $pid, 0", "close $writer; waitpid $pid, 0")
    return box.run_code("open2.pl", code + 'print $got, "$?\\n";\n')


SELF = "Bidirectional Communication with Yourself"


@scenario
def pipe1(box, manual):
    code = manual.find(SELF, "pipe1").text
    return box.run_code("verbatim.pl", code) + box.run_code("pipe1.pl", "our $pid;\n" + code)


@scenario
def pipe2(box, manual):
    code = manual.find(SELF, "pipe2").text
    return box.run_code("verbatim.pl", code) + box.run_code("pipe2.pl", "our $pid;\n" + code)


# Sockets -------------------------------------------------------------------------------------

TCP = "Internet TCP Clients and Servers"


@scenario
def tcp_client(box, manual):
    code = manual.find(TCP, "my $remote  = shift").text
    peer = Once(lambda c: c.sendall(b"line one\r\nline two\n"))
    return box.run_code("client.pl", code, "127.0.0.1", str(peer.port)) \
        + box.run_code("refused.pl", "$! = 0;\n" + code, "127.0.0.1", str(free_port()))


@scenario
def tcp_server(box, manual):
    code = manual.find(TCP, "for (my $paddr").text
    port = free_port()
    # Taint mode refuses a port from the command line; the default in the text is ours to pick.
    text = box.run_code("tainted.pl", "$! = 0;\n" + code, str(port), switches=switches_of(code))
    process = box.start(box.write("server.pl", replace(code, "2345", str(port))),
                        switches=switches_of(code))
    for _ in range(3):
        with connect(port) as c:
            text += read_all(c)
    netcat = subprocess.run(["nc", "-d", "127.0.0.1", str(port)], capture_output=True, text=True,
                            timeout=LIMIT)
    return text + netcat.stdout + box.finish(process)


@scenario
def server_against_client(box, manual):
    """The manual's own client, run by the other interpreter, talks to the forking server."""
    server = manual.find(TCP, "sub REAPER").text
    client = manual.find(TCP, "my $remote  = shift").text
    port = free_port()
    process = box.start(box.write("server.pl", replace(server, "2345", str(port))),
                        switches=switches_of(server))
    connect(port).close()
    box.write("client.pl", client)
    text = ""
    for _ in range(5):
        peer = box.start("client.pl", "127.0.0.1", str(port), program=box.peer)
        out, err = peer.communicate(timeout=LIMIT)
        text += out.decode() + err.decode()
    said = box.finish(process)
    # Lines about reaped children are still buffered when the signal ends the server.
    return text + "".join(sorted(li for li in said.splitlines(True) if "reaped" not in li))


@scenario
def rdate_tcp(box, manual):
    code = replace(manual.find(TCP, "SECS_OF_70_YEARS").text, 'getservbyname("time", "tcp")',
                   "shift")
    stamp = int(time.time()) + 2208988800 + 1000
    peer = Once(lambda c: c.sendall(struct.pack("!I", stamp & 0xFFFFFFFF)))
    text = box.run_code("rdate.pl", code, str(peer.port), "127.0.0.1")
    return re.sub(r"\b(?:1000|99\d)\b", "N", text)


@scenario
def unix_client_and_server(box, manual):
    name = "Unix-Domain TCP Clients and Servers"
    client = manual.find(name, "my $rendezvous").text
    server = manual.find(name, "sub REAPER").text
    process = box.start(box.write("server.pl", server), switches=switches_of(server))
    wait_for(lambda: subprocess.run(["test", "-S", box.path("catsock")]).returncode == 0,
             "the socket appears")
    box.write("client.pl", client)
    text = ""
    for program in (box.interpreter, box.peer, box.interpreter):
        peer = box.start("client.pl", program=program)
        out, err = peer.communicate(timeout=LIMIT)
        text += out.decode() + err.decode()
        # The program takes a child that ends while a connection comes in for the connection.
        time.sleep(0.3)
    said = box.finish(process)
    # How many children are reaped before the signal that ends the server is up to the kernel.
    return text + "".join(sorted(li for li in said.splitlines(True) if "reaped" not in li))


@scenario
def daytime_client(box, manual):
    code = manual.find("A Simple Client", "daytime(13)").text
    peer = Once(lambda c: c.sendall(b"Wed May 14 08:40:46 MDT 1997\r\n"))
    return box.run_code("daytime.pl", replace(code, "daytime(13)", str(peer.port)))


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"page {self.path}\n".encode()
        self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)

    def log_message(self, *_):
        pass


@scenario
def webget(box, manual):
    code = manual.find("A Webget Client", "HTTP/1.0").text
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        code = replace(code, "http(80)", str(server.server_address[1]))
        text = box.run_code("webget.pl", code, "127.0.0.1", "/a", "/b?c=d")
        server.shutdown()
    return text + box.run_code("usage.pl", "$! = 0;\n" + code)


@scenario
def interactive_client(box, manual):
    code = manual.find("Interactive Client with IO::Socket", "identical twins").text

    def echo(connection):
        with connection.makefile("rwb") as stream:
            for _ in range(3):
                stream.write(b"echo " + stream.readline())
                stream.flush()
    peer = Once(echo)
    return box.run_code("interactive.pl", code, "127.0.0.1", str(peer.port),
                        stdin="one\ntwo\nthree\n")


@scenario
def io_socket_server(box, manual):
    code = manual.find("TCP Servers with IO::Socket", "Command?").text
    port = free_port()
    process = box.start(box.write("command.pl", replace(code, "9000", str(port))))
    text = ""
    for words in (["help", "who", "", "quit"], ["date", "exit"]):
        with connect(port) as c:
            c.sendall("".join(w + "\n" for w in words).encode())
            text += read_all(c)
    return text + box.finish(process)


@scenario
def udp_times(box, manual):
    code = manual.find("UDP: Message Passing", "SECS_OF_70_YEARS").text
    code = replace(replace(code, 'getservbyname("time", "udp")', "shift"), "hostname()", '"localhost"')
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(LIMIT)

        def answer():
            for _ in range(2):
                _, peer = server.recvfrom(100)
                server.sendto(struct.pack("!I", (2208988800 + 1000000000) & 0xFFFFFFFF), peer)
        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        text = box.run_code("udp.pl", code, str(server.getsockname()[1]), "127.0.0.1", "localhost")
        thread.join(LIMIT)
    return re.sub(r"-\d{6,}", "N", text)


# SysV ----------------------------------------------------------------------------------------

@scenario
def shared_memory(box, manual):
    return box.run_code("shm.pl", manual.find("SysV IPC", "shmget").text)


@scenario
def semaphores(box, manual):
    key = str(0x51000000 + free_port())
    create = replace(manual.find("SysV IPC", "sem id").text, "1234", key)
    take = replace(manual.find("SysV IPC", '"take" semaphore').text, "1234", key)
    give = replace(manual.find("SysV IPC", '"give" the semaphore').text, "1234", key)
    text = box.run_code("create.pl", create)
    try:
        text += box.run_code("take.pl", take)
        waiter = box.start(box.write("take2.pl", take + 'print "took it\\n";\n'))
        try:
            waiter.wait(0.3)
            raise Failure("the second taker did not wait")
        except subprocess.TimeoutExpired:
            text += "second taker waits\n"
        text += box.run_code("give.pl", give)
        out, err = waiter.communicate(timeout=LIMIT)
        return text + out.decode() + err.decode()
    finally:
        subprocess.run(["ipcrm", "-S", key], capture_output=True)


@scenario
def message_queue(box, manual):
    return box.run_code("msg.pl", manual.find("SysV IPC", "msgget").text)
