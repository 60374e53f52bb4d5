# $SIG{__DIE__}: called for eval'd and fatal errors, objects, rewriting, $^S, disabled inside itself.
# exit: 255
use strict;
use warnings;
$SIG{__DIE__} = sub {
    print "D[", defined $^S ? $^S : 'undef', "]: ",
        ref $_[0] ? ref $_[0] : $_[0] =~ s/ at \S+ line \d+\.$/ at X./mr, ref $_[0] ? "\n" : '';
};
eval { die "in eval\n" };
print "then $@";
eval { die { code => 5 } };
print "object code $@->{code}\n";
eval { my $x = 0; my $y = 1 / $x };
print "runtime ", $@ =~ s/ at .*//sr, "\n";
eval 'die "string eval\n"';
print "then $@";
eval 'my $x = ;';
print "syntax ", $@ ? 1 : 0, "\n";
eval { local $SIG{__DIE__}; die "silent\n" };
print $@;
eval {
    local $SIG{__DIE__} = sub { die "rewritten: $_[0]" };
    die "original\n";
};
print $@;
eval {
    local $SIG{__DIE__} = sub { die { wrapped => $_[0] } };
    die "w\n";
};
print "wrapped $@->{wrapped}";
eval {
    local $SIG{__DIE__} = 'dname';
    sub dname { print "by name $_[0]" }
    die "n\n";
};
eval {
    eval { die "nested\n" };
    print "inner $@";
    die "again\n";
};
print "outer $@";
eval { Nope->method };
print $@ =~ s/ at .*//sr, "\n";
eval {
    local $SIG{__DIE__} = sub { print "D: ", $_[0] =~ s/ \(you may.*//sr, "\n" };
    require Nope::Mod;
};
print $@ =~ /^Can't locate/ ? "require\n" : $@;
{
    local $SIG{__DIE__} = sub { print "goto: $_[0]"; no warnings; last };
    eval { die "loop\n" };
}
print "end\n";
$! = 0;
$SIG{__DIE__} = sub { print "final D: $_[0]"; };
END { print "END status $?\n" }
die "fatal\n";
