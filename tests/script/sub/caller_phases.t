# What caller says in BEGIN, UNITCHECK, CHECK, INIT and END blocks.
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
sub f{ my $i=0; while(my @c=caller($i++)) { print join("|",map $_//"u",@c[0..7]),"; " } print "\n" } INIT{f()} CHECK{f()} UNITCHECK{f()} END{f()} package Foo; END { main::f() } INIT{main::f()}
sub f{ my $i=0; while(my @c=caller($i++)) { print join("|",map $_//"u",@c[0..7]),"; " } print "\n" } eval q{UNITCHECK{f()} END{f()}}; eval {f()}; sub END2 {f()} END2()
END { warn "w" } END { print caller()?1:0; my @c=caller(0); print "$c[3] $c[2]\n"; local $SIG{ALRM}=sub{my @c=caller(0); print "$c[3]\n"}; kill ALRM=>$$; } INIT { print "i:", join("|",caller), "\n" } END { sub { my @c=caller(1); print $c[3], "\n" }->() }
use Carp; END { eval { Carp::confess("x") }; print $@ } INIT { eval { Carp::croak("y") }; print $@ } BEGIN { eval { Carp::cluck("z") } }
sub f{ my @r; my $i=0; while(my @c=caller($i++)) { push @r, "$c[0] $c[3] $c[2] ".($c[4]//"u")." ".(defined $c[5]?$c[5]:"u")." ".($c[6]//"u")} join "; ",@r } BEGIN{print "B:",f(),"\n"} INIT{print "I:",f(),"\n"} use lib (print("U:",f(),"\n"),"/")[1]; eval q{BEGIN{print "EB:",f(),"\n"}}; my $x=eval q{BEGIN{print "EB:",f(),"\n"}}; my @x=eval q{use lib (print("U:",f(),"\n"),"/")[1]};  END{print "E:",f(),"\n"}
