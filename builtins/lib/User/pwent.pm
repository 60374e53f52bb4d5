# User::pwent: getpwnam and its relatives that return objects.
package User::pwent;
use strict;
our $VERSION = '1.01';
our (@EXPORT_OK, %EXPORT_TAGS);
BEGIN {
    require PerlIPC::Record;
    PerlIPC::Record->define('User::pwent', 'pw_', [qw(getpwent getpwuid getpwnam getpw)],
        [qw(name passwd uid gid change age quota comment class gecos dir shell expire)]);
}
push @EXPORT_OK, 'pw_has';
$EXPORT_TAGS{ALL} = [@{ $EXPORT_TAGS{FIELDS} }, 'pw_has'];

sub populate {
    return undef if !@_;
    my ($name, $passwd, $uid, $gid, undef, undef, $gecos, $dir, $shell) = @_;
    return _fill($name, $passwd, $uid, $gid, (undef) x 5, $gecos, $dir, $shell, undef);
}

sub getpwent ( ) { populate(CORE::getpwent) }
sub getpwnam ($) { populate(CORE::getpwnam(shift)) }
sub getpwuid ($) { populate(CORE::getpwuid(shift)) }
sub getpw    ($) { $_[0] =~ /^\d+\z/s ? &getpwuid : &getpwnam }

# Which fields this system has: of those asked for, or all.
sub pw_has {
    my %has = map { $_ => 1 } qw(name passwd uid gid gecos dir shell);
    return sort keys %has if !@_;
    return @_ == grep { $has{$_} } @_;
}

1;
