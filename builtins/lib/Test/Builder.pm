# Test::Builder: the state behind Test::More: plan, results, TAP output, the verdict at the end. A subtest is a
# state of its own on top of its parent's; `$self->{state}` is the innermost one.
package Test::Builder;
use strict;
our $VERSION = '1.302190';
our $Level = 1;

my $Test = Test::Builder->create(1);

sub new {
    my $class = shift;
    return $Test if $Test;
    return $Test = $class->create(1);
}

sub create {
    my ($class, $main) = @_;
    my $self = bless {}, $class;
    $self->reset;
    $self->{main} = $main;
    return $self;
}

sub reset {
    my $self = shift;
    %$self = (
        state      => _state(''),
        pid        => $$,
        use_numbers => 1, no_header => 0, no_ending => 0, no_diag => 0,
        main       => $self->{main},
        exported_to => $self->{exported_to},
    );
    $self->reset_outputs;
    return;
}

sub _state {
    my ($indent, $parent, $name) = @_;
    return {
        indent => $indent, parent => $parent, name => $name,
        count => 0, failed => 0, results => [], todo => [],
    };
}

# --- where and why -------------------------------------------------------------------------------

sub level {
    my ($self, $level) = @_;
    $Level = $level if defined $level;
    return $Level;
}

# The frame a test is reported at; $extra counts the Builder's own frames below the test function.
sub _frame {
    my ($self, $extra) = @_;
    my $depth = $Level + $extra;
    while ($depth > 0) {
        my @frame = CORE::caller($depth);
        return @frame if @frame;
        $depth--;
    }
    return CORE::caller(0);
}

sub caller {
    my ($self, $height) = @_;
    my @frame = $self->_frame(1 + ($height || 0));
    return wantarray ? @frame[0 .. 3] : $frame[0];
}

sub _croak {
    my ($self, $message) = @_;
    my (undef, $file, $line) = $self->_frame(2);
    die "$message at $file line $line.\n";
}

sub croak { my $self = shift; local $Level = $Level + 1; die $self->_message_with_context(@_) }
sub carp  { my $self = shift; local $Level = $Level + 1; warn $self->_message_with_context(@_) }

sub _message_with_context {
    my $self = shift;
    my (undef, $file, $line) = $self->_frame(1);
    return join('', @_) . " at $file line $line.\n";
}

# The reason why tests of this package are to-do, or undef.
sub _todo_of {
    my ($self, $package) = @_;
    my $state = $self->{state};
    return $state->{todo}[-1] if @{ $state->{todo} };
    no strict 'refs';
    for my $from ($package, $self->{exported_to}) {
        next if !defined $from;
        my $reason = ${"${from}::TODO"};
        return $reason if defined $reason && $reason ne '';
    }
    return undef;
}

sub find_TODO {
    my ($self, $package, $set, $new) = @_;
    $package ||= $self->caller(1) || $self->{exported_to};
    return undef if !$package;
    no strict 'refs';
    my $old = ${"${package}::TODO"};
    ${"${package}::TODO"} = $new if $set;
    return $old;
}

sub todo {
    my ($self, $package) = @_;
    return $self->_todo_of(defined $package ? $package : scalar(($self->_frame(1))[0]));
}

sub in_todo {
    my $self = shift;
    my $reason = $self->_todo_of(($self->_frame(1))[0]);
    return defined $reason && $reason ne '' ? 1 : 0;
}

sub todo_start { my $self = shift; push @{ $self->{state}{todo} }, @_ ? $_[0] : ''; return }

sub todo_end {
    my $self = shift;
    $self->_croak('todo_end() called without todo_start()') if !@{ $self->{state}{todo} };
    pop @{ $self->{state}{todo} };
    return;
}

# --- output --------------------------------------------------------------------------------------

sub _copy_of {
    my $handle = shift;
    local $!;
    open my $copy, '>&', $handle or die "Can't dup a standard handle:  $!";
    my @layers = grep { /^(?:utf8|encoding)/ } PerlIO::get_layers($handle);
    binmode $copy, ":$layers[-1]" if @layers;
    my $before = select $copy;
    $| = 1;
    select $handle;
    $| = 1;
    select $before;
    return $copy;
}

my ($testout, $testerr);

