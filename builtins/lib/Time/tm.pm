# Time::tm: the object that Time::localtime and Time::gmtime return.
package Time::tm;
use strict;
our $VERSION = '1.00';
require PerlIPC::Record;
PerlIPC::Record->define('Time::tm', 'tm_', [], [qw(sec min hour mday mon year wday yday isdst)]);

1;
