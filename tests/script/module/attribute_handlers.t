# Attribute::Handlers, and whose package attributes of a sub are asked for.
package LoudDecl; use Attribute::Handlers; $|=1;
sub Loud :ATTR { my ($package, $symbol, $referent, $attr, $data, $phase, $filename, $linenum) = @_;
 print "$package ", (ref $symbol ? *{$symbol}{NAME} : $symbol), " ", ref($referent), " $attr ", (ref $data ? "[@$data]" : defined $data ? $data : 'undef'), " $phase $linenum\n"; }
sub Quiet :ATTR(SCALAR,BEGIN) { print "Quiet: ",ref $_[2]," $_[3] $_[5]\n" } sub Raw :ATTR(CODE,RAWDATA) { print "Raw: $_[4]\n" } sub Multi :ATTR(CODE,BEGIN,INIT,CHECK,END) { print "Multi $_[5]\n" }
package MyClass; BEGIN { our @ISA=("LoudDecl") } my $v :Loud; my @a :Loud(1,2); my %h :Loud=(a=>1); sub foo :Loud(5) { print "foo\n" } my $s :Quiet; sub r :Raw(a b, c) {} sub m :Multi {} our $pk :Loud; my $anon = sub :Loud {1}; foo(); print "done\n";
sub UNIVERSAL::Any :ATTR { print "Any $_[3]\n" } sub z :Any {} 
package T1; sub MODIFY_CODE_ATTRIBUTES { my($p,$r,@a)=@_; print "T1: $p ",ref $r," @a\n"; () } 
package main; sub MODIFY_CODE_ATTRIBUTES { my($p,$r,@a)=@_; print "main: $p ",ref $r," @a\n"; () } 
sub T1::t :T { 1 } sub u :U; sub v :V(1,2) {2} my $a = sub :W {3}; print "run\n";
