# The core functions as subs: by reference, with &, imported under another name; refusals.
for my $f (qw(length join push print sort time uc shift die splice keys chdir ref abs lc substr sprintf pos defined scalar map eval return my if sleep open close pack index rand int wantarray caller reverse sprintf system exec not and each values delete exists)) {
 my $r = eval "\\&CORE::$f"; print "$f ", defined $r ? (defined &$r ? "defd " : "undef ") : "none:$@";
 my $p = eval { prototype $r }; print defined $p ? "<$p>" : "np", " ";
 print "\n";
}
print &CORE::lc("ABC"), &CORE::uc("abc"), "\n";
my @a=(1,2); &CORE::push(\@a, 3, 4); print "@a\n";
print eval { &CORE::print("x"); 1 } ? "" : $@;
print eval { &CORE::sort("x"); 1 } ? "" : $@;
print eval { &CORE::lc(); 1 } ? "" : $@;
print eval { &CORE::lc(1,2); 1 } ? "" : $@;
BEGIN { *mylen = \&CORE::length; *main::myuc=\&CORE::uc; *myjoin = \&CORE::join; *mytime=\&CORE::time }
print mylen("abc"), myuc("x"), myjoin("-",1,2,3), "\n";
$_="topic"; print mylen, "\n"; print mytime > 100 ? "time\n" : "no\n";
print join(",", map &CORE::hex($_), qw(a b c)), "\n";
my $c = \&CORE::substr; print eval { $c->("hello",1,2) } // $@, "\n";
print eval { &CORE::abs(-3) } // $@, "\n";
print eval { &CORE::sprintf("%03d", 4) } // $@, "\n";
print eval { &CORE::reverse(1,2,3) } // $@, "\n";
print eval { join ",",&CORE::reverse(1,2,3) } // $@, "\n";
print eval { &CORE::die("foo\n"); 1} // $@;
print eval { &CORE::wantarray() ? "l":"s" } // $@, "\n";
print eval { &CORE::shift(\@a) } // $@, "\n";
print eval { &CORE::keys({a=>1}) } // $@, "\n";
print defined &CORE::lc ? 1:0, defined &CORE::if ? 1:0, defined &CORE::sort ?1:0, exists &CORE::lc ? 1:0, "\n";
print CORE->can('lc') ? "can\n" : "cannot\n";
print eval { &CORE::pos(\my $x); 1 } ? "ok\n":$@; print eval { &CORE::chomp(\my $x); 1 } ? "ok\n":$@;
print eval { &CORE::ref([]) } // $@, "\n"; print eval { &CORE::splice(\@a,0,1) } // $@, "\n"; print eval { &CORE::__LINE__ } // $@, "\n"; print eval { &CORE::__FILE__() } // $@, "\n"; print eval { &CORE::__PACKAGE__() } // $@, "\n";
