# chdir: forms and failures, Cwd, relative names after it, inheritance by children.
use strict;
use warnings;
use Cwd qw(cwd getcwd abs_path);
my $top = getcwd;
print "same ", cwd() eq $top ? 1 : 0, "\n";
mkdir 'a';
mkdir 'a/b';
symlink 'a/b', 'ln';
print chdir('a') ? 1 : 0, " ", substr(getcwd, length $top), "\n";
print chdir('b') ? 1 : 0, " ", substr(getcwd, length $top), "\n";
print "child ", substr(`pwd -P`, length $top);
print chdir('../..') ? 1 : 0, " home again ", getcwd eq $top ? 1 : 0, "\n";
print "missing ", chdir('none') ? 1 : "no: $!", "\n";
open my $o, '>', 'f';
close $o;
print "file ", chdir('f') ? 1 : "no: $!", "\n";
print "link ", chdir('ln') ? 1 : 0, " ", substr(getcwd, length $top), "\n";
chdir $top;
print "abs_path ", substr(abs_path('ln'), length $top), " ", abs_path('.') eq $top ? 1 : 0, "\n";
print "no such abs ", abs_path('none/x') // 'undef', "\n";
opendir my $d, 'a';
print "dirhandle ", chdir($d) ? 1 : 0, " ", substr(getcwd, length $top), "\n";
chdir $top;
open my $dh, '<', 'a';
print "filehandle ", chdir($dh) ? 1 : 0, " ", substr(getcwd, length $top), "\n";
chdir $top;
{
    local $ENV{HOME} = "$top/a/b";
    print "no argument ", chdir() ? 1 : 0, " ", substr(getcwd, length $top), "\n";
}
chdir $top;
{
    local $ENV{HOME};
    local $ENV{LOGDIR};
    delete @ENV{qw(HOME LOGDIR)};
    $! = 0;
    print "no home ", chdir() ? 1 : "no: $!", "\n";
}
print "empty ", chdir('') ? 1 : "no: $!", "\n";
my $pid = fork;
if (!$pid) { chdir 'a'; exit 0 }
waitpid $pid, 0;
print "child's chdir is its own ", getcwd eq $top ? 1 : 0, "\n";
