# File::Temp: files and folders with names nobody else has, removed when they are not needed any more.
package File::Temp;
use strict;
require IO::Handle;
require IO::Seekable;
require Exporter;
require File::Spec;
require Scalar::Util;
use Fcntl qw(SEEK_SET SEEK_CUR SEEK_END);
use overload '""' => 'STRINGIFY', '0+' => 'NUMIFY', bool => sub { 1 }, fallback => 1;
our $VERSION = '0.2311';
our @ISA = qw(IO::Handle IO::Seekable);
our @EXPORT = qw(tempfile tempdir tmpnam tmpfile unlink0 cleanup SEEK_SET SEEK_CUR SEEK_END);
our @EXPORT_OK = qw(mktemp mkstemp mkstemps mkdtemp);
our %EXPORT_TAGS = (
    POSIX    => [qw(tmpnam tmpfile)],
    mktemp   => [qw(mktemp mkstemp mkstemps mkdtemp)],
    seekable => [qw(SEEK_SET SEEK_CUR SEEK_END)],
);
push @EXPORT, @{ $EXPORT_TAGS{mktemp} };
*import = \&Exporter::import;
our $DEBUG = 0;
our $KEEP_ALL = 0;
our $LEVEL = 0;

sub STANDARD { 0 }
sub MEDIUM   { 1 }
sub HIGH     { 2 }

my @letters = ('A' .. 'Z', 'a' .. 'z', 0 .. 9, '_');
my $tries = 256;

# What this process (by pid: a forked child removes nothing of its parent's) is to remove at its end.
my (%files, %dirs);

sub _croak { require Carp; goto &Carp::croak }

# Makes the first free name of a template through $make, which gets the name; croaks as $function.
sub _unique {
    my ($function, $template, $suffix, $make) = @_;
    if (length $suffix && substr($template, -length $suffix) eq $suffix && $template !~ /XXXX\z/) {
        substr($template, -length $suffix) = '';
    }
    my $where = 'Error in ' . ($function eq 'tempfile' ? 'tempfile() using template'
        : $function eq 'tempdir' ? 'tempdir() using' : "$function using") . " $template";
    if ($template !~ /XXXX\z/) {
        _croak("$where: The template must end with at least 4 'X' characters\n");
    }
    my ($dir) = $template =~ m{^(.*/)}s;
    $dir = '.' if !defined $dir;
    $dir =~ s{(.)/\z}{$1} if $function =~ /dir/;
    if (!-e $dir) { _croak("$where: Parent directory ($dir) does not exist") }
    if (!-d _) { _croak("$where: Parent directory ($dir) is not a directory") }
    for (1 .. $tries) {
        (my $name = $template) =~ s/(X+)\z/ join '', map { $letters[rand @letters] } 1 .. length $1 /e;
        $name .= $suffix;
        my $made = $make->($name);
        return ($made, $name) if $made;
        if (!$!{EEXIST}) {
            my $what = $function =~ /dir/ ? 'directory' : 'temp file';
            _croak("$where: Could not create $what $name: $!");
        }
    }
    _croak("$where: Have exceeded the maximum number of attempts ($tries) to open temp file/dir");
}

sub _open_file {
    my $permissions = shift;
    return sub {
        my $name = shift;
        local $^F = 2;
        my $umask = umask 066;
        my $handle = Symbol::gensym();
        # O_RDWR, O_CREAT and O_EXCL, and never through a symbolic link
        my $flags = Fcntl::O_RDWR() | Fcntl::O_CREAT() | Fcntl::O_EXCL() | Fcntl::O_NOFOLLOW();
        umask 0 if defined $permissions;
        my $opened = sysopen $handle, $name, $flags, defined $permissions ? $permissions : 0600;
        my $error = $! + 0;
        umask $umask;
        $! = $error;
        return $opened ? $handle : undef;
    };
}

sub _options {
    my ($defaults, @given) = @_;
    my %options = %$defaults;
    while (@given) {
        my ($key, $value) = splice @given, 0, 2;
        $options{ uc $key } = $value;
    }
    return %options;
}

# The template with its folder, from the options.
sub _template {
    my ($template, $options) = @_;
    if (!defined $template) {
        my $dir = defined $options->{DIR} ? $options->{DIR} : File::Spec->tmpdir;
        return File::Spec->catfile($dir, 'X' x 10);
    }
    return File::Spec->catfile($options->{DIR}, $template) if $options->{DIR};
    return File::Spec->catfile(File::Spec->tmpdir, $template) if $options->{TMPDIR};
    return $template;
}

