# Names in %SIG that start like hooks but are none.
use strict;
use warnings;
for my $name (qw(__FOO__ __WARNX__ __ __X __DIE__X _FOO)) {
    eval { $SIG{$name} = sub { } };
    print "set: $@";
    eval { local $SIG{$name} = 'IGNORE'; print "local\n" };
    print "local: $@";
    my $value = eval { $SIG{$name} };
    print "get: $@";
    eval { $SIG{$name} = undef };
    print "undef: $@\n";
}
eval { %SIG = (__BAR__ => 1) };
print $@;
