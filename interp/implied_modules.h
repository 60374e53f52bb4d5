// Modules that others bring along. Perl's POSIX loads Carp, Socket loads Exporter and so on, and
// programs call Carp::croak(...) or List::Util::max(...) without loading the module by themselves.
// Ours do without such helpers, so they are loaded when a sub of theirs is first asked for.
#pragma once
#include <string_view>

namespace perlipc {

class VM;

// Loads `package` when a module that perl loads it with is there and it is not yet. True when it was
// loaded. Errors of loading are thrown as by require.
bool load_implied_module(VM& vm, std::string_view package);

// The same for one sub by its full name, and for what packages of ours would have imported as
// perl's do: IO::Socket::AF_INET is Socket's. True when there may be such a sub now.
bool supply_implied_sub(VM& vm, std::string_view name);

}  // namespace perlipc
