# Time::Local: times that the clock skips or shows twice, in several zones; the nocheck functions.
use Time::Local qw(timelocal timegm timegm_nocheck timelocal_nocheck timelocal_modern timegm_modern timelocal_posix);
use POSIX 'tzset';
for my $tz (qw(Europe/Berlin America/New_York Australia/Lord_Howe Pacific/Apia Asia/Kolkata America/Sao_Paulo UTC Asia/Kathmandu Africa/Casablanca Europe/Dublin America/Caracas Antarctica/Troll Pacific/Kwajalein Asia/Pyongyang)) {
 $ENV{TZ}=$tz; tzset();
 for my $d ([2021,2,28],[2021,9,31],[2022,3,3],[2022,9,2],[2011,11,30],[2011,11,29],[2011,11,31],[2021,2,14],[2021,10,7],[2017,9,15],[2018,1,17],[1993,7,21],[2015,7,15],[2018,4,5],[2021,6,1],[2007,11,9],[2016,4,1],[2021,4,16]) {
  for my $h (0,1,2,3,23) { for my $m (0,15,29,30,45,59) { print "$tz @$d $h:$m ",timelocal_modern(7,$m,$h,$d->[2],$d->[1],$d->[0]),"\n"; } } } }
print timelocal(0,30,2,28,2,2021),"\n";
for ([0,0,0,-1,13,121],[0,0,0,-1,13,2021],[0,0,0,1,12,121],[0,0,0,1,-1,121],[70,80,90,40,24,121],[0,0,0,32,11,99],[-5,-5,-5,1,0,70],[0,0,0,0,2,120],[0,0,0,1,100,121],[0,0,0,31,1,121],[0,0,0,1,0,1600],[0,0,0,366,0,120]) { print "@$_: ",timegm_nocheck(@$_)," ",timelocal_nocheck(@$_),"\n" }
