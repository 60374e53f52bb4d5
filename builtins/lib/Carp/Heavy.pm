# Kept for programs that still load it: everything is in Carp.
package Carp::Heavy;
require Carp;
our $VERSION = '1.52';
1;
