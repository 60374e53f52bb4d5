# Hash::Util::FieldHash: objects as keys, entries that go with them, registration.
use strict;
use warnings;
use Hash::Util::FieldHash qw(fieldhash fieldhashes idhash idhashes id id_2obj register);
fieldhash my %h;
my $o = bless {}, 'O';
$h{$o} = 5;
print join(',', map { /^\d+$/ ? 'number' : $_ } keys %h), "\n";
print $h{$o}, $h{ id $o }, id($o) == 0 + $o ? 1 : 0, exists $h{$o} ? 1 : 0, "\n";
{ my $p = []; $h{$p} = 1; print scalar(keys %h), "\n" }
print scalar(keys %h), "\n";
undef $o;
print scalar(keys %h), "\n";
$h{abc} = 1;
print join(',', keys %h), ' ', id('abc'), "\n";
print prototype("Hash::Util::FieldHash::$_") // 'none', ' ' for qw(fieldhash id id_2obj register idhash fieldhashes);
print "\n";
my $q = {};
print defined id_2obj(id $q) ? 1 : 0;
register($q);
print id_2obj(id $q) == $q ? 1 : 0, "\n";
print ref fieldhash(my %z), "\n";
idhash my %i;
$i{$q} = 3;
print((keys %i)[0] == id($q) ? 1 : 0, "\n");
my $was = id $q;
undef $q;
print scalar(keys %i), defined id_2obj($was) ? 1 : 0, "\n";
my $r = [];
my %plain;
register($r, \%plain, 'no hash', \%plain);
$plain{ id $r } = 1;
$plain{other}   = 2;
undef $r;
print join(',', keys %plain), "\n";
my @l = fieldhashes \my (%a, %b);
print scalar(@l), ' ', scalar(my @m = idhashes({}, 5, {})), "\n";
my $s = {};
$a{$s} = 1;
print exists $a{$s} ? 1 : 0, exists $a{ id $s } ? 1 : 0, "\n";
delete $a{$s};
print scalar(keys %a), "\n";
$b{$s} = 2;
push @{ $b{$s} = [] }, 1, 2;
print "@{ $b{$s} }\n";
my %copy = %b;
print scalar(keys %copy), "\n";
while (my ($k, $v) = each %b) { print "each @$v\n" }
{ local $b{$s} = 9; print $b{$s}, "\n" }
print ref $b{$s}, "\n";
%b = ();
$b{$s} = $_ for 1 .. 3;
print $b{$s}, "\n";
undef $s;
print scalar(keys %b), "\n";
print eval { register('text'); 1 } ? 'registered' : $@ =~ s/ at .*//sr, "\n";

# An inside-out class: fields, inheritance, destructors that still see them.
package Name {
    use Hash::Util::FieldHash qw(fieldhash);
    fieldhash my %name;
    sub new { my ($class, $n) = @_; my $self = bless \do { my $x }, $class; $name{$self} = $n; $self }
    sub name { $name{ $_[0] } }
    sub count { scalar keys %name }
    sub DESTROY { print "bye ", $_[0]->name, "\n" }
}
package Named { our @ISA = 'Name'; use Hash::Util::FieldHash 'fieldhash'; fieldhash my %more; sub more { $more{ shift() } //= 'more' } }
package main;
{
    my @all = map { Named->new("n$_") } 1 .. 3;
    print join(',', map { $_->name . $_->more } @all), ' ', Name->count, "\n";
    shift @all;
    print Name->count, "\n";
}
print Name->count, "\n";
