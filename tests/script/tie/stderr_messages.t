# A tied STDERR gets every message: of warn, of the interpreter, and the last one.
use warnings;
$| = 1;
my $sub = 0;
sub run {
    my ($title, $code) = @_;
    print "--- $title\n";
    my $pid = fork;
    if (!$pid) {
        open STDERR, ">&STDOUT";
        $code->();
        exit 0;
    }
    waitpid $pid, 0;
    print "status ", $? >> 8, "\n";
}
package T;
sub TIEHANDLE { my ($class, $how) = @_; bless { how => $how || "plain" }, $class }
sub PRINT {
    my ($self, @items) = @_;
    die "PRINT died\n" if $self->{how} eq "dies";
    warn "nested: @items" if $self->{how} eq "warns";
    print STDOUT "P[", join("|", @items), "]\n";
    $! = 7 if $self->{how} eq "errno";
    1;
}
sub PRINTF { shift; print STDOUT "PF[", join("|", @_), "]\n" }
sub WRITE { print STDOUT "W[@_[1 .. 3]]\n" }
package O;
use overload '""' => sub { "stringy\n" };
package main;
my $undef;

run "warn, print, die" => sub {
    tie *STDERR, "T";
    warn "w1\n";
    warn "w2\n", "and more\n";
    print STDERR "p\n";
    printf STDERR "%d\n", 5;
    syswrite STDERR, "abc", 2, 1;
    { local ($,, $\) = ("-", "!"); use feature "say"; say STDERR 1, 2; warn "separators\n"; }
    my $x = "$undef";
    eval { die "in eval\n" };
    die "end\n";
};
run "handlers" => sub {
    tie *STDERR, "T";
    $SIG{__WARN__} = sub { print "H:@_" };
    $SIG{__DIE__} = sub { print "D:@_" };
    warn "x\n";
    delete $SIG{__WARN__};
    warn "y\n";
    die "last\n";
};
run "PRINT dies" => sub { tie *STDERR, "T", "dies"; eval { warn "x\n" }; print "got $@"; die "last\n" };
run "PRINT warns" => sub { tie *STDERR, "T", "warns"; warn "x\n"; print "still here\n"; die "last\n" };
run "errno" => sub { tie *STDERR, "T", "errno"; $! = 3; warn "x\n"; print $! + 0, "\n"; $! = 3; die "last\n" };
run "objects" => sub { tie *STDERR, "T"; warn bless [], "O"; die bless [], "O" };
run "compile time" => sub { tie *STDERR, "T"; eval 'my $q; my $q; 1'; eval '1 +'; print $@; eval 'use strict; nosuch'; die $@ };
run "untied again" => sub { tie *STDERR, "T"; untie *STDERR; warn "plain\n"; die "plain end\n" };
run "closed" => sub { close STDERR; warn "x\n"; print STDERR "y" or print "failed ", $! + 0, "\n"; $! = 3; die "last\n" };
run "in memory" => sub { close STDERR; open STDERR, ">", \my $text; warn "x\n"; print STDERR "y\n"; print $text };
run "wide" => sub { no warnings "utf8"; warn "\x{100}\n"; { use warnings; warn "\x{101}\n"; eval 'die "\x{102}\n"'; } die "\x{103}\n" };
run "flushed" => sub { close STDERR; open STDERR, ">&STDOUT"; warn "first\n"; syswrite STDOUT, "second\n"; die "third\n" };
