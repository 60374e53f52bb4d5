# Inside a handler: arguments, $!, $@, $_, $., wantarray, caller and local variables survive.
use strict;
use warnings;
$SIG{USR1} = sub {
    $! = 7;
    $@ = 'changed';
    local $_ = 'h';
    my @c = caller 0;
    print "handler $_[0] sub $c[3] want ", defined wantarray ? 1 : 'undef', "\n";
    eval { die "in handler\n" };
    system $^X, '-e', 'exit 3';
    "x" =~ /(x)/;
};
$! = 2;
$@ = 'kept';
$_ = 'topic';
$? = 99;
"captured" =~ /(cap)/;
kill USR1 => $$;
my $dummy = 1;
print "errno ", $! + 0, " \$\@ $@ topic $_ match $1 status ", $? >> 8, "\n";
sub caller_in { my @c = caller 1; $c[3] // 'none' }
$SIG{USR2} = sub { print "from ", caller_in(), "\n" };
sub outer { kill USR2 => $$; my $y = 0; $y++ for 1 .. 10 }
outer();
my @list = map { kill 'USR2', $$ if $_ == 2; $_ * 2 } 1 .. 3;
print "@list\n";
my $r = join ',', sort { kill 'USR2', $$ if 0; $a <=> $b } 3, 1, 2;
print "$r\n";
$SIG{USR1} = sub { return 5 };
my $k = kill USR1 => $$;
print "kill returns $k\n";
my $d = 0;
$SIG{USR1} = sub { $d++; kill USR1 => $$ if $d < 4; };
kill USR1 => $$;
my $z = 0;
$z += $_ for 1 .. 100;
print "re-entered by safepoints $d\n";
open my $f, '<', $0;
my $l = <$f>;
$SIG{USR1} = sub { open my $g, '<', $0; <$g>; <$g> };
kill USR1 => $$;
my $q = 1;
print "last handle line $.\n";
