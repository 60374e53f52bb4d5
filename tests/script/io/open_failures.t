# Failing opens leave $! and a false, non-undef-or-undef result; an earlier handle is closed by a failed reopen.
use strict;
use warnings;
sub try {
    my ($label, @a) = @_;
    my $h;
    local $! = 0;
    my $r = @a == 2 ? open($h, $a[0], $a[1]) : open($h, $a[0]);
    printf "%-14s %s %s [%s]\n", $label, defined $r ? "defined" : 'undef', $r ? 1 : 0,
        $r ? 'ok' : $!;
}
mkdir 'd';
open my $t, '>', 'plain';
close $t;
try('missing',    '<',  'no/such');
try('dir-read',   '<',  'd');
try('dir-write',  '>',  'd');
try('dir-update', '+<', 'd');
try('notdir',     '<',  'plain/x');
try('toolong',    '<',  'x' x 5000);
try('empty',      '<',  '');
symlink 'loop', 'loop';
try('loop',    '<',  'loop');
try('dup-bad', '<&', 99);
eval { try('dup-name', '>&', 'NOSUCH') };
print $@ =~ s/ at .*//sr, "\n";
{ no warnings; try('nul', '<', "a\0b"); }
{
    use warnings;
    local $SIG{__WARN__} = sub { print "warn: ", $_[0] =~ s/ at .*//sr, "\n" };
    my $h;
    open $h, '<', "a\0b";
    open $h, '<', "nl\n";
    open $h, "nl2\n";
}
my $r = eval { open my $h, '<:nonsense', 'plain'; 1 };
print "unknown layer: ", $@ || "no die\n";
$r = eval { open my $h, '<>', 'plain'; 1 };
print "unknown mode: ", $@ =~ s/ at \S+ line/ at X line/r;
$r = eval { open my $h, 'rw', 'plain'; 1 };
print "word mode: ", $@ =~ s/ at \S+ line/ at X line/r;
open my $keep, '<', 'plain' or die;
my $no = fileno $keep;
open $keep, '<', 'nope';
print "reopen failed, handle ", defined fileno($keep) ? 'open' : 'closed', "\n";
