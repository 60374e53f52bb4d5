# A system handle opened again while a lower number is free: the warning names that number's handle.
use warnings;
open my $saved, '>&', \*STDERR or die;
$SIG{__WARN__} = sub { print {$saved} "W: @_" };
my $numbers = sub { print {$saved} join(' ', map { fileno($_) // 'none' } *STDIN, *STDOUT, *STDERR), "\n" };
close STDIN;
open STDERR, '>', '/dev/null' or die; $numbers->();
open STDOUT, '>>', '/dev/null' or die; $numbers->();
open STDERR, '+<', '/dev/null' or die; $numbers->();
open STDIN, '<', '/dev/null' or die; $numbers->();
open STDERR, '<', '/dev/null' or die; $numbers->();