sub reset_outputs {
    my $self = shift;
    $testout ||= _copy_of(\*STDOUT);
    $testerr ||= _copy_of(\*STDERR);
    @$self{qw(output failure_output todo_output)} = ($testout, $testerr, $testout);
    return;
}

sub is_fh {
    my ($self, $maybe) = @_;
    return 0 if !defined $maybe;
    return 1 if ref $maybe eq 'GLOB' || ref \$maybe eq 'GLOB';
    return ref $maybe && eval { $maybe->isa('IO::Handle') || tied(*$maybe)->can('TIEHANDLE') } ? 1 : 0;
}

sub _handle {
    my ($self, $target) = @_;
    return $target if $self->is_fh($target);
    my $handle;
    if (ref $target eq 'SCALAR') { open $handle, '>>', $target or $self->_croak("Can't open scalar ref $target: $!") }
    else { open $handle, '>', $target or $self->_croak("Can't open test output log $target: $!") }
    my $before = select $handle;
    $| = 1;
    select $before;
    return $handle;
}

for my $kind (qw(output failure_output todo_output)) {
    no strict 'refs';
    *$kind = sub {
        my $self = shift;
        $self->{$kind} = $self->_handle($_[0]) if @_;
        return $self->{$kind};
    };
}

for my $flag (qw(use_numbers no_header no_ending no_diag)) {
    no strict 'refs';
    *$flag = sub {
        my $self = shift;
        $self->{$flag} = $_[0] if @_;
        return $self->{$flag};
    };
}

sub _print {
    my ($self, $handle, $text) = @_;
    local ($\, $,);
    my $indent = $self->{state}{indent};
    $text =~ s/^(?=.)/$indent/gm if length $indent;
    print {$handle} $text;
}

sub _comment {
    my ($self, $handle, @text) = @_;
    return 0 if !@text;
    my $text = join '', map { defined $_ ? $_ : 'undef' } @text;
    chomp $text;
    $text =~ s/^/# /gm;
    $text = '# ' if $text eq '';
    local ($!, $@, $?);
    $self->_print($handle, "$text\n");
    return 0;
}

sub diag {
    my $self = shift;
    return 0 if $self->{no_diag};
    my $reason = $self->_todo_of(($self->_frame(1))[0]);
    return $self->_comment(defined $reason ? $self->{todo_output} : $self->{failure_output}, @_);
}

sub note { my $self = shift; return 0 if $self->{no_diag}; return $self->_comment($self->{output}, @_) }

sub explain {
    my $self = shift;
    return map {
        ref $_ ? do {
            require Data::Dumper;
            my $dumper = Data::Dumper->new([$_]);
            $dumper->Indent(1)->Terse(1);
            $dumper->Sortkeys(1);
            $dumper->Dump;
        } : $_
    } @_;
}

# --- the plan ------------------------------------------------------------------------------------

sub plan {
    my ($self, $command, $argument) = @_;
    return if !$command;
    local $Level = $Level + 1;
    my $state = $self->{state};
    if (defined $state->{plan} || $state->{no_plan}) { $self->_croak('You tried to plan twice') }
    if ($command eq 'no_plan') { return $self->no_plan($argument) }
    if ($command eq 'skip_all') { return $self->skip_all($argument) }
    if ($command ne 'tests') {
        my @unknown = grep { defined } $command, $argument;
        $self->_croak("plan() doesn't understand @unknown");
    }
    $self->_croak('Got an undefined number of tests') if !defined $argument;
    $self->_croak('You said to run 0 tests') if !$argument;
    return $self->expected_tests($argument);
}

sub expected_tests {
    my ($self, $count) = @_;
    my $state = $self->{state};
    if (defined $count) {
        $self->_croak("Number of tests must be a positive integer.  You gave it '$count'") if $count !~ /^\+?\d+$/;
        $state->{plan} = 0 + $count;
        $self->_plan_line($count);
    }
    return $state->{plan} || 0;
}

sub _plan_line {
    my ($self, $count, $reason) = @_;
    my $state = $self->{state};
    return if $state->{header}++ || $self->{no_header};
    my $text = "1..$count";
    $text .= defined $reason && length $reason ? " # SKIP $reason" : ' # SKIP' if @_ > 2;
    $self->_print($self->{output}, "$text\n");
}

