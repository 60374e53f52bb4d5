# POD in the middle of code, comments everywhere, __END__ inside strings.
use strict; use warnings;
print "start\n"; # trailing comment with 'quotes" and { braces

=pod

This is not code { print "no" }

=head1 Heading

=cut

print "after pod\n";
my @l = (
    1, # one
    2, # two
); print "@l\n";
my $s = "# not a comment"; print "$s\n"; print 'a#b', q#x#, "\n"; my %h = ( # comment
    a => # comment
    1 # comment
); print $h{a}, "\n"; print "text with
=pod
inside string
=cut
ends\n"; my $x = 5 # c
  + # d
  3; print "$x\n"; print <<'E';
=pod
in heredoc # not comment
E
sub f # comment { here
{ return "f" } print f( ) # call
  , "\n"; if ( $x # cond
  == 8 ) { print "eight\n" }

=begin something

print "no";

=end something

=cut

print __LINE__, "\n"; my $re = "a#b" =~ /a#b/ ? 1 : 0; print $re, "ab" =~ /a#c
b/x ? 1 : 0, "\n"; print $#l, $#{[1, 2]}, "\n"; print "__END__\n"; my $y = "x"; $y
=~ s/x/y/; print "$y\n"; 

=encoding utf8

=cut

print "last\n";
__END__

=head1 DOC

print "never"
