# Net::hostent: gethostbyname and its relatives that return objects.
package Net::hostent;
use strict;
require Socket;
our $VERSION = '1.03';
our (@EXPORT_OK, %EXPORT_TAGS, $h_addr);
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('Net::hostent', 'h_', [qw(gethostbyname gethostbyaddr gethost)],
        [qw(name @aliases addrtype length @addr_list)]);
}
push @EXPORT_OK, '$h_addr';
push @{ $EXPORT_TAGS{FIELDS} }, '$h_addr';

sub addr { $_[0][4][0] }

sub populate {
    return undef if !@_;
    my ($name, $aliases, $type, $length, @addresses) = @_;
    $h_addr = $addresses[0];
    return _fill($name, [split ' ', $aliases], $type, $length, \@addresses);
}

sub gethostbyname ($) { populate(CORE::gethostbyname(shift)) }

sub gethostbyaddr ($;$) {
    my ($address, $type) = @_;
    return populate(CORE::gethostbyaddr($address, defined $type ? $type : Socket::AF_INET()));
}

sub gethost ($) {
    my $host = shift;
    return &gethostbyaddr(Socket::inet_aton($host)) if $host =~ /^\d+(?:\.\d+(?:\.\d+(?:\.\d+)?)?)?$/;
    return &gethostbyname($host);
}

1;
