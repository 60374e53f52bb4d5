# File::Path: make and remove trees of folders.
package File::Path;
use strict;
require Exporter;
our $VERSION = '2.18';
our @ISA = ('Exporter');
our @EXPORT = qw(mkpath rmtree);
our @EXPORT_OK = qw(make_path remove_tree);

sub _croak { require Carp; goto &Carp::croak }
sub _carp  { require Carp; goto &Carp::carp }

# Reports a failure to the caller's error list, or warns (dies) about it.
sub _error {
    my ($options, $message, $file) = @_;
    if ($options->{error}) {
        $file = '' if !defined $file;
        $message .= ": $!" if $!;
        push @{ ${ $options->{error} } }, { $file => $message };
        return;
    }
    _carp(defined $file ? "$message for $file: $!" : "$message: $!");
}

my %known_make = map { $_ => 1 } qw(mode mask verbose error owner user uid group gid chmod);
my %known_remove = map { $_ => 1 } qw(verbose safe keep_root result error);

sub _options {
    my ($given, $known) = @_;
    my %options = %$given;
    my @unknown = grep { !$known->{$_} } sort keys %options;
    _carp('Unrecognized option(s) passed to '
            . ($known == \%known_make ? 'mkpath() or make_path()' : 'remove_tree() or rmtree()') . ": @unknown") if @unknown;
    ${ $options{$_} } = [] for grep { $options{$_} } qw(error result);
    return \%options;
}

sub make_path { push @_, {} if !@_ || ref $_[-1] ne 'HASH'; goto &mkpath }
sub remove_tree { push @_, {} if !@_ || ref $_[-1] ne 'HASH'; goto &rmtree }

sub mkpath {
    my @paths = @_;
    my $options;
    if (@paths && ref $paths[-1] eq 'HASH') { $options = _options(pop @paths, \%known_make) }
    else {
        my ($list, $verbose, $mode) = @paths;
        if (@_ > 1 && !ref $_[0] && (!defined $_[1] || $_[1] !~ /^[01]?$/) || @_ > 3) { $options = {} }
        else {
            @paths = ref $list eq 'ARRAY' ? @$list : $list;
            $options = { verbose => $verbose, mode => $mode };
        }
    }
    my $mode = defined $options->{mode} ? $options->{mode} : defined $options->{mask} ? $options->{mask} : 0777;
    for (['user', 'uid', sub { getpwnam $_[0] }], ['owner', 'uid', sub { getpwnam $_[0] }],
        ['uid', 'uid', sub { getpwnam $_[0] }], ['group', 'gid', sub { getgrnam $_[0] }],
        ['gid', 'gid', sub { getgrnam $_[0] }]) {
        my ($key, $as, $look_up) = @$_;
        my $value = $options->{$key};
        next if !defined $value;
        if ($value =~ /\D/) {
            my $id = $look_up->($value);
            if (!defined $id) {
                _error($options, "unable to map $value to a $as, ownership not changed");
                delete $options->{$as};
                next;
            }
            $value = $id;
        }
        $options->{"to_$as"} = $value;
    }
    my @created;
    for my $path (@paths) {
        next if !defined $path || !length $path;
        _make($options, $path, $mode, \@created);
    }
    return @created;
}

sub _make {
    my ($options, $path, $mode, $created) = @_;
    return if -d $path;
    (my $parent = $path) =~ s{/+\z}{};
    if ($parent =~ s{/+[^/]*\z}{} && length $parent && !-d $parent) { _make($options, $parent, $mode, $created) }
    print "mkdir $path\n" if $options->{verbose};
    if (mkdir $path, $mode) {
        push @$created, $path;
        if (defined $options->{to_uid} || defined $options->{to_gid}) {
            my ($uid, $gid) = map { defined $_ ? $_ : -1 } @$options{qw(to_uid to_gid)};
            chown $uid, $gid, $path or _error($options, "Cannot change ownership of $path to $uid:$gid");
        }
        if (defined $options->{chmod}) {
            chmod $options->{chmod}, $path or _error($options, "Cannot change permissions of $path to $options->{chmod}");
        }
        return;
    }
    my $error = $!;
    return if -d $path;    # somebody else has made it meanwhile
    $! = $error;
    if ($options->{error}) { push @{ ${ $options->{error} } }, { $path => "$error" } }
    else { _croak("mkdir $path: $error") }
}

sub rmtree {
    my @paths = @_;
    my $options;
    if (@paths && ref $paths[-1] eq 'HASH') { $options = _options(pop @paths, \%known_remove) }
    else {
        my ($list, $verbose, $safe) = @paths;
        if (@_ > 1 && !ref $_[0] && (!defined $_[1] || $_[1] !~ /^[01]?$/) || @_ > 3) { $options = {} }
        else {
            if (!ref $list && (!defined $list || !length $list)) {
                _carp("No root path(s) specified\n");
                return 0;
            }
            @paths = ref $list eq 'ARRAY' ? @$list : $list;
            $options = { verbose => $verbose, safe => $safe };
        }
    }
    @paths = grep { defined && length } @paths;
    return 0 if !@paths;
    require Cwd;
    my $here = Cwd::getcwd();
    my $count = 0;
    for my $path (@paths) {
        my $full = Cwd::abs_path($path);
        if (defined $here && defined $full && -d $path && !-l $path && index("$here/", "$full/") == 0) {
            local $! = 0;
            _error($options, "cannot remove path when cwd is $here", $path) if $options->{error};
            _carp("cannot remove path when cwd is $here for $path: ") if !$options->{error};
            next;
        }
        $count += _remove($options, $path, $path, $options->{keep_root});
    }
    return $count;
}

# Removes one file or tree; answers how many entries have gone. Results give an entry's own name.
sub _remove {
    my ($options, $path, $name, $keep) = @_;
    my ($device, $inode, $mode) = lstat $path or return 0;
    my $count = 0;
    if (!-d _) {
        return 0 if $options->{safe} && !-w $path && !-l $path;
        print "unlink $path\n" if $options->{verbose};
        if (!unlink $path) { _error($options, 'cannot unlink file', $path); return 0 }
        push @{ ${ $options->{result} } }, $name if $options->{result};
        return 1;
    }
    chmod $mode | 0700, $path if ($mode & 0700) != 0700 && !$options->{safe};
    my $dir;
    if (!opendir $dir, $path) { _error($options, 'cannot opendir', $path); }
    else {
        my ($now_device, $now_inode) = stat $dir;
        if ($now_device ne $device || $now_inode ne $inode) {
            _croak("directory $path changed before entering, expected dev=$device ino=$inode, aborting.");
        }
        my @entries = grep { $_ ne '.' && $_ ne '..' } readdir $dir;
        closedir $dir;
        $count += _remove($options, "$path/$_", $_, 0) for @entries;
    }
    return $count if $keep || $options->{safe} && !-w $path;
    print "rmdir $name\n" if $options->{verbose};
    if (rmdir $path) {
        push @{ ${ $options->{result} } }, $name if $options->{result};
        return $count + 1;
    }
    _error($options, 'cannot remove directory', $path);
    return $count;
}

1;