sub no_plan {
    my ($self, $argument) = @_;
    $self->carp("no_plan takes no arguments") if $argument;
    $self->{state}{no_plan} = 1;
    return 1;
}

sub has_plan {
    my $state = $_[0]{state};
    return $state->{plan} if $state->{plan};
    return $state->{no_plan} ? 'no_plan' : undef;
}

sub skip_all {
    my ($self, $reason) = @_;
    my $state = $self->{state};
    $state->{skip_all} = defined $reason ? $reason : '';
    $self->_plan_line(0, $reason);
    if ($state->{parent}) {
        no warnings 'exiting';
        last TEST_BUILDER_SUBTEST;
    }
    exit 0;
}

sub done_testing {
    my ($self, $count) = @_;
    my $state = $self->{state};
    if ($state->{done}) {
        my ($file, $line) = @{ $state->{done} };
        local $Level = $Level + 1;
        $self->ok(0, "done_testing() was already called at $file line $line");
        return;
    }
    $state->{done} = [($self->_frame(1))[1, 2]];
    my $planned = defined $state->{plan} ? $state->{plan} : undef;
    if (defined $count && defined $planned && $count != $planned) {
        local $Level = $Level + 1;
        $self->ok(0, "planned to run $planned but done_testing() expects $count");
    }
    elsif (!defined $planned) { $state->{plan} = defined $count ? $count : $state->{count} }
    $self->_plan_line($state->{plan});
    return 1;
}

# --- results -------------------------------------------------------------------------------------

# One line of TAP for a test that ran or was left out, with its entry in the results.
sub _result {
    my ($self, $ok, $name, $directive, $entry) = @_;
    my $state = $self->{state};
    my $number = ++$state->{count};
    $state->{results}[$number - 1] = $entry;
    $state->{failed}++ if !$entry->{ok};
    my $line = $ok ? 'ok' : 'not ok';
    $line .= " $number" if $self->{use_numbers};
    if (defined $name) {
        $name =~ s/\\/\\\\/g;
        $name =~ s/#/\\#/g;
        $name =~ s/\n/\n# /g;
        $line .= " - $name";
    }
    $line .= " # $directive" if length $directive;
    $self->_print($self->{output}, "$line\n");
}

sub ok {
    my ($self, $test, $name) = @_;
    local ($!, $@, $?);
    $test = $test ? 1 : 0;
    $name = "$name" if defined $name;
    if (defined $name && $name =~ /^[\d\s]+$/) {
        local $Level = $Level + 1;
        $self->diag("    You named your test '$name'.  You shouldn't use numbers for your test names.\n"
                . '    Very confusing.');
    }
    my ($package, $file, $line) = $self->_frame(1);
    my $todo = $self->_todo_of($package);
    $self->_result($test, $name, defined $todo ? ($todo eq '' ? 'TODO' : "TODO $todo") : '', {
        ok => $test || defined $todo ? 1 : 0,
        actual_ok => $test,
        name      => defined $name ? $name : '',
        type      => defined $todo ? 'todo' : '',
        reason    => defined $todo ? $todo : '',
    });
    return 1 if $test;

    my $handle = defined $todo ? $self->{todo_output} : $self->{failure_output};
    local ($\, $,);
    print {$handle} "\n" if $ENV{HARNESS_ACTIVE} && !defined $todo;
    return 0 if $self->{no_diag};
    my $failed = defined $todo ? 'Failed (TODO)' : 'Failed';
    $self->_comment($handle, defined $name
        ? "  $failed test '$name'\n  at $file line $line.\n"
        : "  $failed test at $file line $line.\n");
    return 0;
}

sub _quoted { defined $_[0] ? "'$_[0]'" : 'undef' }
sub _number { defined $_[0] ? 0 + $_[0] eq $_[0] || $_[0] =~ /[^\d.]/ ? "$_[0]" : 0 + $_[0] : 'undef' }

sub _is_diag {
    my ($self, $got, $operator, $expected) = @_;
    my $shown = $operator eq 'eq' || $operator eq 'ne' ? \&_quoted : \&_number;
    ($got, $expected) = map { $shown->($_) } $got, $expected;
    local $Level = $Level + 1;
    return $self->diag("         got: $got\n    expected: $expected\n");
}

