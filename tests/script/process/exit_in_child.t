# What a child that ends by exit, or by falling off the end, still does: destructors, END blocks,
# output that waits, pipes, the file position it shares with its parent.
use strict;
use warnings;
$| = 1;

sub child {
    my ($name, $code) = @_;
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    if (!$pid) { $code->(); exit 3 }
    waitpid $pid, 0;
    print "$name: ", $? >> 8, "\n";
}

package Noisy { sub new { bless {name => $_[1]}, $_[0] } sub DESTROY { print "gone: $_[0]{name}\n" } }
package Plain { sub new { bless {name => $_[1]}, $_[0] } }
package Silent { sub new { bless [], shift } sub DESTROY { } }
package main;

child('nothing', sub { });
child('status wraps', sub { exit 256 + 7 });
child('lexical data', sub { my %h = map { $_ => [$_] } 1 .. 50; exit 4 });
child('plain object', sub { my $o = Plain->new('p'); exit 5 });
child('empty destructor', sub { my $o = Silent->new; our $kept = Silent->new; exit 5 });
child('lexical object', sub { my $o = Noisy->new('lexical'); exit 6 });
child('global object', sub { our $o = Noisy->new('global'); exit 6 });
child('in a cycle', sub { my $o = Noisy->new('cycle'); $o->{self} = $o; exit 6 });
child('status from a destructor', sub {
    package Ender { sub DESTROY { $? = 9 } }
    our $ender = bless [], 'Ender';
    exit 1;
});
child('destructor that came late', sub {
    our $late = bless [], 'Late';
    eval 'sub Late::DESTROY { print "late\n" } 1' or die $@;
    exit 2;
});
child('inherited late', sub {
    our $heir = bless [], 'Heir';
    no warnings 'once';
    @Heir::ISA = 'Noisy2';
    eval 'sub Noisy2::DESTROY { print "heir\n" } 1' or die $@;
    exit 2;
});
child('END made on the way', sub { eval 'END { print "end\n"; $? = 8 } 1' or die $@; exit 2 });
child('inside eval and sort', sub { eval { my @a = sort { exit 11 } 1, 2 }; print "not here\n" });
child('inside a handler', sub { local $SIG{USR1} = sub { exit 12 }; kill USR1 => $$; 1 for 1 .. 1e5; exit 1 });
child('falls out of a block', sub { goto DONE if 0; DONE: ; });

# Output of several handles.
my $file = "/tmp/exit_in_child.$$";
child('pending output', sub {
    open my $fh, '>', $file or die $!;
    print $fh "lexical\n";
    open our $glob, '>>', $file or die $!;
    exit 0;
});
open my $in, '<', $file or die $!;
print "file has: ", <$in>;
close $in;
child('output without a newline', sub { $| = 0; print "no newline"; exit 0 });
child('output through two handles', sub {
    $| = 0;
    open my $copy, '>&', \*STDOUT or die $!;
    print $copy "copy\n";
    print "own\n";
    close $copy;
    exit 0;
});

# A pipe to a command is waited for.
child('pipe', sub {
    open my $to, '|-', 'cat; sleep 0.2; echo cat is done' or die $!;
    print $to "through cat\n";
    exit 0;
});

# The position in a file opened before the fork is shared.
{ open my $out, '>', $file or die $!; print $out "line $_\n" for 1 .. 4 }
open my $shared, '<', $file or die $!;
child('reads one line', sub { my $line = <$shared>; print "child: $line"; exit 0 });
print "parent: ", scalar <$shared>;
close $shared;
unlink $file;

# A failing write at the end.
if (-e '/dev/full') {
    child('full', sub { open STDOUT, '>', '/dev/full' or die $!; open STDERR, '>', '/dev/null'; print 'x'; exit 0 });
}

my $last = fork;
die unless defined $last;
if ($last) { waitpid $last, 0; print "off the end: ", $? >> 8, "\n" }
else { print "child runs off the end\n" }
