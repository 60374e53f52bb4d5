# File::stat, User::pwent, Time::localtime objects, File::Compare, DirHandle, SelectSaver, FileHandle.
use strict;
use warnings;
use File::stat;
use File::Compare;
use SelectSaver;
use FileHandle;
use Time::Local;
use User::pwent;
open my $o, '>', 'f';
print $o 'abc';
close $o;
my $s = stat 'f';
print $s->size, " ", $s->nlink, " ", ref $s, " ", -f $s ? 1 : 0, -d $s ? 1 : 0, " ",
    defined stat('none') ? 1 : 'undef', "\n";
print lstat('f')->size, " ", $s->mtime == (CORE::stat 'f')[9] ? 1 : 0, "\n";
open $o, '>', 'g';
print $o 'abc';
close $o;
print compare('f', 'g'), " ",
    do { open my $q, '>>', 'g'; print $q 'x'; close $q; compare('f', 'g') }, " ",
    compare('f', 'none'), "\n";
open my $out, '>', 'sel';
{ my $sv = SelectSaver->new($out); print 'into file' }
print "back ", do { close $out; -s 'sel' }, "\n";
my $fh = FileHandle->new('f', 'r');
print <$fh>, "\n";
$fh->close;
$fh = FileHandle->new('> h');
print $fh 'x';
undef $fh;
print -s 'h', "\n";
print timegm(0, 0, 0, 1, 0, 100), " ", timegm(40, 46, 1, 9, 8, 2001), "\n";
eval { timegm(0, 0, 0, 31, 1, 2001) };
print $@ =~ s/ at .*//sr,                                    "\n";
print getpwnam('root')->uid,                                 " ", getpwuid(0)->name, "\n";
print timelocal(localtime 1000000000) == 1000000000 ? 1 : 0, "\n";
