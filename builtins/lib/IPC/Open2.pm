# IPC::Open2: run a command with its input and output connected to ours.
package IPC::Open2;
use strict;
require Exporter;
require IPC::Open3;
our $VERSION = '1.06';
our @CARP_NOT = ('IPC::Open3');
our @EXPORT = qw(open2);
*import = \&Exporter::import;

sub open2 {
    local $IPC::Open3::Me = 'open2';
    return IPC::Open3::_run(scalar caller, $_[1], $_[0], '>&STDERR', @_[2 .. $#_]);
}

1;
