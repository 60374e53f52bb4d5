# -M, -m and -I: imports, lists, negation, versions, several paths, @INC order, errors.
use strict;
use warnings;
$| = 1;
mkdir 'lib';
mkdir 'lib2';
for ([
        'lib/MyMod.pm',
        "package MyMod; our \$VERSION = '1.2'; sub import { shift; print \"import(\@_)\\n\" } sub unimport { shift; print \"unimport(\@_)\\n\" } 1;"
    ],
    ['lib2/Other.pm', "package Other; sub v { 'other' } 1;"],
    ['lib2/MyMod.pm', "die 'wrong one'"],
    ['lib/False.pm',  "package False; 0;"],
    ['lib/Dies.pm',   "die \"inside\\n\";"])
{
    open my $o, '>', $_->[0];
    print $o $_->[1];
    close $o;
}
sub run {
    print "> @_\n";
    my $o = `$^X @_ 2>&1`;
    print $o =~ s/ \(you may need.*?site_perl\)//sr =~ s/\(\@INC contains:.*?\)/(INC)/r,
        $? ? "failed\n" : '';
}
run(q{-Ilib -MMyMod -e 1});
run(q{-Ilib -mMyMod -e 'print "quiet\n"'});
run(q{-Ilib -MMyMod=a,b -e 1});
run(q{-Ilib '-MMyMod qw(x y)' -e 1});
run(q{-Ilib -M-MyMod -e 1});
run(q{-Ilib -mMyMod=z -e 1});
run(q{-I lib -I lib2 -MMyMod -MOther -e 'print Other::v(), "\n"'});
run(q{-Ilib '-MMyMod 1.0' -e 1});
run(q{-Ilib '-MMyMod 3' -e 1});
run(q{-Ilib -MFalse -e 1});
run(q{-Ilib -MDies -e 1});
run(q{-Ifirst -Isecond -e 'print join(",", @INC[0, 1]), "\n"'});
run(q{-MList::Util=sum,max -e 'print sum(1, 2), max(3, 4), "\n"'});
run(q{-Mstrict -e '$x = 1; print "no\n"'});
run(q{-Mstrict -Mwarnings -e 'my $x; print "$x"'});
run(q{-M5.010 -e 'say "version"'});
run(q{-M -e 1});
run(q{'-MNope::Mod' -e 1});
{
    local $ENV{PERL5LIB} = 'lib:lib2';
    run(q{-MOther -e 'print Other::v(), " $INC{q{Other.pm}}\n"'});
    run(q{-Ifirst -e 'print join(",", @INC[0 .. 2]), "\n"'})
}
{ local $ENV{PERL5OPT} = '-Mstrict -w'; run(q{-e 'my $x; print "a" . $x . "\n"'}) }
