# warn with one reference: printed with its place, given to a handler as it is.
BEGIN { open STDERR, '>', 'err' or die }
open F,"<",$0; <F>; warn {} ; package O; use overload '""'=>sub{"ovl"}; package main; warn bless [],'O'; warn qr/x/; $@=[]; warn; $SIG{__WARN__}=sub{print ref $_[0],"\n"}; warn [];
close STDERR; open E, '<', 'err'; print map { s/\(0x[0-9a-f]+\)/(ADDR)/gr } <E>;
