// Perl's operators find variables and elements on their stack, not copies: an operand is read when
// all operands have been computed. Most are computed by code that changes nothing, and can be read
// at once; this is the question which ones must wait.
#pragma once
#include "interp/ast.h"
#include <vector>

namespace perlipc {

// What the operands behind one operand may change while they are computed.
class LaterCode {
 public:
  // Adds an operand that is computed before the operator runs.
  void add(const Node* code);
  // Whether something has been added that changes anything at all.
  bool changes_something() const { return runs_subs_ || matches_ || !targets_.empty(); }
  // Whether the value of `item`, or one of the values when it is a list, may be another one when the
  // operator runs. What item computes itself is settled; variables, elements, slices and whole
  // containers in it are not.
  bool changes(const Node* item) const;

 private:
  bool walk(const Node* code);  // whether it changes anything
  bool note(const Node* code);  // the same for what it does itself
  bool changes_variable(const Node* variable) const;
  bool changes_element(const Node* element) const;
  bool visible_to_subs(const Node* container) const;
  bool assigned_to(const Node* place) const;
  bool mentioned(const VarDecl* decl) const;
  bool runs_subs_ = false;            // code that is not at hand: subs, methods, files
  bool sees_all_ = false;             // a string eval
  bool matches_ = false;              // sets the match variables, or $@
  bool through_alias_ = false;        // assigns to $_ or through a reference
  std::vector<const Node*> targets_;  // what is assigned to, stepped, chopped ...
  std::vector<const Node*> code_;
};

// Whether the code of a subscript may move the place of the reference before it, or change it: then
// the reference is followed first, as perl does always.
bool moved_by(const Node* reference, const Node* subscript);

}  // namespace perlipc
