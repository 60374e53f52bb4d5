# What dies or exits while a program's death, or a warning of an END block, is told; loop control out
# of code that perl itself calls.
use strict; use warnings;
my $n = 0;
for my $c (
    '$SIG{__WARN__}=sub{die "w\n"}; END{warn "x"} print "a"',
    '$SIG{__WARN__}=sub{last}; END{warn "x"} print "a"',
    '$SIG{__WARN__}=sub{exit 3}; END{die "x"} print "a"',
    'package T; sub TIEHANDLE{bless[]} sub PRINT{exit 6} package main; tie *STDERR,"T"; END{print "E"} die "x\n"',
    'package T; sub TIEHANDLE{bless[]} sub PRINT{exit 6} package main; BEGIN{tie *STDERR,"T"} use strict; $zz=1;',
    'package T; sub TIEHANDLE{bless[]} sub PRINT{die "again"} package main; tie *STDERR,"T"; END{die "x"}',
    'package O; use overload q("")=>sub{die "ov\n"}; package main; die bless[],"O"',
    'sub f{last} for(1){ my @x=sort { f() } 3,2,1 } print "d"',
    'sub f{next L} L: for(1,2){ my @x=sort { for (1) { $n++; last } $a <=> $b } 3,2,1; print "@x"; eval { @x=sort { f() } 2,1 }; print $@ }',
    'sub f{last} sub c {f()} for(1){ my @x=sort c 3,2,1 } print "d"',
    'package T; sub TIESCALAR{bless[]} sub FETCH{last L} package main; tie $t,"T"; L: for(1){ my $x="$t" } print "end"',
    '$SIG{__DIE__}=sub{last}; for(1){ eval{die 1}; print "x" } print "y"',
    'package O; use overload "+"=>sub{next}; package main; for(1,2){ eval {my $x=(bless[])+1}; print $@} print "y"',
    'use List::Util "first"; for(1,2){ eval { my $x=first {last} 1; }; print $@} print "y"',
    'sub DESTROY{last} for(1,2){ eval { my $x=bless[]; }; print $@} print "y"',
    )
{
    my $out = do { open my $p, '-|', "$^X -e '$c' 2>&1" or die; local $/; <$p> };
    printf "%d: %s|%d\n", ++$n, $out // '', $? >> 8;
}
