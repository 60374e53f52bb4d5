# The -X operators on a file, a directory, links, a fifo and missing names.
use strict;
use warnings;
umask 022;
open my $o, '>', 'f' or die;
print $o "text\n";
close $o;
open $o, '>', 'empty';
close $o;
mkdir 'd';
symlink 'f',    'ln';
symlink 'gone', 'dangling';
use POSIX 'mkfifo';
mkfifo 'ff', 0644;
chmod 0755, 'empty';
for my $n (qw(f empty d ln dangling ff none)) {
    no warnings;
    my @r;
    for my $t (qw(e f d l p S b c s z r x o O u g k t T B)) {
        next if $n eq 'ff' && $t =~ /[TB]/;
        my $v = eval "-$t \$n";
        push @r, "$t=" . (defined $v ? $v eq '' ? 0 : $v : 'u');
    }
    print "$n: @r\n";
}
print "value of -s on empty is ", (-s 'empty') eq '' ? "''" : 'other', "\n";
print "-e returns ", -e 'f', "\n";
$! = 0;
my $m = -e 'none';
print "undef and $!\n";
print defined $m ? 'def' : 'undef', "\n";
print "age ", -M 'f' <= 0.01 ? 'fresh' : 'old', " ", -A 'f' < 1 ? 1 : 0, -C 'f' < 1 ? 1 : 0, "\n";
{ no warnings; $_ = 'f'; print "topic ", -f ? 1 : 0, -s, "\n"; }
print "device ", -c '/dev/null' ? 1 : 0, " block ", -b '/dev/null' ? 1 : 0, "\n";
print "binary ", -B $^X         ? 1 : 0, " text ",  -T $0          ? 1 : 0, "\n";
