# %Config: values that programs rely on, read-only, existence, functions.
use strict;
use warnings;
use Config;
print "$Config{osname} $^O ", $Config{path_sep}, " ", $Config{d_fork}, " ", $Config{ivsize}, " ",
    $Config{nvsize}, " ", $Config{byteorder}, "\n";
my @n = split ' ', $Config{sig_name};
my @i = split ' ', $Config{sig_num};
my %no;
@no{@n} = @i;
print join(' ', map {"$_=$no{$_}"} qw(ZERO HUP INT KILL USR1 ALRM TERM CHLD CLD STOP SYS)), " ",
    scalar(@n) == scalar(@i) ? 1 : 0, "\n";
print "version $Config{version} ", $Config{api_versionstring},
    " $Config{PERL_VERSION} $Config{PERL_SUBVERSION}\n";
print "exists ", exists $Config{sh} ? 1 : 0, exists $Config{nosuchkey} ? 1 : 0, " ",
    defined $Config{nosuchkey} ? 1 : 'undef', "\n";
eval { $Config{sh} = 'x' };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { delete $Config{sh} };
print $@ =~ s/ at \S+ line.*//sr, "\n";
print "$Config{sh} $Config{startperl}\n";
print
    "intsize $Config{intsize} longsize $Config{longsize} ptrsize $Config{ptrsize} uselongdouble ",
    defined $Config{uselongdouble} ? 1 : 'undef', "\n";
print
    "d_alarm $Config{d_alarm} d_setsid $Config{d_setsid} d_socket $Config{d_socket} d_sem $Config{d_sem} d_shm $Config{d_shm} d_msg $Config{d_msg} d_sockpair $Config{d_sockpair} d_sigaction $Config{d_sigaction}\n";
print "exe_ext [", $Config{exe_ext} // '', "] so $Config{so}\n";
