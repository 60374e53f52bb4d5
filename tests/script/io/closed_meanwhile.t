# Handles closed by an overloaded text, a FETCH or a warning's handler while they are printed to or read.
{
package C{use overload '""'=>sub{close $main::h;"c"},'0+'=>sub{close $main::h;3},fallback=>1} package main; open $h,'>','o'; my $c=bless[],'C'; print $h $c; print "r\n"; open $h,'>','o'; print { $h } "a",$c,"b"; print "s\n"; open $h,'>','o'; printf $h "%s%s",$c,"x"; print "t\n"; open $h,'+<',$0; seek $h,$c,0; print "1\n"; open $h,'+<',$0;print sysread($h,$b,$c)//'u'; print "2\n"; open $h,'+<',$0; print read($h,$b,$c)//'u'; print "3\n"; open $h,">",\my $m; print $h $c,"z"; print "$m|\n"; $,=$c; open $h,'>','o'; print $h 1,2; print STDOUT "u\n"; undef $,; $\=$c; open $h,'>','o'; print $h 1; $\=undef; print "v\n";
}
{ local $SIG{__WARN__};
$SIG{__WARN__}=sub{close $h; print "W\n"}; use warnings; open $h,'>','o'; $r=print $h "a\x{100}","b"; print $r?1:0,"\n";
}
close $h;
package main; sub TIESCALAR{bless[]} sub FETCH{close $h;3} sub STORE{} tie $t,'main'; open $h,'<',$0; print read($h,$t,5)//'u'; print "2\n";
