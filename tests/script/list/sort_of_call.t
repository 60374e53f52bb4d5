# sort(NAME(...)) sorts what a call returns; with a space, or without the outer parentheses, NAME compares.
use strict;
use warnings;
sub Descending { no warnings; return ($b // 0) <=> ($a // 0) }
sub words(\%) { return 'c', ref $_[0], 'a' }
my @x = (1, 3, 2);
my %h = (x => 1);
print sort(Descending(@x)), '|', sort(Descending (@x)), '|', sort(Descending @x), '|', sort((Descending(@x))), "\n";
print join(',', sort(words(%h))), ' ', join(',', sort (words(%h))), ' ', join(',', sort Descending(4, 5)), "\n";
print sort(main::later(@x)), '|', sort(reverse(@x)), '|', sort(map({ $_ } @x)), "\n";
sub later { (9, 8) }
