# A tar writer and reader with pack/unpack; checked by the system's tar when it lists and extracts.
use strict;
use warnings;
use File::Path qw(make_path remove_tree);
use File::Spec::Functions qw(catfile splitdir);

sub octal { my ($n, $w) = @_; sprintf "%0*o\0", $w - 1, $n }
sub header {
    my (%f) = @_;
    my ($name, $prefix) = ($f{name}, '');
    if (length $name > 100) {
        my $cut = rindex $name, '/', 155;
        ($prefix, $name) = (substr($name, 0, $cut), substr $name, $cut + 1);
    }
    my $h = pack 'a100 a8 a8 a8 a12 a12 A8 a1 a100 a6 a2 a32 a32 a8 a8 a155 x12',
        $name, octal($f{mode}, 8), octal(0, 8), octal(0, 8), octal($f{size} // 0, 12), octal($f{mtime}, 12), '',
        $f{type}, $f{link} // '', "ustar\0", '00', 'root', 'root', octal(0, 8), octal(0, 8), $prefix;
    my $sum = unpack '%32C*', $h;
    substr $h, 148, 8, sprintf "%06o\0 ", $sum;
    return $h;
}
sub pad { my $n = length($_[0]) % 512; $n ? "\0" x (512 - $n) : '' }

my $long = join('/', ('deep' . 'x' x 20) x 5) . '/file.bin';
my @files = (
    { name => 'dir/',           type => 5, mode => 0755 },
    { name => 'dir/hello.txt',  type => 0, mode => 0644, data => "hello, tar\n" },
    { name => 'dir/empty',      type => 0, mode => 0600, data => '' },
    { name => 'dir/link',       type => 2, mode => 0777, link => 'hello.txt' },
    { name => $long,            type => 0, mode => 0640, data => join '', map chr, (0 .. 255) x 5 },
);
my $mtime = 1_000_000_000;
open my $out, '>:raw', 'a.tar' or die;
for my $f (@files) {
    my $data = $f->{data} // '';
    print {$out} header(%$f, size => length $data, mtime => $mtime), $data, pad($data);
    $mtime += 3600;
}
print {$out} "\0" x 1024;
close $out or die;
print "size ", -s 'a.tar', "\n";

open my $in, '<:raw', 'a.tar' or die;
my @read;
while (read($in, my $block, 512) == 512) {
    last if $block !~ /[^\0]/;
    my %f;
    @f{qw(name mode uid gid size mtime sum type link magic version uname gname prefix)} =
        unpack 'Z100 Z8 Z8 Z8 Z12 Z12 Z8 a1 Z100 Z6 a2 Z32 Z32 x16 Z155', $block;
    (my $check = $block) =~ s/^(.{148}).{8}/$1 . ' ' x 8/se;
    $f{good} = unpack('%32C*', $check) == oct $f{sum};
    $_ = oct for @f{qw(mode size mtime)};
    $f{name} = "$f{prefix}/$f{name}" if length $f{prefix};
    my $blocks = int(($f{size} + 511) / 512);
    my $got = read $in, $f{data}, $blocks * 512;
    die "truncated\n" if $got != $blocks * 512;
    substr($f{data}, $f{size}) = '';
    push @read, \%f;
}
close $in;
for my $f (@read) {
    my $mode = join '', map { my $m = $f->{mode} >> $_->[0]; ($m & 4 ? 'r' : '-') . ($m & 2 ? 'w' : '-') . ($m & 1 ? 'x' : '-') } [6], [3], [0];
    my @t = gmtime $f->{mtime};
    printf "%s%s %5d %04d-%02d-%02d %02d:%02d %s%s sum %s\n", { 0 => '-', 5 => 'd', 2 => 'l' }->{ $f->{type} }, $mode, $f->{size},
        $t[5] + 1900, $t[4] + 1, @t[3, 2, 1], length $f->{name} > 30 ? '...' . substr($f->{name}, -20) : $f->{name},
        length $f->{link} ? " -> $f->{link}" : '', $f->{good} ? 'ok' : 'bad';
}
print "data same: ", (join('', map $_->{data}, @read) eq join('', map $_->{data} // '', @files) ? 'yes' : 'no'), "\n";

make_path('x');
if (system('tar', '-C', 'x', '-xpf', 'a.tar') == 0) {
    for my $f (@files) {
        my $p = catfile('x', $f->{name});
        my @st = lstat $p;
        printf "%-14.14s %s %04o %s\n", $f->{name}, -l $p ? 'link to ' . readlink $p : -d _ ? 'dir' : -f _ ? 'file ' . -s _ : '?', $st[2] & 07777, (gmtime $st[9])[5] + 1900;
    }
    print "parts: ", join('+', map length, splitdir $long), "\n";
    open my $ls, '-|', qw(tar tf a.tar) or die;
    my @names = <$ls>;
    close $ls;
    print "tar lists ", scalar @names, "\n";
    system 'tar -C x -cf b.tar dir && tar tf b.tar | sort';
}
remove_tree('x');
print "left: ", join(' ', glob '*'), "\n";
