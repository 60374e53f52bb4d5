# looks_like_number on objects: what their conversion to a number gives.
use strict;
use warnings;
use Scalar::Util 'looks_like_number';

package Number;  use overload '0+' => sub { 5 }, fallback => 1;
package Text;    use overload '""' => sub { '12' }, fallback => 1;
package Word;    use overload '""' => sub { 'xx' };
package Truth;   use overload 'bool' => sub { 1 };
package Derived; our @ISA = 'Number';
package Plain;

package main;
print "$_ ", looks_like_number(bless [], $_) ? 1 : 0, "\n" for qw(Number Text Word Truth Derived Plain);
print looks_like_number([]) ? 1 : 0, looks_like_number('0 but true') ? 1 : 0, looks_like_number(undef) ? 1 : 0, "\n";
