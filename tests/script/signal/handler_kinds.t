# Everything %SIG accepts: code refs, names with and without package, globs, anonymous subs, IGNORE, DEFAULT.
use strict;
use warnings;
sub by_name  { print "by_name($_[0]) args ", scalar(@_), "\n" }
sub Other::h { print "Other::h($_[0])\n" }
$SIG{USR1} = 'by_name';
kill USR1 => $$;
$SIG{USR1} = 'main::by_name';
kill USR1 => $$;
$SIG{USR1} = 'Other::h';
kill USR1 => $$;
$SIG{USR1} = \&by_name;
kill USR1 => $$;
$SIG{USR1} = *by_name;
kill USR1 => $$;
$SIG{USR1} = \*by_name if 0;
$SIG{USR1} = sub { print "anon($_[0])\n" };
kill USR1 => $$;
my $code = $SIG{USR1};
print "reads back ", ref $code, "\n";
$SIG{USR1} = 'by_name';
print "name reads back $SIG{USR1}\n";
$SIG{USR1} = 'IGNORE';
kill USR1 => $$;
print "ignored, reads $SIG{USR1}\n";
$SIG{USR1} = 'DEFAULT';
print "default reads $SIG{USR1}\n";
delete $SIG{USR1};
print "deleted ", defined $SIG{USR1} ? 1 : 'undef', " exists ", exists $SIG{USR1} ? 1 : 0, "\n";
{ no warnings; $SIG{USR1} = undef; }
print "undef ", defined $SIG{USR1} ? "[$SIG{USR1}]" : 'undef', "\n";
$SIG{USR1} = '';
print "empty ", defined $SIG{USR1} ? "[$SIG{USR1}]" : 'undef', "\n";
{ no strict 'subs'; no warnings; $SIG{USR2} = by_later; }
sub by_later { print "bareword\n" }
kill USR2 => $$;
my $closure = 0;
$SIG{HUP} = sub { $closure++ };
kill HUP => $$ for 1 .. 3;
print "closure $closure\n";
