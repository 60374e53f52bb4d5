# Signatures, attributes and versions of packages that are refused.
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
use v5.36; sub d($a,$c//=9){}
use v5.36; sub d($a,$c//=9 ,$e){}
use v5.36; sub d($a,$c//="x",$e){}
use v5.36; sub d($a,$c||=8){}
use v5.36; sub d($a,$c||=$a){}
use v5.36; sub d($a,$c+=8,$d){}
use v5.36; sub d($a,$c+8,$d){}
use v5.36; sub d($b=1,$c+8,$d){}
use v5.36; sub d($b=1,$c[0],$d){}
use v5.36; sub d($b=1,@c+8,$d){}
sub f :lvalue ($sig) { } print 1
my $f = sub :lvalue ($sig) { }; print 1
sub f :prototype($) ($sig) { } print 1
sub f :method ($$) {} print prototype "f"
sub f : lvalue method ($$) {} print 1
package Bad 1.; print 1
package Bad 1..2; print 1
package Bad 1.2.; print 1
package Bad 1.2x; print 1
package Bad v1.x; print 1
package Bad v; print 1
package Bad vx; print 1
package Bad v1.2.3.; print 1
package Bad v01.2; print 1
package Bad v1.0002; print 1
package Bad 1.2.3_4; print 1
package Bad 1_2.3; print 1
package Bad 1.2_3_4; print 1
package Bad 0.1; print $Bad::VERSION
package Bad 00.1; print $Bad::VERSION
package Bad 0; print $Bad::VERSION
package Bad -1; print $Bad::VERSION
package Bad 1
package Bad 1.x {}
package Bad foo; print 1
package Bad $x; print 1
package Bad 1.5 ; print $Bad::VERSION
package Bad 1.5}; print $Bad::VERSION
use Carp 1.; print 1
use 5.x; print 1
package; print 1
package Bad
package Bad::Foo-Bar; print 1
