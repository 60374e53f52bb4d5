# PERL5OPT, PERL_UNICODE, PERLIO-free environment handling and locale switches that must not leak.
use strict;
use warnings;
$| = 1;
sub run {
    print "> @_\n";
    my $o = `$^X @_ 2>&1`;
    print $o =~ s/[^\n -~]/sprintf '<%02x>', ord $&/ger, $? ? "failed\n" : '';
}
{ local $ENV{PERL5OPT}     = '-w';               run(q{-e 'print "$^W\n"'}) }
{ local $ENV{PERL5OPT}     = 'w';                run(q{-e 'print "$^W\n"'}) }
{ local $ENV{PERL5OPT}     = '-MList::Util=sum'; run(q{-e 'print sum(1, 2), "\n"'}) }
{ local $ENV{PERL5OPT}     = '-e1';              run(q{-e 'print 1'}) }
{ local $ENV{PERL_UNICODE} = 'SO';               run(q{-e 'print chr 233'}); print "\n" }
{ local $ENV{PERL_UNICODE} = '';                 run(q{-e 'print chr(233), "\n"'}) }
{
    local $ENV{PERL5LIB} = '/nonexist:/also';
    run(q{-e 'print join(",", grep { /nonexist|also/ } @INC), "\n"'})
}
{ local $ENV{PERL5OPT} = '-Mstrict'; run(q{-e '$zz = 1'}) }
{ local $ENV{LC_ALL}   = 'C';        run(q{-e '$! = 2; print "$!\n"'}) }
run(q{-C -e 'print ${^UNICODE}, "\n"'});
run(q{-CSD -e 'print ${^UNICODE}, "\n"'});
run(q{-C7 -e 'print ${^UNICODE}, "\n"'});
run(q{-CZ -e 1});
