# IPC::Open3: run a command with its standard handles connected to ours. An exec that fails is reported here,
# through a close-on-exec pipe.
package IPC::Open3;
use strict;
no strict 'refs';
require Exporter;
require Symbol;
our $VERSION = '1.22';
our @CARP_NOT = ('IPC::Open2');
our @EXPORT = qw(open3);
our $Me = 'open3';
*import = \&Exporter::import;

sub _croak { require Carp; Carp::croak("$Me: @_") }

sub open3 {
    if (@_ < 4) {
        require Carp;
        Carp::croak('open3(' . join(', ', map { defined $_ ? $_ : '' } @_) . '): not enough arguments');
    }
    local $Me = 'open3';
    return _run(scalar caller, @_);
}

# A handle argument as [glob or descriptor number, whether the child takes it as it is].
sub _handle {
    my ($handle, $package) = @_;
    return [$handle, 0] if ref $handle || ref \$handle eq 'GLOB';
    return [Symbol::qualify($handle, $package), 0] if $handle !~ s/^[<>]&=?//;
    return [$handle =~ /^\d+$/ ? $handle : Symbol::qualify($handle, $package), 1];
}

# Closes what the child reads from; callers who keep their STDIN (TAP::Parser) put a sub of theirs here.
sub xclose {
    no strict 'refs';
    close $_[0];
}

# A new descriptor, above the standard ones, for what the child is to take over.
sub _duplicate {
    my ($mode, $handle) = @_;
    my $copy = Symbol::gensym();
    my $source = $handle;
    if ($handle !~ /^\d+$/ && !ref $handle) {
        $source = \*$handle;
        no warnings;
        if (!defined fileno $source) {
            die "Bad filehandle: $handle" if $mode eq '>';
            $! = 9;    # EBADF
            _croak("close($handle) failed: $!");
        }
    }
    open $copy, "$mode&", $source
        or _croak(($mode eq '<' ? "close($handle)" : "open($copy, $mode&, $handle)") . " failed: $!");
    return $copy;
}

# The caller's package, then open3's arguments.
sub _run {
    my $package = shift;
    for my $slot (0, 1) {
        next if defined $_[$slot] && length $_[$slot];
        my $new = Symbol::gensym();
        if (!eval { $_[$slot] = $new; 1 }) {
            if (defined $_[$slot]) {
                my $error = $@;
                $error =~ s/(?<=value attempted) at .*//s;
                _croak($error);
            }
            splice @_, $slot, 1, $new;    # a literal undef: the caller does not want the handle
        }
    }
    my ($input, $output, $errors, @command) = @_;
    my $same = !$errors || !ref $errors && !ref $output && $errors eq $output;
    $input = _handle($input, $package);
    $output = _handle($output, $package);
    $errors = $same ? $output : _handle($errors, $package);
    if (!$same && !$errors->[1] && !$output->[1]) {
        $same = 1 if ref $errors->[0] && ref $output->[0] && $errors->[0] == $output->[0];
        my ($one, $other) = map { no warnings; fileno $_->[0] } $output, $errors;
        $same = 1 if defined $one && defined $other && $one == $other;
    }

    # What becomes the child's standard handles, in order.
    my @child;
    my @pipes = ([$input, '<'], [$output, '>'], $same ? () : [$errors, '>']);
    for (@pipes) {
        my ($wanted, $mode) = @$_;
        if ($wanted->[1]) { push @child, _duplicate($mode, $wanted->[0]) }
        else {
            my $theirs = Symbol::gensym();
            my @ends = $mode eq '<' ? ($theirs, $wanted->[0]) : ($wanted->[0], $theirs);
            pipe $ends[0], $ends[1] or _croak("pipe(" . join(', ', @ends) . ") failed: $!");
            push @child, $theirs;
        }
    }

    pipe my $status, my $report or _croak("pipe failed: $!");
    my $pid = fork;
    _croak("fork failed: $!") if !defined $pid;
    if (!$pid) {
        close $status;
        my $ready = eval { _become(@child); 1 };
        return 0 if $ready && "@command" eq '-';
        no warnings 'exec';
        eval { exec @command if $ready; 1 };
        syswrite $report, pack('i', $! + 0 || 255) . $@;
        require POSIX;
        POSIX::_exit(255);
    }
    close $report;
    my $read = sysread $status, my $message, 4096;
    close $status;
    if ($read) {
        waitpid $pid, 0;
        my ($errno, $error) = unpack 'ia*', $message;
        die $error if length $error;    # refused, not failed
        $! = $errno;
        _croak("exec of @command failed: $!");
    }

    close $_ for @child;
    xclose($input->[0]) if $input->[1] && $input->[0] !~ /^\d+$/;
    if (!$input->[1]) {
        my $before = select $input->[0];
        $| = 1;
        select $before;
    }
    return $pid;
}

# In the child: the given handles become the standard ones.
sub _become {
    my ($in, $out, $err) = @_;
    for my $tied (\*STDIN, \*STDOUT, \*STDERR) { untie *$tied }
    # A pipe that was given a standard descriptor, because ours was closed, moves away first.
    for my $handle ($in, $out, $err) {
        next if !defined $handle || fileno $handle > 2;
        my $mode = $handle == $in ? '<' : '>';
        $handle = _duplicate($mode, my $low = $handle) for 1 .. 3 - fileno $handle;
    }
    open STDIN, '<&' . fileno $in or die;
    open STDOUT, '>&' . fileno $out or die;
    open STDERR, '>&' . fileno(defined $err ? $err : *STDOUT) or die;
    close $_ for grep { defined } $in, $out, $err;
}

1;
