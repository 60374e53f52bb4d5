# Modules that come with the interpreter say nothing under -w.
BEGIN { $^W = 1; $SIG{__WARN__} = sub { print "warning: @_" } }
use strict;
for my $module (qw(
    Carp Class::Struct Config Cwd Data::Dumper DirHandle English Env Errno Exporter Fcntl File::Basename
    File::Copy File::Path File::Spec File::Spec::Functions File::Temp File::stat FileHandle Getopt::Std
    I18N::Langinfo IO IO::Dir IO::File IO::Handle IO::Pipe IO::Poll IO::Seekable IO::Select IO::Socket
    IO::Socket::INET IO::Socket::UNIX IPC::Open2 IPC::Open3 IPC::SysV List::Util MIME::Base64
    MIME::QuotedPrint Net::hostent Net::netent Net::protoent Net::servent POSIX Scalar::Util SelectSaver
    Socket Sub::Util Symbol Sys::Hostname Test::More Text::Abbrev Text::ParseWords Time::HiRes
    Time::Local Time::gmtime Time::localtime User::grent User::pwent base constant lib overload parent
    sigtrap subs vars
)) {
    print eval "require $module; 1" ? "$module\n" : $@;
}
