# v-strings and numeric versions.
use strict; use warnings;
my $v = v1.22.333;
print join(".", map ord, split //, $v), " ", length $v, " ", sprintf("%vd", $v), "\n";
print sprintf("%vd", "1.22.333"), " ", sprintf("%vd", 102.111.111), " ", 102.111.111, " ", v65, "\n";
print sprintf("%vd", "hello"), " ", sprintf("%*vX", ":", "abc"), " ", sprintf("%vd", ""), " ", sprintf("%03vd", "1.2.30"), " ", sprintf("%v02x", "1.2"), "\n";
print v9786 eq "\x{263a}" ? "same\n" : "differ\n";
print ref(\v1.2), " ", ref(\"1.2"), "\n";
my %h = (v65 => 1, v66 => 2); print join(",", sort keys %h), "\n";
print $] >= 5.036 ? "new\n" : "old\n"; print $] + 0 == 5.036 ? "36\n" : "other\n"; printf "%vd\n", $^V; print "$^V $]\n";
print v5.10 lt v5.9 ? "lt" : "ge", " ", "5.10" < "5.9" ? "lt" : "ge", "\n";
print eval 'use v5.8.1; 1' ? "ok" : $@, "\n";
print eval 'use 6; 1' ? "ok" : $@;
print eval 'use v7.1; 1' ? "ok" : $@;
print eval 'no v5.10; 1' ? "ok" : $@;
print eval 'require 5.006; 1' ? "ok\n" : $@; print eval 'use 5.100; 1' ? "ok" : $@;
