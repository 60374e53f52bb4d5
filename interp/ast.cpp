// The arena behind the syntax tree.
#include "builtins/table.h"
#include "interp/ast_walk.h"
#include "interp/scope.h"
#include <algorithm>
#include <cctype>
#include <cstring>

namespace perlipc {

Arena::~Arena() {
  owned_.clear();
  for (char* chunk : chunks_) delete[] chunk;
}

// Chunks grow from 4 KiB (a small string eval needs no more) to 64 KiB.
void* Arena::allocate_slow(std::size_t bytes) {
  std::size_t size = std::size_t{4096} << std::min<std::size_t>(chunks_.size(), 4);
  if (bytes > size / 4) {
    char* own = new char[bytes];
    chunks_.push_back(own);
    return own;
  }
  char* chunk = new char[size];
  chunks_.push_back(chunk);
  next_ = chunk + bytes;
  left_ = size - bytes;
  return chunk;
}

std::string_view Arena::copy(std::string_view text) {
  char* out = static_cast<char*>(allocate(text.size() + 1));
  if (!text.empty()) std::memcpy(out, text.data(), text.size());
  out[text.size()] = '\0';
  return {out, text.size()};
}

bool only_reads(const Node* n) {
  switch (n->kind) {
    case NodeKind::Int:
    case NodeKind::UInt:
    case NodeKind::Num:
    case NodeKind::Str: return true;
    case NodeKind::List: return n->first && !n->first->next && only_reads(n->first);
    case NodeKind::ScalarVar: return n->decl && n->decl->kind != DeclKind::Our;
    case NodeKind::Index:
    case NodeKind::HashIndex: {
      const Node* base = n->first;
      if (base->kind == NodeKind::Deref) base = base->first;
      if (base->kind != NodeKind::ArrayVar && base->kind != NodeKind::HashVar && !only_reads(base))
        return false;
      if (base->kind != NodeKind::Index && base->kind != NodeKind::HashIndex &&
          (!base->decl || base->decl->kind == DeclKind::Our))
        return false;
      return only_reads(n->first->next);
    }
    case NodeKind::Binary:
    case NodeKind::Unary:
    case NodeKind::Interp:
      for (const Node* k = n->first; k; k = k->next)
        if (!only_reads(k)) return false;
      return !n->has(Chained);
    default: return false;
  }
}

namespace {
bool is_modifier(const Node* n) {
  switch (n->kind) {
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::PostInc:
    case NodeKind::PostDec:
    case NodeKind::OpAssign: return true;
    case NodeKind::Assign: return !n->has(ListAssign);
    default: return false;
  }
}
}  // namespace

Node* place_named(Node* n) {
  n = strip(n);
  while (n && n->kind != NodeKind::PostInc && n->kind != NodeKind::PostDec && is_modifier(n)) {
    n = strip(n->first);
    if (n->kind == NodeKind::My && n->first && !n->first->next) n = n->first;
  }
  const bool place =
      n && (n->kind == NodeKind::ScalarVar || n->kind == NodeKind::Index ||
            n->kind == NodeKind::HashIndex || (n->kind == NodeKind::Deref && n->iv == '$'));
  return place ? n : nullptr;
}

bool may_jump(const Node* n) {
  if (!n) return false;
  if (n->kind == NodeKind::LoopControl || n->kind == NodeKind::DoBlock || n->kind == NodeKind::Goto)
    return true;
  if (n->kind == NodeKind::AnonSub) return false;
  for (const Node* k = n->first; k; k = k->next)
    if (may_jump(k)) return true;
  return false;
}

bool is_comparison(Op op) {
  switch (op) {
    case Op::NumEq:
    case Op::NumNe:
    case Op::NumLt:
    case Op::NumGt:
    case Op::NumLe:
    case Op::NumGe:
    case Op::StrEq:
    case Op::StrNe:
    case Op::StrLt:
    case Op::StrGt:
    case Op::StrLe:
    case Op::StrGe: return true;
    default: return false;
  }
}

bool matches(const Node* n) {
  if (n->kind == NodeKind::Match || n->kind == NodeKind::Subst) return true;
  if (n->kind == NodeKind::AnonSub) return false;
  for (const Node* k = n->first; k; k = k->next)
    if (matches(k)) return true;
  return false;
}

void concat_parts(Node* chain, std::vector<Node*>& out) {
  const std::size_t begin = out.size();
  Node* n = chain;
  for (; n->kind == NodeKind::Binary && !n->has(Chained) && n->op() == Op::Concat; n = n->first)
    out.push_back(n->first->next);
  bool open = n != chain && n->kind == NodeKind::Interp && n->first && n->first->next;
  for (std::size_t k = begin; open && k < out.size(); ++k) open = only_reads(out[k]);
  if (open) {
    const std::size_t texts = out.size();
    for (Node* k = n->first; k; k = k->next) out.push_back(k);
    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(texts), out.end());
  } else {
    out.push_back(n);
  }
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
}

// Whether the operator gives the one true, false or undef scalar there is, not a value of its own.
// The name of a reference's type is its own; that of anything else is the empty string there is.
bool gives_shared(const Node* node) {
  switch (node->kind) {
    case NodeKind::Binary:
      return !node->has(Chained) && (is_comparison(node->op()) || node->op() == Op::Isa);
    case NodeKind::Unary: return node->op() == Op::Not;
    case NodeKind::Match:
    case NodeKind::Subst:
    case NodeKind::FileTest:
    case NodeKind::LogXor:
    case NodeKind::Wantarray:
    case NodeKind::Print: return true;
    case NodeKind::Func:
      switch (static_cast<builtin::BuiltinId>(node->iv)) {
        case builtin::BuiltinId::k_defined:
        case builtin::BuiltinId::k_exists:
        case builtin::BuiltinId::k_close:
        case builtin::BuiltinId::k_eof:
        case builtin::BuiltinId::k_opendir:
        case builtin::BuiltinId::k_ref:
        case builtin::BuiltinId::k_undef: return true;
        default: return false;
      }
    default: return false;
  }
}

}  // namespace perlipc
