# @CARP_NOT, inheritance trust, @INC of packages and croak called from the main program.
use strict;
use warnings;
use Carp;
my $strip = sub { $_[0] =~ s{at \S*/}{at }gr };
{
    package A1;
    our @CARP_NOT = ('B1');
    sub f { Carp::croak('from A1') }
    package B1;
    sub g { A1::f() }
    package Base;
    sub b { Carp::croak('from Base') }
    package Derived;
    our @ISA = 'Base';
    sub d { Derived->b }
}
package C1;
sub h { B1::g() }
sub i { Derived->d }
package main;
eval { C1::h() };
print $strip->($@);
eval { C1::i() };
print $strip->($@);
eval { croak 'top level' };
print $strip->($@);
sub direct { croak 'in main' }
eval { direct() };
print $strip->($@);
sub conf { Carp::cluck('clucked') }
{
    local $SIG{__WARN__} = sub { print "W ", $strip->($_[0]) };
    conf(1, [2]->[0]);
}
print Carp::shortmess('sm') =~ /^sm at / ? 1 : 0, "\n";
{
    local $Carp::MaxArgNums = 2;
    eval {
        sub { confess 'few' }
            ->(1 .. 5);
    };
    print $strip->($@);
}
{
    local $Carp::MaxArgLen = 5;
    eval {
        sub { confess 'short' }
            ->('abcdefghijkl');
    };
    print $strip->($@);
}
