# A loop made of goto lets handlers run.
use strict;
use warnings;
my $rounds = 0;
$SIG{ALRM} = sub { die "alarm\n" };

alarm 1;
eval {
AGAIN:
    $rounds++;
    goto AGAIN;
};
print "label: $@";
print $rounds > 1 ? "went round\n" : "did not\n";

alarm 1;
eval {
    my $name = 'BACK';
BACK:
    goto $name;
};
print "computed: $@";
