# A precision of 0 leaves nothing of a character, as of a string; infinities have no BER form.
printf "[%.0c][%.c][%.1c][%.5c][%5.0c][%-3.0c]\n", 65, 65, 65, 65, 65, 65;
printf "[%.0s][%.1s]\n", "ab", "ab";
for my $n (-9**9**9, 9**9**9, -5, "nan") {
    print eval { pack("w", $n) } // $@;
}
