# Forgotten semicolons, brackets, quotes and sigils.
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
print "a";
print "b"
print "c";
%%
my @list = (1, 2, 3
foreach my $x (@list) { print $x }
%%
use strict; use warnings;
my $total = 0;
for my $i (1..10) {
    $totl += $i;
}
print "Total: $total\n";
%%
use strict; use warnings;
my %config = (
    name => 'x',
    size => 3
    color => 'red',
);
print $config{name};
%%
use strict;
sub add {
    my ($a, $b) = @_;
    return $a + $b
}
print add(1, 2;
%%
use strict;
my $s = "abc';
print $s;
%%
my $text = <<EOT;
hello
 EOT
print $text;
%%
my $text = <<"EOT;
hello
EOT
%%
my $x = qw(a b c;
print $x;
%%
my $x = q{a b c;
print $x;
%%
if ($x =~ /abc) { print 1 }
print 2;
%%
$x =~ s/abc/def;
print 2;
%%
$x =~ tr/a-z/A-Z;
print 2;
%%
=pod

text never ends
print 1;
%%
while (1) {
    print "x";
    last if $x;
%%
use strict; use warnings;
my $x = 5;
if ($x = 5) { print "yes\n" }
%%
use strict;
my $h = {a=>1};
print $h{a};
print %h;
print @h;
%%
use strict;
my @a;
push $a, 1;
push @$b, 2;
%%
use strict;
unless (1) { print 1 } elsunless (2) { print 2 }
%%
if (1) { print 1 } elif (2) { print 2 }
%%
for (my $i = 0, $i < 3, $i++) { print $i }
%%
for ($i = 0; $i < 3; $i++ { print $i }
%%
foreach $x in (1,2,3) { print $x }
%%
function foo() { return 1 }
%%
def foo(): 
%%
sub foo { return 1 
sub bar { return 2 }
print foo();
%%
print "unclosed paren", (1 + 2;
print 3;
%%
my $x = (1 + 2)) * 3;
print $x;
%%
my $x == 5;
print $x
my $y;
%%
use strict;
$x = 1;
@y = (1);
%z = (a => 1);
print $y[0], $z{a}, "@y $x";
%%
use strict;
my $ref = [1,2,3;
print "$ref->[0]\n";
%%
use strict;
print foo;
print Foo::bar;
my %h = (foo, 1);
%%
use warnings; use strict;
my $x = 'a' 'b';
my $y = "a" . "b" "c";
my $z = 3 4;
%%
return 1 +;
%%
my ($a, $b) = (1, 2;
my $c = 3;
