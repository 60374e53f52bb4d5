# File::Spec and its functions on Unix paths.
use strict;
use warnings;
use File::Spec;
use File::Spec::Functions qw(catfile catdir canonpath splitdir);
print canonpath($_), "\n"
    for '/a/./b//c/', 'a/../b', '///a', './x', '', '/', '/..', 'a/.', '/../../x';
print catfile('a', 'b', 'c.t'), " ", catfile('', 'x'), " ", catfile('a/', '/b'), " ",
    catdir('a', '', 'b', '..', 'c'), " ", catdir(''), "|", catdir(), "\n";
print join('|', splitdir('/a/b//c')), "\n";
print join('|', File::Spec->splitpath('/a/b/c')), " ",
    join('|', File::Spec->splitpath('/a/b', 1)), "\n";
print File::Spec->catpath('', '/a', 'f'), " ", File::Spec->curdir, File::Spec->updir,
    File::Spec->rootdir, File::Spec->devnull, "\n";
print File::Spec->file_name_is_absolute('/x') ? 1 : 0,
    File::Spec->file_name_is_absolute('x') ? 1 : 0, "\n";
print File::Spec->abs2rel('/a/b/c', '/a/d'), " ", File::Spec->abs2rel('/a', '/a'), " ",
    File::Spec->abs2rel('/a/b', '/'), " ", File::Spec->rel2abs('x', '/base'), " ",
    File::Spec->rel2abs('/x', '/base'), "\n";
print join(',', File::Spec->no_upwards('.', 'a', '..', '.b')), "\n";
{ local $ENV{PATH} = '/a:/b::/c'; print join('|', File::Spec->path), "\n" }
print File::Spec->case_tolerant ? 1 : 0, " ", -d File::Spec->tmpdir ? 1 : 0, "\n";
print File::Spec->join('a', 'b'), "\n";
