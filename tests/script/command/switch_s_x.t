# -s switch variables and -x embedded scripts.
use strict;
use warnings;
$| = 1;
sub put { open my $o, '>', $_[0] or die; print $o $_[1]; close $o }
put('s.pl', 'print defined $foo ? "foo=$foo " : "", defined $bar ? "bar=$bar " : "", "@ARGV\n";');
for my $a ('-foo', '-foo=val x', '-bar=1 -foo=2 rest -baz',
    '-- -foo', '-foo -- -bar', 'first -foo', '-foo= x')
{
    print `$^X -s s.pl $a`;
}
print `$^X -se 'print "\$xyz @ARGV\n"' -- -xyz=5 a`;
put('hash.pl', "#!/usr/bin/perl -s\nprint \"\$opt|\@ARGV\\n\";");
print `$^X hash.pl -opt=on arg`;
put('mail',
    "Subject: junk\n\nNot perl at all {{{\n#!/usr/bin/perl -l\nprint 'embedded ', __LINE__;\nprint <DATA>;\n__END__\ndata part\n"
);
print `$^X -x mail`;
put('none', "nothing here\n");
print `$^X -x none 2>&1`, "status ", $? >> 8, "\n";
mkdir 'dir';
put('cd', "junk\n#!perl\nuse Cwd; print getcwd =~ m{/dir\$} ? qq{changed\\n} : qq{same\\n};\n");
print `$^X -xdir cd`;
put('noshell', "#!/bin/sh\necho this is sh\n");
print `$^X -x noshell 2>&1`;
put('multi', "#!/bin/sh\n#! -*- perl -*- -w\nmy \$x; print 'v' . \$x . qq{\\n};\n");
print `$^X -x multi 2>&1`;
