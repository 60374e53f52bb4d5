# Config's text functions (perldoc Config): config_vars, config_re, config_sh.
use strict;
use warnings;
use Config qw(config_vars config_re config_sh);

config_vars('osname', 'iv(?:size|type)', ':ivsize', 'ivsize:', ':ivsize:', ':d_for.:', 'nothing', 'no.*thing', '^ivsize$');
print "|\n";
config_vars('no.*thing:');
print "|\n";
print join(',', config_re('ivs...')), "\n";
my ($row) = grep { /^osname=/ } split /\n/, config_sh();
print "$row\n";