sub _isnt_diag {
    my ($self, $got, $operator) = @_;
    $got = $operator eq 'ne' ? _quoted($got) : _number($got);
    local $Level = $Level + 1;
    return $self->diag("         got: $got\n    expected: anything else\n");
}

for my $row ([is_eq => 'eq'], [is_num => '==']) {
    my ($method, $operator) = @$row;
    no strict 'refs';
    *$method = sub {
        my ($self, $got, $expected, $name) = @_;
        local $Level = $Level + 1;
        if (defined $got && defined $expected) {
            return $self->ok(1, $name) if $operator eq 'eq' && !ref $got && !ref $expected && $got eq $expected;
            return $self->cmp_ok($got, $operator, $expected, $name);
        }
        my $same = !defined $got && !defined $expected;
        $self->ok($same, $name);
        $self->_is_diag($got, $operator, $expected) if !$same;
        return $same ? 1 : 0;
    };
}

for my $row ([isnt_eq => 'ne'], [isnt_num => '!=']) {
    my ($method, $operator) = @$row;
    no strict 'refs';
    *$method = sub {
        my ($self, $got, $unwanted, $name) = @_;
        local $Level = $Level + 1;
        return $self->cmp_ok($got, $operator, $unwanted, $name) if defined $got && defined $unwanted;
        my $different = defined $got || defined $unwanted;
        $self->ok($different, $name);
        $self->_isnt_diag($got, $operator) if !$different;
        return $different ? 1 : 0;
    };
}

# The text of an object that overloads "", the number of one that overloads 0+; anything else as it is.
sub _plain {
    my ($self, $operator, $value) = @_;
    return $value if !ref $value || !Scalar::Util::blessed($value);
    require overload;
    my $wanted = $operator =~ /^(?:==|!=|<=?|>=?|<=>)$/ ? '0+' : '""';
    for my $conversion ($wanted, '""') {
        return $conversion eq '""' ? "$value" : 0 + $value if overload::Method($value, $conversion);
    }
    return $value;
}

sub cmp_ok {
    my ($self, $got, $operator, $expected, $name) = @_;
    if ($operator =~ /^(?:=|\+=|-=|x=|\|=|\|\|=|&&=|\.=|\*=|\/=|%=|\*\*=|<<=|>>=|\^=|\/\/=)$/) {
        local $Level = $Level + 1;
        $self->croak("$operator is not a valid comparison operator in cmp_ok()");
    }
    my ($test, $error);
    {
        my (undef, $file, $line, $bits) = ($self->_frame(1))[0 .. 2, 9];
        local ($@, $!, $SIG{__DIE__});
        $test = eval <<CODE;
BEGIN { \${^WARNING_BITS} = \$bits }
# line $line "(eval in cmp_ok) $file"
(\$got $operator \$expected);
CODE
        $error = $@;
    }
    local $Level = $Level + 1;
    my $ok = $self->ok($test, $name);
    if ($error) {
        $self->diag("An error occurred while using $operator:\n------------------------------------\n"
                . "$error\n------------------------------------\n");
    }
    if (!$ok) {
        ($got, $expected) = map { $self->_plain($operator, $_) } $got, $expected;
        if ($operator eq 'eq' || $operator eq '==') { $self->_is_diag($got, $operator, $expected) }
        elsif ($operator eq 'ne' || $operator eq '!=') {
            my $same = $operator eq 'ne' ? $got eq $expected : $got == $expected;
            if ($same) { $self->_isnt_diag($got, $operator) }
            else { $self->_cmp_diag($got, $operator, $expected) }
        }
        else { $self->_cmp_diag($got, $operator, $expected) }
    }
    return $ok;
}

sub _cmp_diag {
    my ($self, $got, $operator, $expected) = @_;
    ($got, $expected) = map { _quoted($_) } $got, $expected;
    local $Level = $Level + 1;
    return $self->diag("    $got\n        $operator\n    $expected\n");
}

