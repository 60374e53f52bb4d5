# Restricted hashes: keys that are allowed but absent.
use strict;
use warnings;
use Hash::Util qw(lock_keys unlock_keys legal_keys hidden_keys lock_hash unlock_hash lock_keys_plus
    all_keys lock_value);

sub try_it { my ($what, $code) = @_; my $got = eval { $code->() }; print "$what: ", $@ || (($got // 'undef') . "\n") }
sub list { join ',', sort @_ }

my %h = (a => 1);
lock_keys(%h, qw(a b));
print list(keys %h), '|', list(legal_keys(%h)), '|', list(hidden_keys(%h)), '|', scalar(keys %h), "\n";
try_it('absent', sub { $h{b} });
$h{b} = 2;
print list(keys %h), '|', list(hidden_keys(%h)), "\n";
try_it('store', sub { $h{c} = 1 });
try_it('read', sub { $h{c} });
print exists $h{c} ? 1 : 0, "\n";
delete $h{a};
print list(keys %h), '|', list(legal_keys(%h)), '|', list(hidden_keys(%h)), "\n";
try_it('delete absent', sub { delete $h{a} });
try_it('delete disallowed', sub { delete $h{zz} });
$h{a} = 7;
print "$h{a}\n";
lock_value(%h, 'a');
try_it('delete locked', sub { delete $h{a} });
try_it('clear locked', sub { %h = () });
unlock_keys(%h);
$h{c} = 1;
print list(keys %h), "\n";

my %g = (x => 1, y => 2);
lock_keys_plus(%g, 'z');
my (@keys, @hidden);
all_keys(%g, @keys, @hidden);
print list(@keys), '|', list(@hidden), '|', defined $g{z} ? 1 : 0, "\n";
%g = ();
print list(legal_keys(%g)), '|', scalar(keys %g), "\n";
try_it('list', sub { %g = (q => 1) });
%g = (z => 3);
print "$g{z}\n";
try_it('new set', sub { my %m = (a => 1, b => 2); lock_keys(%m, 'a') });
for my $turn (1 .. 3) {    # a new hash where an old one was has no keys of it
    my %local = (one => 1);
    lock_keys(%local, 'one', "key$turn");
    print list(legal_keys(%local)), "\n";
}

package Thing;
use fields qw(one two);
sub new { my Thing $self = shift; $self = fields::new($self) unless ref $self; $self->{one} = 1; $self }

package main;
my $thing = Thing->new;
try_it('field', sub { $thing->{three} = 1 });
$thing->{two} = 2;
print list(keys %$thing), "\n";

# Whatever creates or removes keys obeys.
unlock_keys(%h);
%h = (a => 1, b => 2);
lock_hash(%h);
for my $code ('$h{a} = 2', 'delete $h{a}', '$h{z} = 1', '%h = ()', 'undef %h', 'my $v = $h{zz}', 'local $h{q} = 1',
    'exists $h{q}', 'my $r = \$h{q}', 'for ($h{q}) { 1 }', 'my @v = @h{qw(a q)}', 'push @{ $h{l} }, 1') {
    print "$code: ", eval("$code; 1") ? "done\n" : $@;
}
unlock_hash(%h);
$h{new} = 1;
lock_keys(%h, 'a', 'b', 'new', 'opt');
{
    local $h{opt} = 5;
    print list(keys %h), "\n";
}
print list(keys %h), '|', list(hidden_keys(%h)), "\n";
%h = (a => 1, opt => 2);
print join(',', map { "$_$h{$_}" } sort keys %h), '|', list(hidden_keys(%h)), "\n";
print scalar(my @gone = delete @h{qw(a opt)}), ' ', list(legal_keys(%h)), "\n";
