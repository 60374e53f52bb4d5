# %ENV: changes seen by children, delete, local, undef values, clearing, odd names.
use strict;
use warnings;
$ENV{PLAIN} = 'v';
print `echo \$PLAIN`;
delete $ENV{PLAIN};
print "deleted [", `printf %s "\$PLAIN"`, "]\n";
{ local $ENV{LOC} = 'in'; print `echo \$LOC` }
print "after local [", `printf %s "\$LOC"`, "]\n";
{
    local %ENV = (PATH => $ENV{PATH}, ONLY => 1);
    print join(',', sort map {s/=.*//sr} grep { !/^(_|PWD|SHLVL|OLDPWD)=/ } `env`), "\n"
}
{ local @ENV{qw(A B)} = (1, 2); print `echo \$A\$B` }
{ no warnings; $ENV{UNDEF} = undef; }
print exists $ENV{UNDEF} ? "exists [" . $ENV{UNDEF} . "]\n" : "none\n";
$ENV{NUM} = 1 + 1;
print `echo \$NUM`;
$ENV{'odd name'} = 'x';
print $ENV{'odd name'}, "\n";
$ENV{REF} = [1];
print $ENV{REF} =~ /^ARRAY/ ? "stringified\n" : "ref\n";
$ENV{E} = '';
print `sh -c 'echo \${E+set}'`;
my %copy = %ENV;
$copy{PLAIN} = 'z';
print "copy [", `printf %s "\$PLAIN"`, "]\n";
for my $k ('K1') { $ENV{$k} .= 'app'; $ENV{$k} .= 'end' }
print `echo \$K1`;
my $r = \$ENV{VIA};
$$r = 'ref';
print "via ref ", `printf %s "\$VIA"`, "\n";
%ENV = (PATH => $ENV{PATH});
print scalar(keys %ENV), "\n";
{
    local $ENV{PATH} = '/nonexistent';
    no warnings;
    my $x = system 'ls';
    print "PATH used: $x\n";
    $x = system 'nosuch arg';
    print "$x\n"
}
$ENV{UTF} = "caf\xe9";
print unpack('H*', `printf %s "\$UTF"`), "\n";
