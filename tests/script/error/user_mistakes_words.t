# Words of other languages and unfinished statements.
# Each program below is broken; perl -c tells what it thinks of it.
use strict; use warnings;
use File::Temp 'tempdir';

my $dir = tempdir(CLEANUP => 1);
chdir $dir or die "chdir: $!";
local $/;
my $number = 0;
for my $program (split /^%%\n/m, <DATA>) {
    open my $out, '>', 'prog.pl' or die "prog.pl: $!";
    print $out $program;
    close $out;
    print '--- ', ++$number, "\n", `$^X -c prog.pl 2>&1`, 'status ', $? >> 8, "\n";
}
chdir '/';
__DATA__
&foo(;
%%
$x = {1, 2;
%%
$x->{foo}{bar = 3;
%%
$x->[0 = 3;
%%
print $x->;
%%
my $x = \;
%%
my $str = "Value: @{[ 1 + ]}";
%%
my $str = "Value: ${ \foo( }";
%%
use v5.36;
my $x = 3;
say $y;
%%
use strict 'nothing';
%%
use warnings 'nosuchcategory';
%%
require "missing
%%
package Foo
sub new { 1 }
%%
package;
%%
sub { 1 };
sub 5 { }
%%
our $x = ; local $y = ; 
%%
print <<A . <<B;
a
A
b
%%
1 ? 2;
%%
1 ? 2 : ;
%%
do { 1 } while;
%%
last last;
%%
if 1 { print }
%%
if (1) print 1;
%%
if (1) { print 1 } else print 2;
%%
while 1 { }
%%
sub foo { print 1 } }
print 2;
%%
{ { { }
%%
print "a" if (1;
%%
$x = @y @z;
%%
$x = 5 if; 
%%
@x = map { $_ => 1 @y;
%%
@x = grep { $_ } , @y;
%%
@x = sort { $a <=> $b @y;
%%
print STDERR, "x";
print {STDERR "x";
%%
print "it's", 'it's';
