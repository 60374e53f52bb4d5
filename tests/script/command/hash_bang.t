# Switches on the #! line: -w, -l, -n, several, with env, too late switches, wrong interpreters.
use strict;
use warnings;
sub try {
    my ($c, @a) = @_;
    open my $o, '>', 's.pl' or die;
    print $o $c;
    close $o;
    my $r = `$^X @a s.pl 2>&1`;
    print $r, "[", $? >> 8, "]\n";
}
try("#!/usr/bin/perl -w\nmy \$x; print 'a' . \$x . \"\\n\";");
try("#!/usr/bin/perl -l\nprint 1; print 2;");
try("#!/usr/bin/perl -w -l\nmy \$x; print \"v\" . \$x;");
try("#!/usr/bin/perl -wl\nprint 'bundled';");
try("#!/usr/bin/env perl\nprint \"env\\n\";");
try("#!perl -l\nprint 'short'");
try("#!/usr/bin/perl -T\nprint \"taint late\\n\";");
try("#!/usr/bin/perl -T\nprint \"taint \${^TAINT}\\n\";", '-T');
try("#!/usr/bin/perl -Mstrict\n\$x = 1;");
try("#!/usr/bin/perl -mstrict\nprint 1;");
try("#!/usr/bin/perl --\nprint \"dashes\\n\";");
try("#!/usr/bin/perl -Z\nprint 1;");
try("#!/usr/bin/perl -s\nprint \"s ok\\n\"");
try("\n#!/usr/bin/perl -l\nprint 'second line ignored';");
try("#!/usr/bin/perl -w # comment\nprint \"c\\n\"");
try("#!/bin/sh\necho from sh\n");
try("#!/bin/sh -- # perl -w\nprint \"perl in the line\\n\";");
try("#! /usr/bin/perl -l\nprint 'space'");
try("#!/usr/bin/perl -i.bak\nprint defined \$^I ? \$^I : 'undef', \"\\n\";");
try("#!/usr/bin/perl -0777\nprint defined \$/ ? 1 : 'slurp', \"\\n\";");
try("#!/usr/bin/perl -E\nprint 1;");
try("#!/usr/bin/perl -Ilibdir\nprint \$INC[0], \"\\n\";");
try("  #!/usr/bin/perl -l\nprint 'blanks before';");
try("\t#!/bin/sh\necho tab and sh\n");