# A pattern from a qr object or from text such as "/x/i"; undef for anything else.
sub maybe_regex {
    my ($self, $regex) = @_;
    return undef if !defined $regex;
    return $regex if ref $regex && (ref $regex eq 'Regexp' || Scalar::Util::reftype($regex) eq 'REGEXP');
    my (undef, $pattern, $flags) =
          $regex =~ m{^(/)(.*)/(\w*)$}sx          ? ($1, $2, $3)
        : $regex =~ m{^m([^\w\s])(.+)\1(\w*)$}sx ? ($1, $2, $3)
        :                                           return undef;
    return length $flags ? "(?$flags)$pattern" : $pattern;
}

sub _matches {
    my ($self, $got, $regex, $wanted, $name) = @_;
    my $usable = $self->maybe_regex($regex);
    local $Level = $Level + 1;
    if (!defined $usable) {
        my $ok = $self->ok(0, $name);
        $self->diag("    '$regex' doesn't look much like a regex to me.");
        return $ok;
    }
    my $matched = do { no warnings 'uninitialized'; local $SIG{__DIE__}; $got =~ /$usable/ ? 1 : 0 };
    my $ok = $self->ok($matched == $wanted, $name);
    if (!$ok) {
        $self->diag(sprintf "                  %s\n    %13s '%s'\n",
            _quoted($got), $wanted ? q(doesn't match) : 'matches', $usable);
    }
    return $ok;
}

sub like   { my ($self, $got, $regex, $name) = @_; local $Level = $Level + 1; $self->_matches($got, $regex, 1, $name) }
sub unlike { my ($self, $got, $regex, $name) = @_; local $Level = $Level + 1; $self->_matches($got, $regex, 0, $name) }

sub skip {
    my ($self, $why, $name) = @_;
    local ($!, $@, $?);
    $why = defined $why ? "$why" : '';
    $self->_result(1, undef, length $why ? "skip $why" : 'skip',
        { ok => 1, actual_ok => 1, name => defined $name ? $name : '', type => 'skip', reason => $why });
    return 1;
}

sub todo_skip {
    my ($self, $why) = @_;
    local ($!, $@, $?);
    $why = defined $why ? "$why" : '';
    $self->_result(0, undef, "TODO & SKIP $why",
        { ok => 1, actual_ok => 0, name => '', type => 'todo_skip', reason => $why });
    return 1;
}

sub BAIL_OUT {
    my ($self, $reason) = @_;
    $self->{bailed_out} = 1;
    local ($\, $,);
    print { $self->{output} } 'Bail out!' . (defined $reason && length $reason ? "  $reason" : '') . "\n";
    exit 255;
}
*BAILOUT = \&BAIL_OUT;

# --- state ---------------------------------------------------------------------------------------

sub current_test {
    my ($self, $number) = @_;
    my $state = $self->{state};
    if (defined $number) {
        my $results = $state->{results};
        if ($number < @$results) { $#$results = $number - 1 }
        push @$results, { ok => 1, actual_ok => undef, reason => 'incrementing test number',
            type => 'unknown', name => undef } while @$results < $number;
        $state->{count} = $number;
        $state->{failed} = grep { !$_->{ok} } @$results;
    }
    return $state->{count};
}

sub is_passing {
    my ($self, $passing) = @_;
    my $state = $self->{state};
    $state->{not_passing} = !$passing if @_ > 1;
    return 0 if $state->{not_passing} || $state->{failed};
    return 0 if defined $state->{plan} && $state->{count} > $state->{plan};
    return 1;
}

sub summary { map { $_->{ok} } @{ $_[0]{state}{results} } }
sub details { @{ $_[0]{state}{results} } }
sub name    { defined $_[0]{state}{name} ? $_[0]{state}{name} : $0 }
sub parent  { $_[0]{state}{parent} ? $_[0] : undef }
sub is_helper { 1 }

sub exported_to {
    my ($self, $package) = @_;
    $self->{exported_to} = $package if defined $package;
    return $self->{exported_to};
}

# --- subtests ------------------------------------------------------------------------------------

sub subtest {
    my ($self, $name, $code, @arguments) = @_;
    if (!$code || ref $code ne 'CODE' && !(ref $code && Scalar::Util::reftype($code) eq 'CODE')) {
        $self->_croak(q(subtest()'s second argument must be a code ref));
    }
    my $parent = $self->{state};
    my ($package) = $self->_frame(1);
    my $todo = $self->_todo_of($package);
    $self->_comment(defined $todo ? $self->{todo_output} : $self->{output}, "Subtest: $name");
    my $state = $self->{state} = _state($parent->{indent} . '    ', $parent, $name);
    my ($died, $error, $finished);
    {
        # To-do reasons are the parent's business: inside, tests fail.
        no strict 'refs';
        local ${"${package}::TODO"};
        local $Level = 1;
        local @$self{qw(failure_output)} = ($self->{todo_output}) if defined $todo;
        my $pid = $$;
        TEST_BUILDER_SUBTEST: {
            $finished = eval { $code->(@arguments); 1 };
            $error = $@;
            $died = !$finished;
        }
        if ($$ != $pid && !$self->{bailed_out}) {
            warn "Subtest '$name' returned in a forked child\n";
            exit 255;
        }
        $died = 0 if defined $state->{skip_all};
        $self->_finish_subtest($state);
    }
    $self->{state} = $parent;

    local $Level = $Level + 1;
    my $passed;
    if (defined $state->{skip_all}) { $passed = $self->skip($state->{skip_all}, $name) }
    elsif (!$state->{count}) { $passed = $self->ok(0, qq(No tests run for subtest "$name")) }
    else { $passed = $self->ok(!$state->{failed} && $state->{plan} == $state->{count}, $name) }
    if ($died) {
        local $@ = $error;
        die $error;
    }
    return $passed;
}

sub _finish_subtest {
    my ($self, $state) = @_;
    return if defined $state->{skip_all};
    $state->{plan} = $state->{count} if !defined $state->{plan};
    $self->_plan_line($state->{plan});
    $self->_complain($state);
}

sub finalize { $_[0]->_ending if !$_[0]{state}{parent}; return }

# --- the end -------------------------------------------------------------------------------------

# Says what is wrong with a finished state: too few or too many tests, or failures.
sub _complain {
    my ($self, $state) = @_;
    my ($count, $failed, $plan) = @$state{qw(count failed plan)};
    my $handle = $self->{failure_output};
    if (!$count) {
        $self->_comment($handle, 'No tests run!');
        return;
    }
    my $off = $count != $plan;
    if ($off) {
        $self->_comment($handle, "Looks like you planned $plan test" . ($plan == 1 ? '' : 's') . " but ran $count.");
    }
    if ($failed) {
        $self->_comment($handle, "Looks like you failed $failed test" . ($failed == 1 ? '' : 's')
                . " of $count" . ($off ? ' run' : '') . '.');
    }
}

sub _ending {
    my $self = shift;
    return if $self->{pid} != $$ || $self->{no_ending} || $self->{ended}++;
    my $status = $?;
    if ($self->{bailed_out}) {
        $? = $status;
        return;
    }
    my $state = $self->{state};
    my $cut_short = $state->{parent};
    while ($state->{parent}) { $state = $self->{state} = $state->{parent} }    # exit inside a subtest
    my $handle = $self->{failure_output};
    my $planned = defined $state->{plan} || $state->{no_plan};
    return if defined $state->{skip_all};
    return if !$planned && !$state->{count};

    if ($state->{no_plan}) {
        $state->{plan} = $state->{count} if !defined $state->{plan};
        $self->_plan_line($state->{plan});
    }
    elsif (!$planned) {
        $self->_comment($handle, 'Tests were run but no plan was declared and done_testing() was not seen.');
    }

    if ($status) {
        $self->_comment($handle, $state->{count}
            ? "Looks like your test exited with $status just after $state->{count}."
            : "Looks like your test exited with $status before it could output anything.");
        $? = $status;
        return;
    }
    if (!$planned) {
        $? = $state->{failed} ? _exit_code($state->{failed}) : 254;
        return;
    }
    if (!$state->{count}) {
        $self->_comment($handle, 'No tests run!') if !$state->{no_plan} && !$state->{done};
        $? = 255;
        return;
    }
    $self->_complain($state);
    $? = $state->{failed} ? _exit_code($state->{failed}) : $state->{count} != $state->{plan} || $cut_short ? 255 : 0;
}

sub _exit_code { $_[0] > 254 ? 254 : $_[0] }

require Scalar::Util;

END { $Test->_ending if defined $Test }

1;
