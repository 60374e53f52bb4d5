# A word before an arrow that is the name of a declared sub calls it, package or not.
sub Q::R { "obj" } sub One { "obj" } sub Q::P () { "obj" } package obj; sub zz { "called($_[0])" } package Q::R; sub zz { "class($_[0])" } package One; sub zz { "one($_[0])" } package Q::P; sub zz { "qp" } package main;
print Q::R->zz, " ", One->zz, " ", Q::R::->zz, " ", 'Q::R'->zz, " ", Q::P->zz, " ", main->can("zz") ? 1 : 0, "\n";
sub Late::X; print eval { Late::X->zz } // $@; package Late::X; sub zz { "late" } package main; print "\n"; print Later::X->zz, "\n"; package Later::X; sub zz { "later" } package main; sub Later::X { "obj" } print Later::X->zz, "\n"; { package In; sub Klass { "obj" } package In::Klass; sub zz { "inklass" } package In; print Klass->zz, " ", In::Klass->zz, "\n"; }
