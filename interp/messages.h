// How warnings name the running operation and the variable that was undefined.
#pragma once
#include "interp/vm.h"

namespace perlipc {

// VM::uninit_operand_ while a pattern is put together: this plus the number of its part.
constexpr int kPatternOperand = 1 << 20;

// The expression whose instruction runs; null when none is known.
const Node* running_node(VM& vm);
// " at FILE line N, <FH> line M.\n" (perlfunc die).
std::string location_text(VM& vm, std::string_view file, std::uint32_t line);
// "addition (+)": the operation as perl's messages call it; null when it has no name.
const char* operation_text(VM& vm, const Node& node);
// "$x", "$a[0]", "$h{"k"}", "within @a": the operand of node that was undefined, or "". `place` is
// where the value was read from, if known; VM::uninit_operand_ tells which kid it was.
std::string uninitialized_name(VM& vm, const Node& node, const Value* place);

// The text of what a program died with; of what its overloading died with, when that does.
Value death_text(VM& vm, const Value& error);
// Prints it on STDERR, tied or not. False: the code behind has left with child_status_.
bool tell_death(VM& vm, const Value& text);

// A match that came to an end for a limit's sake: a warning for perl's own one, else the program dies.
void tell_match_failure(VM& vm, std::string text);
// Notes in the operands of node, variables and elements, that hold `text` that they are not numeric.
void mark_operands_told(VM& vm, const Node& node, const String* text);

}  // namespace perlipc
