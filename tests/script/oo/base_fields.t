# base.pm and fields: %FIELDS comes with a base class; private names do not; one base class with fields only.
{package Animal; use fields qw(name _sound); sub new {fields::new(shift)}} {package Dog; use base 'Animal'; use fields 'tricks';} {package Pup; use base 'Dog'; use fields qw(_x y);} {package Cat; use base 'Animal';}
for my $c (qw(Animal Dog Pup Cat)) { no strict 'refs'; print "$c: ",join(',',map{"$_=${$c.'::FIELDS'}{$_}"} sort keys %{$c.'::FIELDS'}),"\n"; print join(',',map {$_//'u'} @{$fields::attr{$c}}),"\n" } 
my $d=Dog->new; $d->{name}=1; $d->{tricks}=2; eval{$d->{bad}=1}; print $@; eval{$d->{_sound}=1}; print $@; my $c=Cat->new; $c->{name}=1; eval{$c->{_sound}=1}; print $@; eval{$c->{z}=1};print $@;
{package M1; use fields 'a'; package M2; use fields 'b';} eval q{package M3; use base qw(M1 M2); 1} or print $@;
eval q{package Late; use fields 'q'; use base 'Animal'; 1} or print $@;
eval q{package Dog2; use base 'Animal'; use fields 'name'; 1} or print $@;

