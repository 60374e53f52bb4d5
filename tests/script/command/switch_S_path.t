# -S finds scripts by PATH; scripts with slashes and missing ones.
use strict;
use warnings;
mkdir 'bin1';
mkdir 'bin2';
for ([qw(bin1/a A1)], [qw(bin2/a A2)], [qw(bin2/b B2)], [qw(a cwd)]) {
    open my $o, '>', $_->[0];
    print $o "print qq{$_->[1] \$0\\n}";
    close $o;
    chmod 0755, $_->[0];
}
{
    local $ENV{PATH} = "bin1:bin2:$ENV{PATH}";
    print `$^X -S a`, `$^X -S b`, `$^X a`, `$^X -S ./a`, `$^X -S nosuch 2>&1`,
        $? ? 'failed' : 'ok', "\n";
}
print `$^X bin2/b`;
print `$^X ./nosuch 2>&1`, $? >> 8, "\n";
mkdir 'd';
print `$^X d 2>&1`,   $? ? 'failed' : 'ok', "\n";
print `$^X '' 2>&1`,  $? >> 8,              "\n";
print `$^X a/b 2>&1`, $? >> 8,              "\n";
