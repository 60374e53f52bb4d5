# \N{...}: names as charnames finds them by default, with charnames, with aliases and own translators.
use strict;
use warnings;
binmode STDOUT, ':utf8';
sub try {
    my ($code) = @_;
    my $r = eval $code;
    print "$code: ", defined $r ? "$r " . join(' ', map { sprintf '%x', ord } split //, $r) : "undef $@", "\n";
}
try($_) for '"\N{greek:Sigma}"', '"\N{ MERCURY }"', '"\N{mercury}"', '"\N{}"', '"\N{ }"', '"\N{ U+263a }"',
    '"\N{NBSP}\N{LF}"', '"\N{KATAKANA LETTER AINU P}"', '"\N{HANGUL SYLLABLE GA}"', '"\N{LATIN SMALL LETTER A }b"',
    '"\N{GREEK SMALL LETTER  ALPHA}"', 'use charnames ":full"; "\N{greek:alpha}"', 'use charnames "greek"; "\N{alpha}"',
    'use charnames ":short"; "\N{greek:alpha}\N{SPACE}"', 'use charnames ":loose"; "\N{white smiling-face}"',
    'use charnames ":full", ":alias" => { mine => "LATIN SMALL LETTER B" }; "\N{mine}"',
    'BEGIN { $^H{charnames} = sub { uc $_[0] } } "\N{abc}" . do { use charnames ":short"; "\N{greek:alpha}" }',
    '"a b" =~ /\N{ LATIN SMALL LETTER A }\N{SPACE}/ ? $& : "no"';
