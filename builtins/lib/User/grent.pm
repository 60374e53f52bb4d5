# User::grent: getgrnam and its relatives that return objects.
package User::grent;
use strict;
our $VERSION = '1.03';
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('User::grent', 'gr_', [qw(getgrent getgrgid getgrnam getgr)],
        [qw(name passwd gid @members)]);
}

sub populate {
    return undef if !@_;
    my ($name, $passwd, $gid, $members) = @_;
    return _fill($name, $passwd, $gid, [split ' ', $members]);
}

sub getgrent ( ) { populate(CORE::getgrent) }
sub getgrnam ($) { populate(CORE::getgrnam(shift)) }
sub getgrgid ($) { populate(CORE::getgrgid(shift)) }
sub getgr    ($) { $_[0] =~ /^\d+\z/s ? &getgrgid : &getgrnam }

1;
