# die in DESTROY becomes a warning; $@ survives; eval in DESTROY.
use strict; use warnings;
package D { sub new { bless { m => $_[1] }, $_[0] } sub DESTROY { die "in destroy $_[0]{m}\n" if $_[0]{m} eq 'die'; die "no newline" if $_[0]{m} eq 'nonl'; eval { die "swallowed\n" } if $_[0]{m} eq 'eval'; print "D $_[0]{m}\n" } }
package main;
$SIG{__WARN__} = sub { print "W: $_[0]" };
{ my $d = D->new('die'); } { my $d = D->new('nonl'); }
eval { my $d = D->new('eval'); die "original\n" };
print "err: $@";
eval { my $d = D->new('die'); 1 } and print "survived [$@]\n";
my $r = eval { my $d = D->new('plain'); "value" };
print "$r\n";
eval { my $a = D->new('a'); my $b = D->new('die'); die "body\n" };
print "err: $@";
sub f { my $d = D->new('sub'); return "ret" }
print f(), "\n";
my $x = D->new('x');
$x = D->new('y');
print "assigned\n";
undef $x;
D->new('temp');
print "after temp\n";
my @l = map { D->new("l$_") } 1 .. 2;
@l = ();
my %h = (k => D->new('h'));
delete $h{k};
print "end\n";