sub tempfile {
    if (@_ && defined $_[0] && ref $_[0] eq '' && $_[0] eq 'File::Temp') {
        _croak(q('tempfile' can't be called as a method));
    }
    my $template = @_ % 2 ? shift : undef;
    my %options = _options({ DIR => undef, SUFFIX => '', UNLINK => 0, OPEN => 1, TMPDIR => 0, EXLOCK => 0, PERMS => undef }, @_);
    $template = delete $options{TEMPLATE} if !defined $template && defined $options{TEMPLATE};
    $template = _template($template, \%options);
    if (!$options{OPEN}) {
        if ($^W) { warn "tempfile(): temporary filename requested but not opened.\nPossibly unsafe, consider using tempfile() with OPEN set to true\n" }
        my (undef, $name) = _unique('tempfile', $template, $options{SUFFIX}, sub { -e $_[0] || -l $_[0] ? do { $! = 17; 0 } : 1 });
        return (undef, $name);
    }
    my ($handle, $name) = _unique('tempfile', $template, $options{SUFFIX}, _open_file($options{PERMS}));
    if (!wantarray) {
        unlink0($handle, $name) or _croak("Error unlinking file $name using unlink0");
        return $handle;
    }
    $files{$$}{$name} = $handle if $options{UNLINK};
    return ($handle, $name);
}

sub tempdir {
    if (@_ && defined $_[0] && ref $_[0] eq '' && $_[0] eq 'File::Temp') {
        _croak(q('tempdir' can't be called as a method));
    }
    my $template = @_ % 2 ? shift : undef;
    my %options = _options({ CLEANUP => 0, DIR => '', TMPDIR => 0 }, @_);
    $template = delete $options{TEMPLATE} if !defined $template && defined $options{TEMPLATE};
    if (defined $template) {
        if ($options{DIR}) { $template = File::Spec->catdir($options{DIR}, (File::Spec->splitpath($template))[2]) }
        elsif ($options{TMPDIR}) { $template = File::Spec->catdir(File::Spec->tmpdir, $template) }
    }
    else { $template = File::Spec->catdir($options{DIR} || File::Spec->tmpdir, 'X' x 10) }
    my (undef, $name) = _unique('tempdir', $template, '', sub { mkdir $_[0], 0700 });
    $dirs{$$}{$name} = 1 if $options{CLEANUP};
    return $name;
}

# --- the older interfaces ------------------------------------------------------------------------

sub mkstemp {
    _croak('Usage: mkstemp(template)') if @_ != 1;
    my ($handle, $name) = _unique('mkstemp', $_[0], '', _open_file());
    return wantarray ? ($handle, $name) : $handle;
}

sub mkstemps {
    _croak('Usage: mkstemps(template, suffix)') if @_ != 2;
    my ($handle, $name) = _unique('mkstemps', $_[0], $_[1], _open_file());
    return wantarray ? ($handle, $name) : $handle;
}

sub mkdtemp {
    _croak('Usage: mkdtemp(template)') if @_ != 1;
    my (undef, $name) = _unique('mkdtemp', $_[0], '', sub { mkdir $_[0], 0700 });
    return $name;
}

sub mktemp {
    _croak('Usage: mktemp(template)') if @_ != 1;
    my (undef, $name) = _unique('mktemp', $_[0], '', sub { -e $_[0] || -l $_[0] ? do { $! = 17; 0 } : 1 });
    return $name;
}

sub tmpnam {
    my $template = File::Spec->catfile(File::Spec->tmpdir, 'X' x 10);
    return wantarray ? mkstemp($template) : mktemp($template);
}

sub tmpfile {
    my ($handle, $name) = tmpnam();
    unlink0($handle, $name) or return undef;
    return $handle;
}

sub tempnam {
    _croak(q(Usage tempnam($dir, $prefix))) if @_ != 2;
    my ($dir, $prefix) = @_;
    $prefix .= 'XXXXXXXX';
    return mktemp(File::Spec->catfile($dir, $prefix));
}

# --- removing ------------------------------------------------------------------------------------

# Whether the handle still is the file of that name.
sub cmpstat {
    my ($handle, $name) = @_;
    my @open = stat $handle or return 0;
    my @named = lstat $name or return 0;
    return $open[0] == $named[0] && $open[1] == $named[1];
}

sub unlink0 {
    _croak(q(Usage: unlink0(filehandle, filename))) if @_ != 2;
    my ($handle, $name) = @_;
    return 0 if !cmpstat($handle, $name);
    return 1 if $KEEP_ALL;
    unlink $name or return 0;
    return (stat $handle)[3] == 0 ? 1 : 0;
}

sub unlink1 {
    _croak(q(Usage: unlink1(filehandle, filename))) if @_ != 2;
    my ($handle, $name) = @_;
    return 0 if !cmpstat($handle, $name);
    close $handle or return 0;
    return 1 if $KEEP_ALL;
    return unlink $name;
}

sub cleanup {
    return if $KEEP_ALL;
    my ($files, $dirs) = (delete $files{$$}, delete $dirs{$$});
    for my $name (keys %{ $files || {} }) {
        close $files->{$name};
        unlink $name if -f $name;
    }
    my @dirs = grep { -d } keys %{ $dirs || {} };
    return if !@dirs;
    require File::Path;
    require Cwd;
    my $here = Cwd::getcwd();
    for my $dir (@dirs) {
        my $full = Cwd::abs_path($dir);
        my $inside = defined $here && defined $full && index("$here/", "$full/") == 0;
        chdir '/' if $inside;
        eval { File::Path::rmtree($dir, $DEBUG, 0) };
        warn $@ if $@ && $^W;
    }
}

sub safe_level {
    my ($self, $level) = @_;
    $LEVEL = $level if @_ > 1 && $level >= 0 && $level <= 2;
    return $LEVEL;
}

sub top_system_uid { 10 }

END { local ($., $@, $!, $^E, $?); cleanup() }

# --- objects -------------------------------------------------------------------------------------

sub new {
    my $class = ref $_[0] || $_[0];
    shift;
    my $template = @_ % 2 ? shift : undef;
    my %options = _options({ UNLINK => 1 }, @_);
    $template = delete $options{TEMPLATE} if !defined $template;
    my $unlink = delete $options{UNLINK};
    delete $options{OPEN};
    my ($handle, $name) = tempfile(defined $template ? $template : (), %options);
    ${*$handle} = $name;
    %{*$handle} = (UNLINK => $unlink, PID => $$);
    return bless $handle, $class;
}

sub newdir {
    my $class = shift;
    my $template = @_ % 2 ? shift : undef;
    my %options = _options({ CLEANUP => 1 }, @_);
    $template = delete $options{TEMPLATE} if !defined $template;
    my $cleanup = delete $options{CLEANUP};
    my $name = tempdir(defined $template ? $template : (), %options);
    require Cwd;
    return bless { DIRNAME => $name, REALNAME => Cwd::abs_path($name), CLEANUP => $cleanup, LAUNCHPID => $$ },
        'File::Temp::Dir';
}

sub filename  { ${*{ $_[0] }} }
sub STRINGIFY { my $self = shift; $self->filename }
sub NUMIFY    { Scalar::Util::refaddr($_[0]) }

sub unlink_on_destroy {
    my $self = shift;
    ${*$self}{UNLINK} = shift if @_;
    return ${*$self}{UNLINK};
}

sub DESTROY {
    local ($., $@, $!, $^E, $?);
    my $self = shift;
    my $name = $self->filename;
    return if !${*$self}{UNLINK} || $KEEP_ALL || ${*$self}{PID} != $$;
    _unlink_own($self, $name);
}

sub _unlink_own {
    my ($handle, $name) = @_;
    return if !defined $name;
    if (defined fileno $handle) { unlink1($handle, $name) }
    elsif (-f $name) { unlink $name }
}

package File::Temp::Dir;
use overload '""' => 'STRINGIFY', bool => sub { 1 }, fallback => 1;

sub dirname   { $_[0]{DIRNAME} }
sub STRINGIFY { $_[0]{DIRNAME} }

sub unlink_on_destroy {
    my $self = shift;
    $self->{CLEANUP} = shift if @_;
    return $self->{CLEANUP};
}

sub DESTROY {
    my $self = shift;
    local ($., $@, $!, $^E, $?);
    return if !$self->{CLEANUP} || $self->{LAUNCHPID} != $$ || $File::Temp::KEEP_ALL || !-d $self->{DIRNAME};
    require File::Path;
    eval { File::Path::rmtree($self->{REALNAME}, $File::Temp::DEBUG, 0) };
    warn $@ if $@ && $^W;
}

1;
