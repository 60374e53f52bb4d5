# A minus and a letter; strings in subscripts of strings.
# Each line is a program of its own.
use strict;
use warnings;
use File::Temp ();

my $dir = File::Temp->newdir;
while (my $code = <DATA>) {
  chomp $code;
  open my $file, '>', "$dir/p.pl" or die $!;
  print $file $code;
  close $file;
  my $said = `cd $dir; $^X p.pl 2>&1 </dev/null`;
  my $status = $? >> 8;
  $said =~ s/0x[0-9a-f]+/0xX/g;
  $said =~ s/\(\@INC contains:[^)]*\)/(INC)/g;
  print "--- $code\n$said\n=> $status\n";
}
__DATA__
"$h{"a"}"
print "x$h{"a"}y"; print 2
print "$a["b"]"
print qq"$h{"a"}"
my %h; print "a $h{"b c"} d", "q"
print "@h{"a","b"}"; $x=;
eval q{print "$h{"a"}"; 5 5}; print $@
-j 5
print -j "x"
print -y $x
print -jj 5
print -i{5}
print -n [4]
print -e 5 5
print 5 -e 3
my $x=5; print $x -e=>3
sub e {3} print 9 -e
sub x{1} sub y{2} print 5-x
print 5 -s
$s=1; print 5 -$s, 7-s,
print $h{a} -d "/"
print -j, -k, "\n"; %h=(-foo => 1, -bar, 2); print map { -$_ } qw(a b); print -foo; print -foo;
print -foo . "x", -bar x 2, [-foo]->[0], {-foo => 1}->{-foo}, $h{-foo}, -foo ? 1:2
$h{-y}=1; $h{-s}=1; $h{-m}=2; $h{-q}=3; $h{-tr}=4; print join ",", sort keys %h; print f(-y => 1, -m=>2); sub f { "@_" }
