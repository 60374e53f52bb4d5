# File::stat: stat and lstat that return objects, on which file tests work too.
package File::stat;
use strict;
require PerlIPC::Record;
require Fcntl;
our $VERSION = '1.12';
our @fields = qw(dev ino mode nlink uid gid rdev size atime mtime ctime blksize blocks);
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('File::stat', 'st_', [qw(stat lstat)],
        [qw(dev ino mode nlink uid gid rdev size atime mtime ctime blksize blocks)]);
}
our @EXPORT_OK;
push @EXPORT_OK, 'stat_cando';

sub populate { return @_ ? _fill(@_) : undef }

sub stat ($) {
    my $file = shift;
    my @values = CORE::stat $file;
    if (!@values && !ref $file && ref \$file ne 'GLOB' && $file =~ /^\*?[A-Za-z_]\w*(?:::\w+)*$/) {
        require Symbol;
        local $!;
        no strict 'refs';
        my $handle = \*{ Symbol::qualify($file, scalar caller) };
        @values = CORE::stat $handle if defined fileno $handle;
    }
    return populate(@values);
}

sub lstat ($) { return populate(CORE::lstat(shift)) }

# Whether this process may do what the mask (S_IRUSR, S_IWUSR or S_IXUSR) says.
sub stat_cando {
    my ($fields, $mask, $effective) = @_;
    my ($mode, $owner, $group) = @$fields[2, 4, 5];
    my ($user, $groups) = $effective ? ($>, $)) : ($<, $();
    if ($user == 0) {
        return 1 if $mask != 0100;
        return 1 if $mode & 0111 || ($mode & 0170000) == 0040000;
        return '';
    }
    if ($user != $owner) {
        $mask >>= 3;
        $mask >>= 3 if !grep { $_ == $group } split ' ', $groups;
    }
    return $mode & $mask ? 1 : '';
}

sub cando { goto &stat_cando }

sub _is { my $type = shift; return sub { ($_[0][2] & 0170000) == $type } }
sub _has { my $bit = shift; return sub { ($_[0][2] & $bit) != 0 } }
sub _may { my ($mask, $effective) = @_; return sub { stat_cando($_[0], $mask, $effective) } }

my %test = (
    r => _may(0400, 1), w => _may(0200, 1), x => _may(0100, 1),
    R => _may(0400, 0), W => _may(0200, 0), X => _may(0100, 0),
    f => _is(0100000), d => _is(0040000), l => _is(0120000), p => _is(0010000), S => _is(0140000),
    b => _is(0060000), c => _is(0020000),
    u => _has(04000), g => _has(02000), k => _has(01000),
    o => sub { $_[0][4] == $> }, O => sub { $_[0][4] == $< },
    e => sub { 1 }, s => sub { $_[0][7] || '' }, z => sub { $_[0][7] == 0 },
    M => sub { ($^T - $_[0][9]) / 86400 }, C => sub { ($^T - $_[0][10]) / 86400 }, A => sub { ($^T - $_[0][8]) / 86400 },
);

use overload
    fallback => 1,
    '-X'     => sub {
        my ($self, $operator) = @_;
        my $test = $test{$operator};
        if (!$test) { require Carp; Carp::croak("-$operator is not implemented on a File::stat object") }
        return $test->($self);
    };

1;
