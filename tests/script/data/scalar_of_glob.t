# ${\*FOO} is the glob itself, for \\ and tied as well.
our $FOO; our $x = 5;
my $g = \*FOO; print ref(\${$g}), " ", ref(\$$g), " ", ref(\${\*FOO}), "\n"; print "${$g}|", $$g // 'undef', "\n"; 
my $c = *FOO; print ref(\$c), " ${\$c} ", ref(\${\$c}), "\n"; my $r=\$c; print ref($r), " $$r\n";
my $h = do { local *FH }; bless \$h, 'X' if 0;
package T; sub TIEHANDLE { bless [] } sub PRINT { print STDOUT "P\n" } package main; tie *FOO, 'T'; print ref tied(${$g}), " ", ref tied(*$g), " ", ref tied(*{$g}), "\n"; print {$$g} "x";  my $o = bless \*BAR; print ref(\$$o), "\n"; $$g = 7; print $FOO//'u', "\n"; print ${*FOO}, "\n";
