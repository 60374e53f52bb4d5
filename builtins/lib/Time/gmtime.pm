# Time::gmtime: gmtime that returns an object.
package Time::gmtime;
use strict;
no strict 'refs';
require Exporter;
require Time::tm;
our $VERSION = '1.04';
our @ISA = qw(Exporter Time::tm);
our @EXPORT = qw(gmtime gmctime);
our @EXPORT_OK = map { "\$tm_$_" } qw(sec min hour mday mon year wday yday isdst);
our %EXPORT_TAGS = (FIELDS => [@EXPORT_OK, @EXPORT]);
our ($tm_sec, $tm_min, $tm_hour, $tm_mday, $tm_mon, $tm_year, $tm_wday, $tm_yday, $tm_isdst);

sub import { goto &Exporter::import }

sub populate {
    return undef if !@_;
    ($tm_sec, $tm_min, $tm_hour, $tm_mday, $tm_mon, $tm_year, $tm_wday, $tm_yday, $tm_isdst) = @_;
    return Time::tm::_fill(@_);
}

sub gmtime (;$) { populate(CORE::gmtime(@_ ? shift : time)) }
sub gmctime (;$) { scalar CORE::gmtime(@_ ? shift : time) }

1;
