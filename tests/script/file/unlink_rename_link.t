# unlink counts, rename over files and directories, link, symlink, readlink with errors.
use strict;
use warnings;
sub touch {
    for (@_) { open my $o, '>', $_ or die; print $o $_; close $o }
}
touch(qw(a b c d e));
print "two of three: ", unlink('a', 'none', 'b'), " $!\n";
$_ = 'c';
print "topic ",        unlink,             "\n";
print "none ",         unlink('none') + 0, " $!\n";
print "no args list ", unlink(()) + 0,     "\n";
mkdir 'dir';
print "directory ", unlink('dir') + 0, " ", $!{EISDIR} || $!{EPERM} ? 'refused' : $!, "\n";
my @l = ('d');
print "array ", unlink(@l), "\n";
touch('x');
print "rename ",     rename('e', 'x')      ? 1 : 0, " ", do { open my $i, '<', 'x'; <$i> }, "\n";
print "missing ",    rename('e', 'y')      ? 1 : "no: $!", "\n";
print "onto dir ",   rename('x', 'dir')    ? 1 : "no: $!", "\n";
print "dir to dir ", rename('dir', 'dir2') ? 1 : 0,        "\n";
print "link ", link('x', 'hard') ? 1 : 0, " again ", link('x', 'hard') ? 1 : "no: $!",
    " missing ", link('zz', 'q') ? 1 : "no: $!", "\n";
print "symlink ", symlink('x', 'soft') ? 1 : 0, " again ", symlink('x', 'soft') ? 1 : "no: $!",
    "\n";
print "readlink ", readlink('soft'), " of file ", readlink('x') // "undef: $!", " missing ",
    readlink('zz') // "undef: $!", "\n";
$_ = 'soft';
print "topic ", readlink, "\n";
symlink '',                      'e' or print "empty: $!\n";
symlink 'a/very/long/../target', 'l2';
print readlink 'l2', "\n";
print -e 'l2' ? 1 : 0, -l 'l2' ? 1 : 0, "\n";
unlink 'soft';
print "target stays ",  -e 'x'           ? 1 : 0, "\n";
print "rename self ",   rename('x', 'x') ? 1 : 0, "\n";
print unlink(glob '*'), " ", join(' ', glob '*'), "\n";
