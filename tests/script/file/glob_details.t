# File::Glob's bsd_glob flags and perl's glob splitting rules.
use strict;
use warnings;
use File::Glob qw(:bsd_glob);
for ('b', 'a', 'B', 'A', 'with space', '.dot') { open my $o, '>', $_; close $o }
mkdir 'sub';
print join('|', bsd_glob('*')),                                    "\n";
print join('|', bsd_glob('*', GLOB_NOCASE)),                       "\n";
print join('|', bsd_glob('with sp*')),                             "\n";
print join('|', bsd_glob('{b,a,zz}', GLOB_BRACE)),                 "\n";
print join('|', bsd_glob('zz*', GLOB_NOCHECK)),                    "\n";
print join('|', bsd_glob('zz*')),                                  "\n";
print join('|', bsd_glob('{a,b', GLOB_BRACE | GLOB_NOMAGIC)),      "\n";
print join('|', bsd_glob('s*', GLOB_MARK)),                        "\n";
print join('|', bsd_glob('[a-b]', GLOB_NOSORT | 0)) ne '' ? 1 : 0, "\n";
print join('|', bsd_glob('\*', GLOB_QUOTE | GLOB_NOCHECK)),        "\n";
print "error ", GLOB_ERROR, "\n";
print join('|', bsd_glob('.*', GLOB_NOCHECK)),                                            "\n";
print join('|', map {s/^\Q$ENV{HOME}/HOME/r} bsd_glob('~/x', GLOB_TILDE | GLOB_NOCHECK)), "\n";
print join('|', bsd_glob('?')),                                                           "\n";
