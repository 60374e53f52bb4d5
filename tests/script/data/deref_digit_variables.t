# $$1, @$1 and the like: digits after $$ name a variable, they do not follow $$.
our $x = 5;
"x" =~ /(.)/;
print $$1, " ", \$$1 == \$x ? "same" : "other", " $$1\n";
*{"main::foo"} = \$$1;
our $foo;
print "$foo\n";
@$1 = (1, 2);
print "@$1 $#$1 $$1[1] @{$1} @$1[0, 1]\n";
%$1 = (a => 1);
print "$$1{a} @{[%$1]}\n";
*x = sub { "sub x: @_" };
print &$1(7), "\n";
print *$1, "\n";
print "PID\n" if "$$" =~ /^\d+\z/ and $$ - 1 > 0 and $$.1 > $$;
