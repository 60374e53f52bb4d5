# map EXPR and grep EXPR alone are worth an empty list; a block without a list is a syntax error.
use strict;
use warnings;

for my $text ('map(1)', 'map (1), 2', 'grep(/a/)', 'map 1', 'map +(1)', '(grep 1), 7', '[map 1]->@*', 'map 1 or 5',
              'map { "a" => 1 }', 'scalar(map(1))', 'scalar(grep(1))', 'map {;1}', 'map({;1})', 'map {;1};',
              'grep { ; } ', 'map()', 'map', 'map {;1} , 2', 'map {;1} 2, 3', 'map({;1} 2)', 'map 1, 2', 'map 1 2') {
    no warnings;
    my @got = eval $text;
    my $error = $@ =~ s/\(eval \d+\)/EVAL/gr;
    print "$text: ", scalar(@got), " (@got) $error\n";
}
