# system: list, string, indirect object, status values, shell or not, unstartable commands.
use strict;
use warnings;
$| = 1;
print "list ",         system($^X, '-e', 'print "[@ARGV]"', 'a b', '*', '$x'), "\n";
print "exit ",         system($^X, '-e', 'exit 3'), " ", $? >> 8, "\n";
print "signal ",       system($^X, '-e', 'kill 9, $$'),  "\n";
print "shell ",        system('echo a  b; exit 4') >> 8, "\n";
print "no metachars ", system("echo   split   words"),   "\n";
{
    no warnings 'exec';
    $! = 0;
    print "missing ",          system('/nonexistent/x', 'a'),              " $? $!\n";
    print "missing string ",   system('/nonexistent/x'),                   " $?\n";
    print "missing in shell ", system('/nonexistent/x 2>/dev/null; true'), "\n";
    print "127 by shell ", system('/nonexistent/x 2>/dev/null') >> 8, "\n";
}
print "indirect ", system({$^X} 'fancy name', '-e', 'print "zero\n"'), "\n";
my @a = ('echo', 'array');
system @a;
system { $a[0] } @a;
my @one = ('echo single element;');
{
    no warnings;
    print "one element list uses the shell: ", system(@one) == 0 ? 1 : 0, "\n";
    print "indirect one element does not: ", system({ $one[0] } @one), "\n";
}
my $s = system 'true';
print "true $s ", !$s ? 1 : 0, "\n";
print "assignment ";
system "FOO=bar $^X -e 'print \$ENV{FOO}'";
print "\n";
system "exec echo exec in shell";
print "quoted ";
system "echo 'single \"quotes\"'";
{ local $ENV{ADDED} = 'yes'; system $^X, '-e', 'print "env $ENV{ADDED}\n"' }
system $^X, '-e', 'print defined $ENV{ADDED} ? 1 : "unset", "\n"';
print "native ", ${^CHILD_STATUS_NATIVE}, "\n";
print "backslash ";
system 'echo a\ b';
print "glob ";
system 'echo /etc/pass[w]d';
