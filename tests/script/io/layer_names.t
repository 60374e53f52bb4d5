# PerlIO::get_layers after all kinds of lists.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### f9
open F,"<:unix","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:crlf:utf8","p.pl"; binmode F,":pop"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:perlio:crlf:crlf","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:crlf","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; binmode F,":crlf"; print join(",",PerlIO::get_layers(F)),"\n"; binmode F,":pop"; print join(",",PerlIO::get_layers(F)),"\n"; binmode F,":pop"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:raw","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:raw:utf8:crlf","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:stdio","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:perlio","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:unix:perlio","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:unix:crlf","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:utf8:bytes","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:encoding(UTF-8)","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:encoding(latin1):crlf","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:crlf:encoding(latin1)","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; binmode F,":raw"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:crlf","p.pl"; binmode F; print join(",",PerlIO::get_layers(F)),"\n"; binmode F,":perlio"; print join(",",PerlIO::get_layers(F)),"\n"; binmode F,":unix"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<",\"x"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:crlf",\"x"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:utf8",\"x"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:mmap","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; open F,"<:raw:pop","p.pl"; print join(",",PerlIO::get_layers(F)),"\n"; print join(",",PerlIO::get_layers(STDERR)),"\n";
#### f10
open F,"<:utf8","p.pl"; print join(",",map defined $_?$_:'undef',PerlIO::get_layers(F,details=>1)),"\n"; open F,"<:encoding(UTF-8)","p.pl"; print join(",",map defined $_?$_:'undef',PerlIO::get_layers(F,details=>1)),"\n"; open F,">:crlf","f"; print join(",",map defined $_?$_:'undef',PerlIO::get_layers(F,details=>1)),"\n"; print join(",",PerlIO::get_layers(STDOUT,output=>1)),"\n"; print join(",",PerlIO::get_layers(STDOUT,input=>1)),"\n"; eval { PerlIO::get_layers(STDOUT,foo=>1)}; print $@; eval { PerlIO::get_layers(STDOUT,1)}; print $@; eval { PerlIO::get_layers()}; print $@; print scalar(@x=PerlIO::get_layers(NOSUCH)),"\n";  print scalar(PerlIO::get_layers(STDIN)),"\n"; use Socket; socketpair A,B,AF_UNIX,SOCK_STREAM,0; binmode A,":utf8"; print join(",",PerlIO::get_layers(A)),"|",join(",",PerlIO::get_layers(A,output=>1)),"\n";
