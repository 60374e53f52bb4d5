# File::Temp: handles, objects, templates, suffixes, directories, cleanup at scope and process end.
use strict;
use warnings;
use File::Temp qw(tempfile tempdir);
my ($fh, $name) = tempfile('tXXXX', DIR => '.', SUFFIX => '.dat');
print "name ", $name =~ m{^\./t\w{4}\.dat$} ? 1 : 0, " mode ",
    sprintf('%o', (stat $name)[2] & 0777), "\n";
print $fh "hello\n";
close $fh;
print "size ", -s $name, "\n";
my $obj;
{
    my $t = File::Temp->new(DIR => '.');
    $obj = "$t";
    print "object string is a file ", -e $obj ? 1 : 0, " filename ",
        $t->filename eq $obj ? 1 : 0, "\n";
    print $t "x";
    $t->flush;
    print "written ", -s $obj, "\n";
}
print "gone at scope end ", -e $obj ? 0 : 1, "\n";
{ my $k = File::Temp->new(DIR => '.', UNLINK => 0); $obj = $k->filename }
print "kept ", -e $obj ? 1 : 0, "\n";
my $d = tempdir('dXXXXX', DIR => '.', CLEANUP => 1);
print "dir ", -d $d ? 1 : 0, "\n";
{
    my $td = File::Temp->newdir(DIR => '.');
    $obj = "$td";
    open my $o, '>', "$td/f";
    print "newdir ", -d $obj ? 1 : 0, "\n";
}
print "tree removed ", -e $obj ? 0 : 1, "\n";
my $h = tempfile();
print "scalar context handle ", ref \$h eq 'REF' || ref $h ? 1 : 0, "\n";
print $h "a\nb\n";
seek $h, 0, 0;
print "lines ", scalar(my @l = <$h>), "\n";
system $^X, '-MFile::Temp=tempdir,tempfile', '-e',
    'my $d = tempdir(DIR => ".", CLEANUP => 1); my ($f, $n) = tempfile(DIR => ".", UNLINK => 1); open O, ">list"; print O "$d $n"; print -d $d && -e $n ? "child made both\n" : "no\n"';
open my $i, '<', 'list';
my @n = split ' ', <$i>;
print "child cleaned ", (grep {-e} @n) ? 0 : 1, "\n";
eval { tempfile('XX', DIR => '/nonexistent-dir') };
print $@ ? "error\n" : "none\n";
eval { tempfile('short') };
print $@ =~ /The template must end with at least 4 'X' characters/ ? "template error\n" : $@;
