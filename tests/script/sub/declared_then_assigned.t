# References to declared subs find what comes later; \\undef is one; :pop leaves :unix.
print \undef == \undef ? "same\n" : "diff\n"; eval { ${\undef} = 1 }; print $@; my @l = (\undef, \undef); print $l[0] == $l[1] ? "same\n":"diff\n"; print defined ${$l[0]} ? 1 : 0, "\n";
my $r=\&ex; *ex=sub{ print "called @_\n" }; $r->(1); my $q=\&ey; eval { $q->() }; print $@; eval 'sub ey { print "ey\n" }'; $q->(); sub zz; my $z=\&zz; *zz=\&ey; $z->();
binmode(STDOUT,":pop"); print join(',',PerlIO::get_layers(STDOUT,output=>1)),"\n"; binmode(STDOUT,":perlio"); print join(',',PerlIO::get_layers(STDOUT,output=>1)),"\n"; open my $f,'>:utf8','/dev/null'; binmode $f,':pop'; print join(',',PerlIO::get_layers($f)),"\n";
