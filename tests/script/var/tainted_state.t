# Taint mode: what is tainted, what launders, what is refused, through child interpreters with -T.
use strict;
use warnings;
sub run {
    my ($code, @a) = @_;
    open my $o, '>', 't.pl';
    print $o $code;
    close $o;
    open my $p, '-|', "$^X -T t.pl @a 2>&1" or die;
    print <$p>;
    close $p;
    print "[", $? >> 8, "]\n";
}
run(
    'print ${^TAINT}, "\n"; use Scalar::Util "tainted"; print tainted($ARGV[0]) ? 1 : 0, tainted($ENV{PATH}) ? 1 : 0, tainted("lit") ? 1 : 0, tainted($0) ? 1 : 0, "\n"; my $x = $ARGV[0] . "y"; print tainted($x) ? 1 : 0; my ($c) = $x =~ /(\w+)/; print tainted($c) ? 1 : 0, "\n"; my %h = ($x => 1); print tainted((keys %h)[0]) ? 1 : 0, "\n"',
    'arg'
);
run('system "echo $ARGV[0]"', 'x');
run(
    '$ENV{PATH} = "/bin:/usr/bin"; delete @ENV{qw(IFS CDPATH ENV BASH_ENV)}; system "echo clean"; system "echo $ARGV[0]"',
    'x'
);
run(
    '$ENV{PATH} = "/bin:/usr/bin"; delete @ENV{qw(IFS CDPATH ENV BASH_ENV)}; my ($c) = $ARGV[0] =~ /^(\w+)$/; $| = 1; system "echo", $c; print `echo $c`; open my $p, "-|", "echo", $c; print <$p>',
    'word'
);
run('open my $f, ">", $ARGV[0] or print "no\n"; print "opened\n"',  'file');
run('open my $f, "<", $ARGV[0] or print "no\n"; print "read ok\n"', 't.pl');
run('unlink $ARGV[0]',                                              'file');
run('eval $ARGV[0]',                                                '1');
run('my $l = <STDIN>; use Scalar::Util "tainted"; print tainted($l) ? 1 : 0, "\n"; kill 0, $l');
run('require $ARGV[0]',                                             't.pl');
run('chdir $ARGV[0]',                                               '/');
run('my $e = eval { mkdir $ARGV[0]; 1 }; print $e ? "made\n" : $@', 'dd');
run('exec "true"');
run('print "$INC[-1]\n" if $INC[-1] eq "."; print "no dot\n"');
