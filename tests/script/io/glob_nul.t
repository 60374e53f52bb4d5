# A NUL in a pattern: refused with a warning, unless it is the last character.
use warnings;
use File::Glob ();
my @names = glob("a\0b");
print scalar(@names), " $!\n";
@names = glob("a\0b c");
print scalar(@names), "\n";
@names = File::Glob::bsd_glob("a\0b");
print scalar(@names), "\n";
@names = File::Glob::csh_glob("a\0b");
print scalar(@names), "\n";
@names = glob("a\0");
print scalar(@names), "\n";
