# $SIG{__WARN__}: messages, list joining, objects, recursion rules, names, and warn without arguments.
use strict;
use warnings;
local $SIG{__WARN__} = sub {
    print "W[", ref $_[0] || 'text', "]: ",
        ref $_[0] ? 'object' : $_[0] =~ s/ at \S+ line \d+\.$/ at X./mr, ref $_[0] ? "\n" : '';
};
warn "text";
warn "newline\n";
warn "a", "b", 3;
warn bless {}, 'Obj';
warn;
eval { die "inner\n" };
warn;
{ local $@ = "with at"; warn }
my $u;
my $x = "v$u";
my $n = 1 + '3x';
$SIG{__WARN__} = sub { print "outer\n"; warn "from handler\n" };
warn "go\n";
{
    local $SIG{__WARN__} = 'named';
    sub named { print "named: $_[0]" }
    warn "by name\n"
}
{
    local $SIG{__WARN__} = sub { die "fatal: $_[0]" };
    eval { warn "becomes error\n"; print "not reached\n" };
    print $@
}
{ local $SIG{__WARN__} = 'DEFAULT'; warn "default to stderr\n" }
{ local $SIG{__WARN__} = '';        warn "empty to stderr\n" }
{ local $SIG{__WARN__} = 'IGNORE';  warn "IGNORE is no keyword here\n" }
delete $SIG{__WARN__};
warn "deleted\n";
warn { a => 1 } ? "hash\n" : 0;
{
    use warnings FATAL => 'uninitialized';
    my $r = eval { my $y = "x$u"; 1 };
    print "FATAL: ", $r ? 'no' : $@ =~ s/ at \S+ line.*//sr, "\n"
}
local $SIG{__WARN__} = sub { print "args ", scalar(@_), " $_[0]" };
warn 1, 2, "\n";
warn "";
