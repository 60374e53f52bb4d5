# Operands that name no handle, undefined ones, and what special variables say of values that are no numbers.
use strict;
use warnings;
no warnings 'once';
my $say = sub { print STDOUT @_ };
$SIG{__WARN__} = sub { print STDOUT "W: $_[0]" =~ s/ at \S+ line \d+\.$//r };

sub try {
    my ($name, $code) = @_;
    $! = 0;
    my $r = eval { $code->() };
    print STDOUT "$name: ", defined $r ? $r || 0 : 'undef', ' ', $@ =~ s/ at \S+ line \d+.*//sr || ($! ? "$!" : ''), "\n";
}
our ($x, $F) = 1;
try 'dup of a glob'      => sub { open F, '<&', *NOPE };
try 'dup of a reference' => sub { open F, '<&', \*NOPE2 };
try 'dup of a name'      => sub { my $name = 'x'; open F, '<&', $name };
try 'two arguments'      => sub { open F, '<&x' };
try 'unknown'            => sub { open F, '<&', 'nowhere' };
try 'alias'              => sub { open F, '<&=', 'nowhere' };
try 'closed'             => sub { open my $c, '<', $0; close $c; open F, '<&', $c };
try 'number'             => sub { open F, '<&', 99 };
try 'select makes a handle' => sub { my $u; my $before = select $u; select $before; ref $u };
try 'in an element'      => sub { my %h; my $before = select $h{a}; select $before; ref $h{a} };
try 'select undef'       => sub { no strict 'refs'; select undef };
try 'umask'              => sub { my $u; my $old = umask $u; my $now = umask $old; $now };
try 'tell'               => sub { no strict 'refs'; tell };
try 'opendir'            => sub { my $u; opendir D, $u };
try '$|'                 => sub { my $u; $| = $u; 1 };
try '$| of text'         => sub { $| = "x"; 1 };
try '$?'                 => sub { my $u; $? = $u; 1 };
try '$!'                 => sub { my $u; $! = $u; 1 };
try '$! of text'         => sub { $! = "3x"; $! + 0 };
try 'local'              => sub { local $|; local $?; local $!; local $^F; 1 };
try '$^F'                => sub { my %h; local $^F = $h{q}; 1 };
try '$-'                 => sub { $- = "2 lines"; $- };
try '$0'                 => sub { my $u; local $0 = $u; 1 };
try 'print to ""'        => sub { no strict 'refs'; print {""} 1 };
try 'setsockopt'         => sub { setsockopt STDIN, "x", "y", 1 };

# Carp looks at packages without making anything in them.
package T { sub f { require Carp; Carp::croak("x") } }
package U { sub call { T::f() } }
package main;
eval { U::call() };
print STDOUT join(',', grep /ISA|CARP/, keys %T::, keys %U::), "|\n";
