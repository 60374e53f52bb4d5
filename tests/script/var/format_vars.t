# write and format with $~ $^ $= $- $% $: $^A $^L, page breaks, numeric and multi-line fields.
use strict;
use warnings;
our ($name, $val, $text) =
    ('apple', 3.14159, 'a long text that wraps over several lines of the field');
format STDOUT_TOP =
Name       Value  Page @<
$%
-----------------
.
format STDOUT =
@<<<<<<<<< @##.## @>>>>> @|||||
$name, $val, 'right', 'mid'
.
format WRAP =
^<<<<<<<<<<<<<~~
$text
.
format FILL =
@*
$text
@<<< @#### @0### @.### @##.##e
'trunc', 42, 7, 0.5, 1
.
write;
($name, $val) = ('a name that is too long', 1234.5);
write;
print "lines left $-\n";
$~ = 'WRAP';
write;
$text = "two\nlines";
$~    = 'FILL';
write;
{ local $~ = 'STDOUT'; local $^ = 'STDOUT_TOP'; $- = 0; write }
print "page $% length $=\n";
use vars '$x';
$x  = 'swrite';
$^A = '';
formline "@<<< @>>>\n", 'ab', 'cd';
print $^A;
$^A = '';
open my $fh, '>', 'out';
{ my $o = select $fh; $~ = 'STDOUT'; select $o }
write $fh;
close $fh;
open $fh, '<', 'out';
print "file: $_" while <$fh>;
print "$: " =~ /-/ ? 1 : 0, " ", ord $^L, "\n";
eval { $~ = 'NOSUCH'; write };
print $@ =~ s/ at .*//sr, "\n";
