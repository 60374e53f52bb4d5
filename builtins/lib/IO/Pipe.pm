# IO::Pipe: a pipe as an object, to a child of one's own or to a command.
package IO::Pipe;
use strict;
require IO::Handle;
our $VERSION = '1.49';

sub _usage { require Carp; Carp::croak("usage: $_[0]") }

sub new {
    my $class = ref $_[0] || $_[0] || 'IO::Pipe';
    _usage("$class->([READFH, WRITEFH])") if @_ != 1 && @_ != 3;
    my $pipe = bless Symbol::gensym(), $class;
    my ($reader, $writer) = @_ == 3 ? @_[1, 2] : (IO::Pipe::End->new, IO::Pipe::End->new);
    pipe($reader, $writer) or return undef;
    @{*$pipe} = ($reader, $writer);
    return $pipe;
}

sub handles {
    _usage('$pipe->handles()') if @_ != 1;
    my ($reader, $writer) = (IO::Pipe::End->new, IO::Pipe::End->new);
    return pipe($reader, $writer) ? ($reader, $writer) : ();
}

# Makes the object one end of the pipe; with a command, connects the other end to a child that runs it.
sub _become {
    my ($pipe, $own, $other, $child_fd, @command) = @_;
    my $pid;
    if (@command) {
        $pid = fork;
        if (!defined $pid) { require Carp; Carp::croak("Cannot fork: $!") }
        if (!$pid) {
            my $standard = $child_fd ? \*STDOUT : \*STDIN;
            bless $standard, 'IO::Handle';
            $standard->fdopen($other, $child_fd ? 'w' : 'r');
            close $own;
            no warnings;
            exec @command or do { require Carp; Carp::croak("IO::Pipe: Cannot exec: $!") };
        }
    }
    bless $pipe, ref $own;
    *$pipe = *$own;    # the object now is this end
    ${*$pipe}{io_pipe_pid} = $pid if defined $pid;
    close $other;
    return $pipe;
}

sub reader {
    _usage('$pipe->reader( [SUB_COMMAND_ARGS] )') if @_ < 1;
    my ($pipe, @command) = @_;
    return undef if !(ref $pipe && $pipe->isa(__PACKAGE__));
    return _become($pipe, @{*$pipe}[0, 1], 1, @command);
}

sub writer {
    _usage('$pipe->writer( [SUB_COMMAND_ARGS] )') if @_ < 1;
    my ($pipe, @command) = @_;
    return undef if !(ref $pipe && $pipe->isa(__PACKAGE__));
    return _become($pipe, @{*$pipe}[1, 0], 0, @command);
}

package IO::Pipe::End;
our @ISA = ('IO::Handle');

# Closing waits for the command behind the pipe, as closing a pipe open does.
sub close {
    my $end = shift;
    my $done = $end->SUPER::close(@_);
    waitpid ${*$end}{io_pipe_pid}, 0 if defined ${*$end}{io_pipe_pid};
    return $done;
}

1;
