# NAME->method calls the sub NAME when there is one, also where NAME has :: and is a package too.
use strict; use warnings;
package A::B; sub hi { "class @_" }
package A; sub B { "A::C" }
package A::C; sub hi { "sub @_" }
package Single; sub hi { "class @_" }
package main;
sub Single { "A::C" }
print A::B->hi, "\n", A::B::->hi, "\n", "A::B"->hi, "\n", Single->hi, "\n", Single::->hi, "\n";
BEGIN { no strict 'refs'; *{"Late::Name"} = sub { "A::C" } }
print Late::Name->hi, "\n";
print eval { Unknown::Name->hi } // $@;
