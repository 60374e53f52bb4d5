# `import Foo::Bar` is a method call once `require Foo::Bar` has named the package, although the package
# at hand has an import of its own.
use strict;
package Mine;
sub import { print "mine: @_\n" }
BEGIN { $INC{'Some/Module.pm'} = 1 }
sub load { require Some::Module; import Some::Module 1, 2; print "loaded\n" }
eval 'sub Some::Module::import { print "theirs: @_\n" }';
load();
