# my CLASS $x: the keys that are known at compile time must be in %CLASS::FIELDS.
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
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; our Dog $x; $x->{zz}=1; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x=[{}]; $x->[0]{zz}=1; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x; sub { $x->{zz} }; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x; eval q{$x->{zz};1} or print $@; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x; my @l=@$x{"a","zz"}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x; my %l=%$x{"a","zz"}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x; my @l=$x->@{"a","zz"}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x; my @l=delete @$x{"a","zz"}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x={a=>{}}; $x->{a}{zz}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x={a=>{}}; $x->{5}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; use constant K=>"q"; my Dog $x={a=>{}}; $x->{+K}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x={}; print "a $x->{zz} b"; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x={}; exists $x->{zz}; local $x->{yy}; print "ok"
package Dog; our %FIELDS; package main; my Dog $x={}; exists $x->{zz}; print "ok"
package Dog; package main; my Dog $x={}; exists $x->{zz}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package Cat; our @ISA="Dog"; package main; my Cat $x={}; exists $x->{zz}; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog %x; $x{zz}; my Dog @y; print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; foreach my Dog $x ({}) { $x->{zz} } print "ok"
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog ($x,@y,%z); $x->{a}; $x->{yy}
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x={}; ${$x}{yy}
package Dog; BEGIN { our %FIELDS=(a=>1) } package main; my Dog $x={}; $::{x}; my $y=$x; $y->{yy}; print "ok"
my Nope $x; print 1
my Nope ($x); print 1
our Nope $x; print 1
my Nope::Deep $x = 5; print 1
