# if: use or no a module when a condition holds.
package if;
use strict;
our $VERSION = '0.0610';

sub _apply {
    my $method = shift;
    my $pragma = $method eq 'import' ? 'use' : 'no';
    die "Too few arguments to '$pragma if' (some code returning an empty list in list context?)"
        unless @_ >= 2;
    return unless shift;
    my $module = $_[0];
    (my $file = $module) =~ s{::}{/}g;
    require "$file.pm";
    my $code = $module->can($method) or return;
    @_ = @_;
    goto &$code;
}

sub import   { shift; unshift @_, 'import';   goto &_apply }
sub unimport { shift; unshift @_, 'unimport'; goto &_apply }

1;
