# File::Basename: basename, dirname, fileparse with suffixes.
use strict;
use warnings;
use File::Basename;
for my $p (
    '/a/b/c.txt', 'c.txt', '/a/b/',  'a/', '/',      '.', '..', '',
    'a//b',       './x',   '../y/z', '/x', 'a/b/c/', '//'
    )
{
    print "[$p] base [", basename($p), "] dir [", dirname($p), "]\n";
}
print join('|', fileparse('/a/b/c.tar.gz', qr/\.[^.]*/)),      "\n";
print join('|', fileparse('/a/b/c.tar.gz', '.tar.gz', '.gz')), "\n";
print join('|', fileparse('plain')),                           "\n";
print basename('/x/y.pl', '.pl', '.txt'), " ", basename('.pl', '.pl'), "\n";
print join('|', fileparse('/dir/')), "\n";
my ($n, $d, $s) = fileparse('a.b.c', qr/\..*/);
print "$n,$d,$s\n";
print scalar(fileparse('q/r.s', qr/\.s/)), "\n";
