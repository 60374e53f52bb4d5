# Net::protoent: getprotobyname and its relatives that return objects.
package Net::protoent;
use strict;
our $VERSION = '1.01';
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('Net::protoent', 'p_', [qw(getprotobyname getprotobynumber getprotoent getproto)],
        [qw(name @aliases proto)]);
}

sub populate {
    return undef if !@_;
    my ($name, $aliases, $protocol) = @_;
    return _fill($name, [split ' ', $aliases], $protocol);
}

sub getprotoent      ( ) { populate(CORE::getprotoent) }
sub getprotobyname   ($) { populate(CORE::getprotobyname(shift)) }
sub getprotobynumber ($) { populate(CORE::getprotobynumber(shift)) }
sub getproto       ($;$) { $_[0] =~ /^\d+$/ ? &getprotobynumber($_[0]) : &getprotobyname($_[0]) }

1;
