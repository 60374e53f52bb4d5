# File::Path, File::Copy and File::Find over a small tree.
use strict;
use warnings;
use File::Path qw(make_path remove_tree mkpath);
use File::Copy qw(copy move cp);
use File::Find;
print scalar(make_path('a/b/c', 'a/d')), " made\n";
print scalar(make_path('a/b')),          " again\n";
for (qw(a/1 a/b/2 a/b/c/3)) { open my $o, '>', $_; print $o "data $_\n"; close $o }
print copy('a/1',  'copy') ? 1 : 0,        " ", -s 'copy', "\n";
print copy('none', 'x')    ? 1 : "no: $!", "\n";
print copy('a/1',  'a/d')  ? 1 : 0,        -e 'a/d/1' ? 1 : 0, "\n";
print move('copy', 'moved') ? 1 : 0, -e 'copy' ? 1 : 0, "\n";
open my $h, '<', 'moved';
copy($h, \*STDOUT);
chmod 0755, 'moved';
cp('moved', 'cp') or die;
printf "cp mode %o\n", (stat 'cp')[2] & 0777;
my @f;
find({ wanted => sub { push @f, $File::Find::name }, no_chdir => 1 }, 'a');
print join(' ', sort @f), "\n";
my @d;
finddepth(sub { push @d, $_ if -d }, 'a');
print scalar(@d), " dirs, last $d[-1]\n";
my @p;
find({
        preprocess => sub { sort @_ },
        wanted     => sub { push @p, $_; $File::Find::prune = 1 if $_ eq 'b' }
    },
    'a'
);
print "@p\n";
print remove_tree('a', { keep_root => 1 }), " removed, root ", -d 'a' ? 1 : 0, "\n";
remove_tree('a');
print -e 'a' ? 1 : 0, "\n";
make_path('m', { mode => 0700, error => \my $e });
printf "%o %d\n", (stat 'm')[2] & 0777, scalar @$e;
open my $o, '>', 'file';
close $o;
make_path('file/sub', { error => \$e });
print scalar(@$e), " error ", (%{ $e->[0] })[1], "\n";
remove_tree('none', { error => \$e });
print scalar(@$e), "\n";
