print <<E, 1;
text $x
morex

E
print 'aft
er';print <<'E', 1;
text $x
E
print qq{a
b}; print <<~E;
  a
  b
  E
print <DATA>;
__END__
raw
lines
