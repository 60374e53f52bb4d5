# ref(), reftype, stringification and numeric value of every kind of reference.
use strict;
use warnings;
use Scalar::Util qw(reftype blessed refaddr);
our $glob = 1;
my $s = 1;
my @a;
my %h;
my @r = (\$s, \@a, \%h, sub { }, \\$s, \*glob, qr/x/, \substr("abc", 1), \1, \undef, [], {}, \v1.2, *STDOUT{IO}, \&main::f, \pos, \vec($s, 0, 1));
sub f { }
for (@r) { my $str = "$_"; $str =~ s/0x[0-9a-f]+/ADDR/; print ref, " ", reftype($_), " ", blessed($_) // 'undef', " $str ", refaddr($_) == $_ + 0 ? "addr" : "overloaded", "\n" if ref ne 'Regexp'; print "Regexp ", reftype($_), " $_\n" if ref eq 'Regexp' }
print ref(1), ref(undef) eq '' ? "empty" : "x", ref(*STDOUT), "\n";
my $o = bless [], 'My::Class';
print ref $o, " ", reftype $o, " ", "$o" =~ /^My::Class=ARRAY\(0x[0-9a-f]+\)$/ ? "shape" : "bad", "\n";
print \$s == \$s ? "same" : "differ", \@a == [] ? "same" : "differ", "\n";
my $c = bless sub { 5 }, 'Code';
print ref $c, $c->(), "\n";
my $z = bless {}, '0';
print ref $z ? "true" : "false", ref($z), "\n";
print ref \my @x, ref \my %y, ref \my $q, ref \(my $t = \1), "\n";
print eval { bless "x", "Y"; 1 } ? "ok" : $@;
print eval { bless [], []; 1 } ? "ok" : $@ =~ s/\(0x\w+\)/()/r;
{ no warnings; print ref bless([], ''), "\n"; }
print "$#{[1,2]} ${\ 'sc'} @{[1,2]} &{sub {3}}\n";
