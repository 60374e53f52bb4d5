// What may be modified, and perl's names of operators for "Can't modify X in Y".
#include "interp/operator_text.h"
#include "interp/parser_ops.h"

namespace perlipc {

std::string Parser::shown_name(const Node* n) {
  if (n->decl && n->decl->kind != DeclKind::Our) return std::string(n->decl->name.substr(1));
  return std::string(n->text.starts_with("main::") ? n->text.substr(6) : n->text);
}

const char* Parser::describe(const Node* n) {
  switch (n->kind) {
    case NodeKind::Int:
    case NodeKind::UInt:
    case NodeKind::Num:
    case NodeKind::Const:
    case NodeKind::Str: return "constant item";
    case NodeKind::Interp:
    case NodeKind::Stringify:
    case NodeKind::CaseMod: return "string";
    case NodeKind::JoinArray: return "join or string";
    case NodeKind::ScalarVar:
      return n->decl && n->decl->kind != DeclKind::Our ? "private variable" : "scalar dereference";
    case NodeKind::ArrayVar:
      return n->decl && n->decl->kind != DeclKind::Our ? "private array" : "array dereference";
    case NodeKind::HashVar:
      return n->decl && n->decl->kind != DeclKind::Our ? "private hash" : "hash dereference";
    case NodeKind::My: return n->has(Paren) ? "list" : describe(n->first);
    case NodeKind::GlobVar: return "ref-to-glob cast";
    case NodeKind::Call: return "subroutine entry";
    case NodeKind::Method: return "method call";
    case NodeKind::Func: return builtin_text(static_cast<BuiltinId>(n->iv));
    case NodeKind::Binary:
    case NodeKind::Unary: return operator_text(n->op()).plain;
    case NodeKind::Repeat: return "repeat (x)";
    case NodeKind::LogAnd: return "logical and (&&)";
    case NodeKind::LogOr: return "logical or (||)";
    case NodeKind::LogDor: return "defined or (//)";
    case NodeKind::LogXor: return "logical xor";
    case NodeKind::PostInc: return "postincrement (++)";
    case NodeKind::PostDec: return "postdecrement (--)";
    case NodeKind::PreInc: return "preincrement (++)";
    case NodeKind::PreDec: return "predecrement (--)";
    case NodeKind::AnonSub: return "reference to anonymous subroutine";
    case NodeKind::Ref: {
      const NodeKind of = n->first->kind;
      const bool list = n->first->has(Paren) || of == NodeKind::List || of == NodeKind::Call;
      return list ? "reference constructor" : "single ref constructor";
    }
    case NodeKind::AnonArray: return "anonymous array ([])";
    case NodeKind::AnonHash: return "anonymous hash ({})";
    case NodeKind::Match: return "pattern match (m//)";
    case NodeKind::Qr: return "pattern quote (qr//)";
    case NodeKind::Subst: return "substitution (s///)";
    case NodeKind::Trans: return "transliteration (tr///)";
    case NodeKind::ReadLine: return "<HANDLE>";
    case NodeKind::GlobPattern: return "glob";
    case NodeKind::Range: return "range (or flop)";
    case NodeKind::Ternary: return "conditional expression";
    case NodeKind::Sort: return "sort";
    case NodeKind::Map: return "map iterator";
    case NodeKind::Grep: return "grep iterator";
    case NodeKind::Print: return "print";
    case NodeKind::DoBlock: return "do block";
    case NodeKind::EvalBlock: return "eval {block} exit";
    case NodeKind::Wantarray: return "wantarray";
    case NodeKind::Assign: return n->has(ListAssign) ? "list assignment" : "scalar assignment";
    case NodeKind::SubSelf: return "__SUB__";
    case NodeKind::FileTest: return "file test";
    case NodeKind::List: return "list";
    default: {
      const char* place = place_text(*n);
      return place ? place : "statement";
    }
  }
}

// Marks and checks what an operator modifies; errors are queued, the node is returned as it is.
Node* Parser::lvalue(Node* n, const char* op, bool deferred) {
  std::string_view what = op;
  auto bad = [&] {
    if (errors_before_ > 0) return n;  // perl looks no further into a program with errors
    auto literal = [](const Node* k) {
      return k->kind == NodeKind::Int || k->kind == NodeKind::Num || k->kind == NodeKind::Str;
    };
    bool folded = n->kind == NodeKind::Binary && literal(n->first) && literal(n->first->next);
    std::string text =
        "Can't modify " + std::string(folded ? "constant item" : describe(n)) + " in " + op;
    if (deferred) deferred_.push_back(std::move(text));
    else error_near(text, !what.starts_with("post"));
    return n;
  };
  auto useless = [&] {
    if (what != "local") return;
    const char* shown = describe(n);
    warn(Warning::Syntax, "Useless localization of " + std::string(shown), line_);
  };
  switch (n->kind) {
    case NodeKind::ArrayLen:
    case NodeKind::Assign:
    case NodeKind::OpAssign: useless(); break;
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::DoBlock:
    case NodeKind::EvalBlock: return bad();
    case NodeKind::Repeat:  // only as a part of a list assignment
      if (what == "scalar assignment") return bad();
      break;
    case NodeKind::Int:
    case NodeKind::UInt:
    case NodeKind::Num:
    case NodeKind::Interp:
    case NodeKind::Stringify:
    case NodeKind::CaseMod:
    case NodeKind::Binary:
    case NodeKind::Unary:
    case NodeKind::LogXor:
    case NodeKind::PostInc:
    case NodeKind::PostDec:
    case NodeKind::AnonArray:
    case NodeKind::AnonHash:
    case NodeKind::AnonSub:
    case NodeKind::Match:
    case NodeKind::Qr:
    case NodeKind::Subst:
    case NodeKind::Trans:
    case NodeKind::Range:
    case NodeKind::Sort:
    case NodeKind::Map:
    case NodeKind::Grep:
    case NodeKind::Print:
    case NodeKind::Wantarray:
    case NodeKind::ReadLine:
    case NodeKind::GlobPattern:
    case NodeKind::FileTest:
    case NodeKind::ListSlice: return bad();
    case NodeKind::Str: return n->has(Bareword) && strict(Hints::StrictSubs) ? n : bad();
    case NodeKind::LogAnd:
    case NodeKind::LogOr:
    case NodeKind::LogDor:
    case NodeKind::KvSlice:
    case NodeKind::KvHashSlice: return bad();
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
      if (what != "list assignment" && what != "local" && what != "undef operator" &&
          what != "chomp" && what != "chop" && what != "scalar assignment" && what != "repeat (x)")
        return bad();
      break;
    case NodeKind::Deref:
      if (n->iv != '*') break;
      [[fallthrough]];
    case NodeKind::GlobVar:  // assigned and localized as a whole; operators' names have "(+)"
      if (what.find('(') != what.npos || what == "read" || what == "sysread" || what == "recv")
        return bad();
      break;
    case NodeKind::ScalarVar:
      if (n->decl && !what.starts_with("substitution") && !what.starts_with("transliteration"))
        n->decl->modified = true;
      if (what == "local" && n->decl && n->decl->kind != DeclKind::Our)
        fail("Can't localize lexical variable " + std::string(n->decl->name));
      break;
    case NodeKind::My:
      if (what == "local" && n->first && n->iv != static_cast<std::int64_t>(DeclKind::Our))
        fail("Can't localize lexical variable " +
             std::string(n->first->decl ? n->first->decl->name : ""));
      if (!n->has(Paren) && n->first->kind != NodeKind::ScalarVar && what != "list assignment" &&
          what != "local" && what != "chomp" && what != "chop" && what != "undef operator" &&
          what != "local")
        return bad();
      break;
    case NodeKind::Ref:
      if (!feature(Hints::Refaliasing) && what == "scalar assignment")
        fail("Experimental aliasing via reference not enabled");
      if (what == "scalar assignment" || what == "list assignment")
        refuse("Aliasing via reference");
      if (what != "local") return bad();
      break;
    case NodeKind::Index: note_aliased(n); break;
    case NodeKind::Call:
      if (n->has(Ampersand) || n->has(Dynamic)) break;
      if (SubInfo sub = host_.find_sub(n->text); sub.constant && !n->first)
        error_near(std::string("Can't modify constant item in ") + op, true);
      else if (sub.defined && !sub.lvalue &&
               (what == "scalar assignment" || what == "list assignment"))
        error_near("Can't modify non-lvalue subroutine call of &" + std::string(n->text) + " in " +
                       op,
                   true);
      break;
    case NodeKind::List:
      for (Node* k = n->first; k; k = k->next) lvalue(k, op);
      break;
    case NodeKind::Ternary:
      lvalue(n->first->next, op);
      lvalue(n->first->next->next, op);
      break;
    case NodeKind::Func:
      switch (static_cast<BuiltinId>(n->iv)) {
        case BuiltinId::k_substr:
        case BuiltinId::k_vec:
          useless();
          if (n->first)
            lvalue(n->first, static_cast<BuiltinId>(n->iv) == BuiltinId::k_vec ? "vec" : "substr");
          break;
        case BuiltinId::k_pos: useless(); break;
        case BuiltinId::k_keys:
          if (what == "local") return bad();
          break;
        case BuiltinId::k_undef:
          if ((what == "list assignment" || what == "local") && !n->first) break;
          return bad();
        default: return bad();
      }
      break;
    default: break;
  }
  if (what == "local" && (n->kind == NodeKind::Call || n->kind == NodeKind::Method))
    warn(Warning::Syntax, "Useless localization of subroutine entry", line_);
  if (what == "local" && (n->kind == NodeKind::ArrayVar || n->kind == NodeKind::HashVar) &&
      n->decl && n->decl->kind != DeclKind::Our)
    fail("Can't localize lexical variable " + std::string(n->decl->name));
  return n;
}

}  // namespace perlipc
