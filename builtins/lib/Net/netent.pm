# Net::netent: getnetbyname and its relatives that return objects.
package Net::netent;
use strict;
require Socket;
our $VERSION = '1.01';
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('Net::netent', 'n_', [qw(getnetbyname getnetbyaddr getnet)],
        [qw(name @aliases addrtype net)]);
}

sub populate {
    return undef if !@_;
    my ($name, $aliases, $type, $net) = @_;
    return _fill($name, [split ' ', $aliases], $type, $net);
}

sub getnetbyname ($) { populate(CORE::getnetbyname(shift)) }

sub getnetbyaddr ($;$) {
    my ($net, $type) = @_;
    return populate(CORE::getnetbyaddr($net, defined $type ? $type : Socket::AF_INET()));
}

sub getnet ($) {
    my $net = shift;
    return &getnetbyaddr(unpack 'N', Socket::inet_aton($net)) if $net =~ /^\d+(?:\.\d+(?:\.\d+(?:\.\d+)?)?)?$/;
    return &getnetbyname($net);
}

1;
