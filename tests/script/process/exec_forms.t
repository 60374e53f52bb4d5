# exec: list, string, shell, indirect object, failure returns and messages, flushing.
use strict;
use warnings;
$| = 1;
sub kid {
    my ($c) = @_;
    my $p = fork // die;
    if (!$p) { $c->(); exit 99 }
    waitpid $p, 0;
    print "-> ", $? >> 8, "\n";
}
kid(sub { exec $^X, '-e', 'print "list @ARGV\n"; exit 2', 'x y', '$z' });
kid(sub { exec 'echo string;  exit 3' });
kid(sub { exec 'echo  plain   words' });
kid(sub { exec {$^X} 'other-name', '-e', 'print "indirect\n"' });
kid(
    sub {
        no warnings;
        my $r = exec '/nonexistent/p', 'a';
        print "failed ", defined $r ? "[$r]" : 'undef', " $!\n";
    });
kid(sub { no warnings; exec '/nonexistent/p' or print "string failed $!\n" });
kid(
    sub {
        no warnings;
        open my $o, '>', 'plain';
        print $o "x";
        close $o;
        exec './plain', 'a' or print "not executable: $!\n";
    });
kid(sub { $| = 0; print "buffered "; exec 'echo', 'then exec' });
kid(sub { local $ENV{V} = 'from env'; exec $^X, '-e', 'print "$ENV{V}\n"' });
kid(sub { exec 'cd / && pwd' });
kid(sub { exec 'nosuchcommandxyz 2>/dev/null' });
kid(sub { my @a = ('echo', 'two'); exec @a });
kid(sub { exec {'sh'} 'sh', '-c', 'echo $0' });
kid(
    sub {
        no warnings;
        $! = 0;
        eval { exec '/nonexistent/q', 1; die "after: $!\n" };
        print $@;
    });
END { print "END is skipped by exec\n" if $? == 77 }
