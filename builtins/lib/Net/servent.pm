# Net::servent: getservbyname and its relatives that return objects.
package Net::servent;
use strict;
our $VERSION = '1.02';
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('Net::servent', 's_', [qw(getservbyname getservbyport getservent getserv)],
        [qw(name @aliases port proto)]);
}

sub populate {
    return undef if !@_;
    my ($name, $aliases, $port, $protocol) = @_;
    return _fill($name, [split ' ', $aliases], $port, $protocol);
}

sub getservent    (   ) { populate(CORE::getservent) }
sub getservbyname ($;$) { populate(CORE::getservbyname(shift, shift || 'tcp')) }
sub getservbyport ($;$) { populate(CORE::getservbyport(shift, shift || 'tcp')) }
sub getserv       ($;$) { no strict 'refs'; &{ 'getservby' . ($_[0] =~ /^\d+$/ ? 'port' : 'name') }(@_) }

1;
