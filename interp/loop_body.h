// What the code of a loop may do to what the loop goes over: on that depends which cheap form of it
// will do.
#pragma once
#include "interp/ast.h"

namespace perlipc {

// Whether the code could see or change @_ of the sub around it.
bool mentions_args(const Node* code);
// Whether running the code could move or remove elements of arrays, or take an alias of the loop
// variable: then elements must be boxed.
bool moves_elements(const Node* code);
// Whether the list names containers that may go away when it is complete, or in the loop's body.
bool names_referents(const Node* list);
// Whether the code may assign to the scalar variable, $_ when null, or hand out an alias of it.
bool writes_scalar(const Node* code, const VarDecl* variable);
// Whether raw pointers to what one of the items names, from `first` on, are still good when the last
// of them has been computed.
bool items_stay(const Node* first);

}  // namespace perlipc
