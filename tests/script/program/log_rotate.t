# A rotating log with file tests, stat, utime, rename, hard and symbolic links, directory walks and globbing.
use strict;
use warnings;
use File::Basename;
use File::Spec;
use File::Path qw(make_path remove_tree);
use File::Find;
use File::Copy qw(copy move);
use File::Temp qw(tempfile tempdir);
use Cwd qw(getcwd abs_path);
use Fcntl ':mode';

package RotatingLog {
    sub new { my ($class, %o) = @_; my $self = bless { keep => 3, max => 60, %o }, $class; $self->_open; $self }
    sub _open { my $s = shift; open $s->{fh}, '>>', $s->{file} or die "open $s->{file}: $!"; my $old = select $s->{fh}; $| = 1; select $old }
    sub say { my ($s, @text) = @_; $s->rotate if -s $s->{fh} > $s->{max}; printf { $s->{fh} } "%s: %s\n", $s->{name}, join ' ', @text }
    sub rotate {
        my $s = shift;
        close $s->{fh};
        unlink "$s->{file}.$s->{keep}";
        for my $n (reverse 1 .. $s->{keep} - 1) { rename "$s->{file}.$n", "$s->{file}." . ($n + 1) if -e "$s->{file}.$n" }
        rename $s->{file}, "$s->{file}.1" or die "rename: $!";
        $s->{rotations}++;
        $s->_open;
    }
    sub DESTROY { close $_[0]{fh} }
}

package main;
make_path('logs/old', { mode => 0755 });
{
    my $log = RotatingLog->new(file => 'logs/app.log', name => 'app');
    $log->say('line', $_, '.' x 10) for 1 .. 14;
    print "rotations $log->{rotations}\n";
}
for my $f (sort glob 'logs/app.log*') { open my $fh, '<', $f or die; my @l = <$fh>; printf "%-14s %3d bytes, %d lines, first %s", $f, -s $f, scalar @l, $l[0] =~ s/\.+//r }
chmod 0640, 'logs/app.log' or die;
printf "mode %04o %s%s%s regular %d dir %d\n", S_IMODE((stat 'logs/app.log')[2]), (-r _ ? 'r' : '-'), (-w _ ? 'w' : '-'), (-x _ ? 'x' : '-'), S_ISREG((stat _)[2]) ? 1 : 0, -d _ ? 1 : 0;
utime 1_000_000, 1_234_567_890, 'logs/app.log' or die;
my @st = stat 'logs/app.log';
print "times $st[8] $st[9], nlink $st[3], age over 1000 days: ", (-M 'logs/app.log' > 1000 ? 1 : 0), "\n";
link 'logs/app.log', 'logs/hard' or die "link: $!";
symlink 'app.log', 'logs/soft' or die "symlink: $!";
symlink 'nowhere', 'logs/dangling' or die;
print "nlink ", (stat 'logs/hard')[3], " same inode ", ((stat _)[1] == (stat 'logs/soft')[1] ? 1 : 0), " readlink ", readlink 'logs/soft', "\n";
print join(' ', map { my $f = "logs/$_"; "$_:" . join '', map { my $t = $_; eval "-$t \$f" ? $t : '' } qw(e f d l s z p S) } qw(hard soft dangling old nothing)), "\n";
print "lstat size of link ", (lstat 'logs/soft')[7], "\n";
print "failures: ", join(', ', map { my $r = $_->(); $r ? 'worked' : $! + 0 } sub { mkdir 'logs' }, sub { rmdir 'logs' }, sub { unlink 'logs/none' }, sub { rename 'none', 'x' }, sub { opendir my $d, 'none' }, sub { readlink 'logs/hard' }, sub { chdir 'none' }, sub { open my $f, '<', 'logs/old/none' }, sub { link 'none', 'y' }), "\n";
copy('logs/app.log.1', 'logs/old/copy') or die;
move('logs/app.log.2', 'logs/old/moved') or die;
{ open my $fh, '>', "logs/sp ace.txt"; print $fh "x"; open $fh, '>', 'logs/.hidden' }
opendir my $dh, 'logs' or die;
my @entries = sort grep !/^\.\.?$/, readdir $dh;
rewinddir $dh;
my $count = () = readdir $dh;
closedir $dh;
print "entries: @entries ($count)\n";
print "glob: ", join('|', glob 'logs/{old/*,app*,s*}'), "\n", "quoted: ", join('|', glob '"logs/sp ace.txt" logs/h*'), "\n", "none: ", scalar(my @n = glob 'logs/zzz*'), ' ', join(',', glob 'logs/zz{a,b}'), "\n";
while (my $f = glob 'logs/app.log*') { print basename($f), ';' }
print "\n";
my (%size, @dirs);
find({ wanted => sub { -d $_ && !-l $_ ? push @dirs, $File::Find::name : -f _ && ($size{$File::Find::name} = -s _) }, no_chdir => 0, preprocess => sub { sort @_ } }, 'logs');
print "dirs @dirs\n", map { "$_ $size{$_}\n" } sort keys %size;
finddepth(sub { print "$_ " if /^(?:copy|old|logs|\.)$/ }, 'logs');
print "\n";
for my $p ('/usr/lib/libfoo.so.1.2', 'rel/file.tar.gz', 'noext', '/', 'dir/') { my ($n, $d, $s) = fileparse($p, qr/\.[^.]*/); print "$p => [$n][$d][$s] ", basename($p), ' ', dirname($p), "\n" }
print join(' ', File::Spec->catfile('a', 'b', 'c.txt'), File::Spec->catdir('a', '..', 'b'), File::Spec->canonpath('/a/./b//c/'), File::Spec->abs2rel('/a/b/c', '/a/d'), File::Spec->rel2abs('x', '/y'), File::Spec->file_name_is_absolute('/x') ? 1 : 0, join('+', File::Spec->splitdir('/a/b')), File::Spec->tmpdir ne '' ? 1 : 0, File::Spec->updir, File::Spec->curdir), "\n";
my $here = getcwd;
chdir 'logs/old' or die;
print "cwd: ", File::Spec->abs2rel(getcwd, $here), ' ', abs_path('..') eq "$here/logs" ? 'parent' : 'other', "\n";
chdir $here;
my ($fh, $tmp) = tempfile('tXXXX', SUFFIX => '.dat', UNLINK => 1);
print {$fh} "12345";
close $fh;
print "temp: ", ($tmp =~ /^t\w{4}\.dat$/ ? 'named' : $tmp), ' ', -s $tmp, "\n";
truncate $tmp, 2;
print "truncated: ", -s $tmp, ' ', (-T $tmp ? 'text' : 'binary'), ' ', (-B '/bin/sh' ? 'binary' : 'text'), ' ', (-e -f -r $tmp ? 'stacked' : 'no'), "\n";
print "removed: ", remove_tree('logs'), ' ', (-e 'logs' ? 'still there' : 'gone'), "\n";
umask 077;
mkdir 'private';
printf "umask %03o mode %04o\n", umask, (stat 'private')[2] & 07777;
