# What sysread, read and syswrite refuse first.
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
#### f8
open F,">:utf8","f"; eval{sysread F,$x,1}; print $@||"none\n"; eval{syswrite F,"x"}; print $@||"none\n"; eval{sysseek F,0,0}; print $@||"none\n"; open F,"<:utf8","f"; eval{sysread F,$x,1}; print $@||"none\n"; eval{syswrite F,"x"}; print $@||"none\n"; eval{sysseek F,0,0}; print $@||"none\n"; eval { print sysread(F,$x,0)}; print $@; binmode F; print sysread(F,$x,1),"\n"; use Socket; socketpair A,B,AF_UNIX,SOCK_STREAM,0; binmode A,":utf8"; eval { send A,"x",0 }; print $@; eval { recv A,$x,1,0 }; print $@; open F,"<:encoding(UTF-8)","f"; eval {sysread F,$x,1}; print $@; open F,"<:encoding(latin1)","f"; eval {sysread F,$x,1}; print $@; open F,"+<:crlf","f"; eval {print sysread(F,$x,1),"\n"}; print $@; eval { sysread F,$x,-1}; print $@; close F; eval { print sysread(F,$x,1)//'u',"\n"}; print $@; eval { print sysread(NOF,$x,-1)//'u',"\n"}; print $@;
