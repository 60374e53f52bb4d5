# File::Copy: copy and move files and handles.
package File::Copy;
use strict;
require Exporter;
our $VERSION = '2.39';
our @ISA = ('Exporter');
our @EXPORT = qw(copy move);
our @EXPORT_OK = qw(cp mv);
our $Too_Big = 1024 * 1024 * 2;

sub _croak { require Carp; goto &Carp::croak }
sub _carp  { require Carp; goto &Carp::carp }

sub _is_handle {
    my $thing = shift;
    return ref \$thing eq 'GLOB' if !ref $thing;
    return ref $thing eq 'GLOB' || UNIVERSAL::isa($thing, 'GLOB') || UNIVERSAL::isa($thing, 'IO::Handle');
}

# The name of the file inside a folder when the target is a folder.
sub _target {
    my ($from, $to) = @_;
    return $to if _is_handle($from) || _is_handle($to) || !-d $to;
    my ($name) = $from =~ m{([^/]*)/*\z};
    return $to =~ m{/\z} ? "$to$name" : "$to/$name";
}

sub _same_file {
    my ($one, $other) = @_;
    my @one = stat $one or return 0;
    my @other = stat $other or return 0;
    return $one[0] == $other[0] && $one[1] == $other[1];
}

sub copy {
    _croak('Usage: copy(FROM, TO [, BUFFERSIZE]) ') if @_ < 2 || @_ > 3;
    my ($from, $to, $size) = @_;
    if (defined $size && $size !~ /^\d+$/ || defined $size && $size < 1) { _croak("Bad buffer size for copy: $size\n") }
    my ($from_handle, $to_handle) = (_is_handle($from), _is_handle($to));
    $to = _target($from, $to);
    if (!$from_handle && !$to_handle) {
        if ($from eq $to) {
            _carp("'$from' and '$to' are identical (not copied)");
            return 0;
        }
        if (-e $to && !-p _ && !-c _ && _same_file($from, $to)) {
            _carp("'$from' and '$to' are identical (not copied)");
            return 0;
        }
    }
    my ($in, $out);
    if ($from_handle) { $in = $from }
    else {
        open $in, '<', $from or return 0;
        binmode $in;
        $size = -s $in || 0 if !defined $size;
    }
    if ($to_handle) { $out = $to }
    else {
        if (!open $out, '>', $to) {
            my $error = $! + 0;
            close $in if !$from_handle;
            $! = $error;
            return 0;
        }
        binmode $out;
    }
    $size = 65536 if !$size || $size < 512 && @_ < 3;
    $size = $Too_Big if $size > $Too_Big;

    my $done = 1;
    while (1) {
        my $read = sysread($in, my $buffer, $size);
        if (!defined $read) { $done = 0; last }
        last if !$read;
        for (my $written = 0; $written < $read;) {
            my $count = syswrite $out, $buffer, $read - $written, $written;
            if (!defined $count) { $done = 0; last }
            $written += $count;
        }
        last if !$done;
    }
    my $error = $! + 0;
    if (!$to_handle) { close $out or $done && ($done = 0, $error = $! + 0) }
    close $in if !$from_handle;
    $! = $error if !$done;
    return $done;
}

sub cp {
    my ($from, $to) = @_;
    my @status = _is_handle($from) ? stat $from : stat $from;
    my $new = _target($from, $to);
    my $existed = !_is_handle($new) && -e $new;
    copy(@_) or return 0;
    return 1 if _is_handle($new) || !@status;
    my $mode = $status[2] & 07777;
    if ($existed) { return 1 }
    $mode &= ~06000;
    $mode &= ~umask;
    chmod $mode, $new;
    return 1;
}

sub move {
    _croak('Usage: move(FROM, TO) ') if @_ != 2;
    return _move(@_, \&copy);
}

sub mv {
    _croak('Usage: mv(FROM, TO) ') if @_ != 2;
    return _move(@_, \&cp);
}

sub _move {
    my ($from, $to, $copy) = @_;
    $to = _target($from, $to) if !-d $from;
    $to = _target($from, $to) if -d $to && -d $from;
    return 1 if rename $from, $to;
    my $error = $! + 0;
    my ($size, $modified) = (stat $from)[7, 9];
    if (defined $size && !-d $from && $error == 18) {    # EXDEV: between file systems
        my $existed = -e $to;
        if ($copy->($from, $to)) {
            my @times = (stat $from)[8, 9];
            utime $times[0], $times[1], $to;
            return 1 if unlink $from;
        }
        $error = $! + 0;
        unlink $to if !$existed;
    }
    $! = $error;
    return 0;
}

1;
