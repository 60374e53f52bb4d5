# Too many, not enough arguments: every builtin of the table that has a say in it.
for my $c (
    'return 1; close(1,2)', 'close(1,2)', 'no strict; close(1,2)', 'close 1,2', 'close(1,2,3)',
    'fileno(1,2)', 'chdir(1,2)', 'exit(1,2)', 'umask(1,2)', 'sleep(1,2)', 'localtime(1,2)',
    'caller(1,2)', 'getc(1,2)', 'lc(1,2)', 'ord(1,2)', 'ord 1,2', 'defined(1,2)', 'ref(1,2)',
    'scalar(1,2)', 'undef($x,$y)', 'study(1,2)', 'pos($x,2)', 'chr(1,2)', 'rand(1,2)', 'srand(1,2)',
    'quotemeta(1,2)', 'readline(1,2)', 'chroot(1,2)', 'readlink(1,2)', 'rmdir(1,2)', 'stat(1,2)',
    'lstat(1,2)', 'uc(1,2)', 'alarm(1,2)', 'hex(1,2)', 'oct(1,2)', 'int(1,2)', 'length(1,2)',
    'exists($x{1},2)', 'delete($x{1},2)', 'getpgrp(1,2)', 'getpwnam(1,2)', 'gmtime(1,2)',
    'chomp(1,2)', 'chop(1,2)', 'chomp($x,$y)', '-e(1,2)', 'tell(1,2)', 'closedir(1,2)',
    'readdir(1,2)', 'rewinddir(1,2)', 'telldir(1,2)', 'getsockname(1,2)', 'getpeername(1,2)',
    'local(1,2)', 'eval(1,2)', 'return(1,2)', 'exit 1,2;', 'fork(1)', 'time(1)', 'wait(1)',
    'wantarray(1)', 'getppid(1)', 'times(1)', 'evalbytes(1,2)', 'prototype(1,2)', 'sqrt()', 'sqrt',
    'lc()', 'ref()', 'chr()', 'close()', 'fileno()', 'chdir()', 'getpgrp()', 'rmdir()', 'hex()',
    'sleep()', 'alarm()', 'umask()', 'require()', 'stat()', 'getpwnam()', 'getpwnam', 'exists()',
    'delete()', 'each()', 'defined()', 'scalar()', 'pos()', 'lock()', 'study()', 'readlink()',
    'getsockname()', 'opendir()', 'closedir()', 'readline()', 'chroot()', 'eof()', 'tell()',
    'sprintf()', 'pack()', 'join()', 'push()', 'splice()', 'bless()', 'open()', 'mkdir()', 'seek()',
    'index()', 'substr()', 'vec()', 'crypt()', 'atan2()', 'kill()', 'system()', 'exec()', 'die()',
    'warn()', 'printf()', 'print()', 'reverse()', 'unlink()', 'utime()', 'chmod()', 'chown()',
    'rename()', 'link()', 'symlink()', 'select(1,2)', 'select(1,2,3)', 'binmode()', 'read()',
    'sysread(1,2)', 'syswrite()', 'syswrite(1)', 'ioctl(1,2)', 'fcntl(1)', 'flock(1)', 'send(1)',
    'socket(1)', 'bind(1)', 'connect(1)', 'listen(1)', 'accept(1)', 'shutdown(1)', 'getsockopt(1)',
    'setsockopt(1)', 'waitpid(1)', 'getpriority(1)', 'msgget(1)', 'shmget(1)', 'semop(1)',
    'truncate(1)', 'sprintf(1)', 'unpack()', 'tie()', 'tie($x)', 'dbmopen(%h)', 'formline()',
    'glob()', 'split()', 'split(1,2,3,4)', 'index(1,2,3,4)', 'substr(1,2,3,4,5)', 'atan2(1,2,3)',
    'rename(1,2,3)', 'bless(1,2,3)', 'mkdir(1,2,3)', 'crypt(1,2,3)', 'lcfirst(1,2)', 'sprintf',
    'join', 'push @x', 'push', 'splice', 'pack', 'substr', 'index', 'vec', 'getprotobyname',
    'gethostbyaddr(1)', 'pipe(1)', 'pipe A', 'pipe A,', 'sort', 'map', 'map 1,', 'sort()', 'map()',
    'grep()',
) {
    local $SIG{__WARN__} = sub { };
    my $r = eval "no strict; no warnings; return 1; $c";
    print "--- $c: ", $@ eq '' ? "accepted\n" : $@;
}
