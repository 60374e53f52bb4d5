# local elements of %ENV and %SIG come back when they were deleted meanwhile.
use strict; use warnings;
$ENV{Q} = 5;
{ local $ENV{Q} = "x"; print `echo \$Q`; delete $ENV{Q}; print exists $ENV{Q} ? "there\n" : "gone\n", `echo "<\$Q>"` }
print "$ENV{Q}\n", `echo \$Q`;
{ local $ENV{Q} = 7; delete $ENV{Q}; $ENV{Q} = 8; print `echo \$Q` }
print "$ENV{Q}\n", `echo \$Q`;
{ local $ENV{NEW_ONE} = 1; delete $ENV{NEW_ONE} }
print exists $ENV{NEW_ONE} ? "there\n" : "gone\n";
{ local @ENV{qw(Q R)} = (1, 2); delete @ENV{qw(Q R)} }
print "$ENV{Q} ", exists $ENV{R} ? 1 : 0, "\n";
my @got;
$SIG{USR1} = sub { push @got, "outer" };
{ local $SIG{USR1} = sub { push @got, "inner" }; kill USR1 => $$; delete $SIG{USR1}; }
kill USR1 => $$;
print "@got\n";
