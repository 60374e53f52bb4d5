# readline forms: list, scalar, chomp in while, $/ variants, last line without newline, read and getc.
# stdin: first line
# stdin: second line
# stdin:
# stdin: fourth
use strict; use warnings;
my $l = <STDIN>;
print "[", $l =~ s/\n/\\n/r, "] $.\n";
chomp(my $s = <STDIN>);
print "[$s]\n";
my $c = getc STDIN;
print ord $c, "\n";
read STDIN, my $b, 3;
print "$b\n";
my @rest = <STDIN>;
print scalar(@rest), $rest[0];
print defined(<STDIN>) ? 1 : 0, eof(STDIN) ? 1 : 0, eof STDIN ? 1 : 0, "\n";
open my $h, '>', "f" or die;
print $h "a\nb\n\n\nc\nd";
close $h;
open $h, '<', "f";
my @all = <$h>;
print scalar(@all), "$.\n";
seek $h, 0, 0;
{ local $/ = ""; my @p = <$h>; print scalar(@p), length $p[0], "\n" } seek $h, 0, 0;
{ local $/ = "b"; my $x = <$h>; print length $x, "\n" } seek $h, 0, 0;
{ local $/ = \4; my @r = <$h>; print join("|", map { length } @r), "\n" } seek $h, 0, 0;
{ local $/; my $x = <$h>; print length $x, defined(<$h>) ? 1 : 0, "\n" } seek $h, 0, 0;
$. = 0;
while (my $x = <$h>) { chomp $x; next unless length $x; last if $. > 5; print "$.$x " }
print tell $h, "\n";
seek $h, -1, 2;
print scalar <$h>, "\n";
seek $h, 2, 0;
print tell $h, scalar readline $h;
my ($one) = <$h>;
print length $one, "\n";
print eof $h ? "eof\n" : "more\n";
close $h;
print defined eval { no warnings; scalar <$h> } ? 1 : 0, "\n";
open $h, '<', "f";
my %h = map { chomp; $_ => $. } grep { /\w/ } <$h>;
print join(",", map { "$_$h{$_}" } sort keys %h), "\n";
print "$_" for do { seek $h, 0, 0; sort { $b cmp $a } <$h> };
print "\n";
unlink "f";
