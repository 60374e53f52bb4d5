# $/ in all modes: newline, string, empty (paragraph), undef (slurp), reference (records).
use strict;
use warnings;
my $d = "\n\na b\nc\n\n\n\nd--e--f\n\n";
open my $o, '>', 'f';
print $o $d;
close $o;
sub show {
    print "$_[0]: ", join('|', map {s/\n/N/gr} @{ $_[1] }), "\n";
}
sub all { open my $h, '<', 'f'; my @l = <$h>; \@l }
show('newline', all());
{
    local $/ = '';
    show('paragraph', all());
    my @c = @{ all() };
    chomp @c;
    show('paragraph chomped', \@c)
}
{
    local $/;
    show('slurp', all());
    open my $h, '<', 'f';
    my $x = <$h>;
    my $y = <$h>;
    print "slurp twice: ", length $x, ' ', defined $y ? "[$y]" : 'undef', "\n"
}
{
    local $/ = '--';
    show('string', all());
    my @c = @{ all() };
    chomp @c;
    show('string chomped', \@c)
}
{ local $/ = \4;       show('records',       all()) }
{ local $/ = \"3";     show('string record', all()) }
{ my $n    = 7;        local $/ = \$n; show('var record', all()) }
{ local $/ = "\n\n";   show('two newlines', all()) }
{ local $/ = "e";      show('letter',       all()) }
{ local $/ = 'absent'; show('absent',       all()) }
for my $bad (\0, \-1, [], {}, sub { }) {
    eval { local $/ = $bad };
    print "bad: ", $@ =~ s/ at .*//sr || 'accepted', "\n";
}
{ local $/ = 0; show('zero', all()) }
open my $e, '>', 'e';
close $e;
{
    local $/;
    open my $h, '<', 'e';
    my @l = <$h>;
    print "empty list slurp ", scalar(@l), "\n";
    open $h, '<', 'e';
    my $s = <$h>;
    print "empty scalar slurp ", defined $s ? "[$s]" : 'undef', "\n";
    $s = <$h>;
    print "second ", defined $s ? "[$s]" : 'undef', "\n"
}
{ local $/ = '';    my $s = "x\n\n\n"; my $n = chomp $s; print "chomp paragraph $n [$s]\n" }
{ local $/ = undef; my $s = "x\n";     print chomp($s) + 0, "\n" }
{ local $/ = \2;    my $s = "x\n";     print chomp($s) + 0, "\n" }
