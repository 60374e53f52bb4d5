# What goes to the shell: `2>&1` as the last word is perl's own business, ". file" is the shell's;
# a command of blanks; elements of %ENV that only local has made; a STDOUT that cannot be written.
use strict;
use warnings;
use Config;
$| = 1;
open STDERR, '>&', \*STDOUT;
select((select(STDERR), $| = 1)[0]);
$SIG{__WARN__} = sub { print "W: $_[0]" };

for my $command ('/nonexistent/x 2>&1', "/nonexistent/x \t2>&1 \n", '/nonexistent/x *  2>&1', '. /nonexistent/x', '2>&1',
    '/nonexistent/x >/dev/null 2>&1')
{
    $! = 0;
    my $out = `$command`;
    print defined $out ? $out =~ s/^.*?: //sr : 'undef', " $? ", $! + 0, "\n";
    print system($command), " $?\n";
}
print `sh -c 'echo err >&2' 2>&1`;
print `printf x\t2>&1`, "\n";
system "ls /nonexistent  2>&1";
for my $open (sub { open my $p, "ls /nonexistent 2>&1|"; $p }, sub { open my $p, '-|', 'ls /nonexistent 2>&1'; $p }) {
    my $p = $open->();
    print "read ", <$p>;
    print close $p ? 1 : 0, " $?\n";
}
open my $to, '|-', 'cat >&2  2>&1';
print $to "through cat\n";
print close $to ? 1 : 0, " $?\n";

for my $mode ('-|', '|-') {
    my $pid = open my $p, $mode, " \t";
    print $pid > 0 ? 1 : 0, close $p ? 1 : 0, " $?\n";
    $! = 0;
    print defined open($p, $mode, '') ? 1 : 0, $! + 0, "\n";
    print defined open($p, $mode, undef) ? 1 : 0, $! + 0, "\n";
    print defined open($p, $mode, undef, 'x') ? 1 : 0, $! + 0, "\n";
}

sub show { my ($name) = @_; print `echo "[\${$name-unset}]"` }
delete $ENV{NEW};
{ local $ENV{NEW}; show('NEW'); $ENV{NEW} = 'x'; show('NEW') }
show('NEW');
$ENV{OLD} = 'old';
{ local $ENV{OLD}; show('OLD') }
{ local @ENV{qw(OLD NEW)} = ('set'); show('OLD'); show('NEW') }
show('OLD');
my $wide = "\xe9";
utf8::upgrade($wide);
$ENV{OLD} = $wide;
print `printf %s "\$OLD" | od -An -tx1`;

my $perl = $^X;
for my $code ('open STDOUT, ">", "/dev/full"; print "x"', 'open STDOUT, ">>", "/dev/full"; print "x"',
    'open my $f, ">", "/dev/full"; open STDOUT, ">&", $f; print "x"', 'close STDOUT; open STDOUT, ">", "/dev/full"; print "x"; exit 0')
{
    system $perl, '-e', $code;
    print "$?\n";
}
system "$perl -e 'print 1' >/dev/full";
print "$?\n";
