# Classes whose order cannot be made: what mro says of them all the same.
# exit: 255
use mro;
package A{sub hi{"hi"}} @B::ISA="A"; @X::ISA=("A","B"); eval { mro::set_mro("X","c3"); X->can("hi") }; print "E:$@"; print "alive\n"; 
print join(",",sort @{mro::get_isarev("A")}),"\n"; print eval{mro::get_mro("X")}//$@,"\n"; print eval{join ",",@{mro::get_linear_isa("X")}}//$@,"\n";print eval{X->hi;1}//$@,"\n"; print eval { X->isa("B") } // $@, "\n"; eval { mro::set_mro("X","dfs") }; print $@; print eval { X->hi }//$@, "\n"; print join(",",@{mro::get_linear_isa("X","c3")||[]}),"\n";
