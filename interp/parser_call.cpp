// Calls of user subs: arguments with and without parentheses, prototypes (perlsub "Prototypes").
#include "interp/parser_ops.h"

namespace perlipc {

Node* Parser::new_call(std::string_view name, VarDecl* lexical) {
  Node* call = node(NodeKind::Call);
  if (lexical) {
    Node* code = node(NodeKind::CodeVar);
    code->decl = lexical;
    code->text = lexical->name;
    call->flags = Dynamic;
    call->first = code;
  } else {
    call->text = name;
    mention(name, Use::Known);
  }
  return call;
}

// name is qualified (or the lexical's own name).
Node* Parser::user_call(std::string_view name, const SubInfo& info, VarDecl* lexical) {
  Node* call = new_call(name, lexical);
  bool parens = peek_token() == '(';
  if (info.has_prototype) {
    std::string_view p = info.prototype;
    bool one = false;
    if (!parens) {
      call->flags |= NoParens;
      if (p.empty()) return call;
      std::string_view q = p[0] == ';' ? p.substr(1) : p;
      one = q == "$" || q == "_" || q == "+" || q == "*" || (q.size() == 2 && q[0] == '\\') ||
            (q.starts_with("\\[") && q.ends_with("]") && q.find(']') == q.size() - 1);
    } else {
      expect('(');
    }
    prototype_arguments(call, name, p, parens, one);
    return call;
  }
  if (parens) return call_arguments(call);
  call->flags |= NoParens;
  if (!list_ends() && term_follows()) {
    Node* list = node(NodeKind::List);
    list_items(list);
    for (Node* a = list->first; a; a = a->next) note_aliased(a);
    call->first ? append(call, list->first) : static_cast<void>(call->first = list->first);
  }
  return call;
}

// One argument; within parentheses `and`, `or`, `not` may join terms of it.
Node* Parser::argument(bool parens, int level) {
  Node* n = parse(level);
  if (!parens) return n;
  for (;;) {
    skip_space();
    Operator op;
    if (p_ >= end_ || !read_operator(op) || op.level >= Comma) return n;
    n = apply(op, n);
  }
}

bool Parser::plain_scalar(const Node* n) {
  switch (n->kind) {
    case NodeKind::Int:
    case NodeKind::UInt:
    case NodeKind::Num:
    case NodeKind::Const:
    case NodeKind::Str:
    case NodeKind::Interp:
    case NodeKind::ScalarVar:
    case NodeKind::Index:
    case NodeKind::HashIndex:
    case NodeKind::ArrayLen:
    case NodeKind::Binary:
    case NodeKind::Unary:
    case NodeKind::AnonArray:
    case NodeKind::AnonHash:
    case NodeKind::AnonSub:
    case NodeKind::Qr:
    case NodeKind::Stringify:
    case NodeKind::PreInc:
    case NodeKind::PreDec:
    case NodeKind::PostInc:
    case NodeKind::PostDec:
    case NodeKind::GlobVar:
    case NodeKind::CaseMod: return true;
    case NodeKind::Deref: return n->iv == '$' || n->iv == '*';
    case NodeKind::Ref: return n->first->kind != NodeKind::List;
    case NodeKind::My: return !n->has(Paren) && n->first->kind == NodeKind::ScalarVar;
    case NodeKind::List:
      return n->has(Paren) && n->first && !n->first->next && plain_scalar(n->first);
    default: return false;
  }
}

void Parser::arity_error(const char* what, std::string_view name, bool parens) {
  if (name == "join") name = "join or string";
  error_near(std::string(what) + " arguments for " + std::string(name), !parens);
}

// Messages about an argument come when the whole call has been read.
void Parser::flush_deferred(bool parens) {
  for (const std::string& text : deferred_) error_near(text, !parens);
  deferred_.clear();
}

void Parser::prototype_arguments(Node* call, std::string_view name, std::string_view prototype,
                                 bool parens, bool one_only) {
  Node* last = call->first;
  auto add = [&](Node* n) {
    if (last) last->next = n;
    else call->first = n;
    last = n;
  };
  auto at_close = [&] {
    skip_space();
    return parens ? *p_ == ')' || p_ >= end_ : list_ends() || (!last && !term_follows(one_only));
  };
  std::size_t i = 0;
  int number = 0;
  bool optional = false, done = at_close(), too_many = false;
  while (i < prototype.size()) {
    char c = prototype[i];
    if (c == ';' || chars::space(c)) {
      optional = optional || c == ';';
      ++i;
      continue;
    }
    std::size_t size = 1;
    if (c == '\\') {
      size = 2;
      if (i + 1 < prototype.size() && prototype[i + 1] == '[') {
        std::size_t close = prototype.find(']', i);
        size = close == std::string_view::npos ? prototype.size() - i : close - i + 1;
      }
    }
    std::string_view spec = prototype.substr(i, size);
    if (c == '@' || c == '%') {
      if (!done) {
        Node* list = node(NodeKind::List);
        list_items(list);
        for (Node* a = list->first; a; a = a->next) note_aliased(a);
        if (list->first && parens) {
          // a low operator behind the last item
          Node* tail = list->first;
          while (tail->next) tail = tail->next;
          Operator op;
          skip_space();
          if (p_ < end_ && read_operator(op) && op.level < Comma && tail == list->first)
            list->first = apply(op, tail);
        }
        if (last) last->next = list->first;
        else call->first = list->first;
      }
      done = true;
      break;
    }
    if (done) {
      if (c == '_') add(topic());
      else if (!optional) {
        if (parens) expect(')');
        arity_error("Not enough", host_.sub_title(name), parens);
        return;
      }
      break;
    }
    const char kind = c == '\\' && size > 1 ? spec[1] : c;
    if (std::string_view("$&*+_").find(c) == std::string_view::npos &&
        (c != '\\' || std::string_view("$@%&*[").find(kind) == std::string_view::npos))
      fail("Malformed prototype for " + std::string(name) + ": " + std::string(prototype));
    i += size;
    ++number;
    bool block_first = false;
    if (c == '&' && number == 1 && !parens && *p_ == '{') {
      Node* sub = node(NodeKind::AnonSub);
      sub->function = block_function();
      add(sub);
      block_first = true;
    } else {
      add(prototype_argument(spec, number, name, parens, one_only ? Shift : Assignment));
    }
    if (block_first) {
      skip_space();
      done = *p_ == ',' || at_close();  // a comma ends the call: grep-like subs take none
    } else if (one_only || !comma_here()) {
      done = true;
    } else {
      while (comma_here()) {}
      done = at_close();
    }
  }
  if (!done && !one_only) {
    too_many = true;
    Node* rest = node(NodeKind::List);
    list_items(rest);
  }
  if (parens) expect(')');
  flush_deferred(parens);
  if (too_many) arity_error("Too many", host_.sub_title(name), parens);
}

Node* Parser::prototype_argument(std::string_view spec, int number, std::string_view name,
                                 bool parens, int level) {
  switch (spec[0]) {
    case '*': return handle_operand(parens, level);
    case '\\': {
      std::string_view allowed = spec.substr(1);
      if (allowed[0] == '[') allowed = allowed.substr(1, allowed.size() - 2);
      Node* arg = allowed == "&" && peek_token() == '&' ? (skip_space(), code_variable(false))
                                                        : argument(parens, level);
      return prototype_reference(arg, allowed, number, name);
    }
    case '+': {
      Node* arg = argument(parens, level);
      bool container = arg->kind == NodeKind::ArrayVar || arg->kind == NodeKind::HashVar ||
                       (arg->kind == NodeKind::Deref && (arg->iv == '@' || arg->iv == '%')) ||
                       (arg->kind == NodeKind::My && !arg->has(Paren) && is_list_lvalue(arg));
      if (container) {
        note_referenced(arg);
        return node(NodeKind::Ref, arg);
      }
      return plain_scalar(arg) ? arg : func(BuiltinId::k_scalar, arg);
    }
    case '&': {
      Node* arg = argument(parens, level);
      bool code = arg->kind == NodeKind::AnonSub ||
                  (arg->kind == NodeKind::Ref &&
                   (arg->first->kind == NodeKind::CodeVar ||
                    (arg->first->kind == NodeKind::Deref && arg->first->iv == '&'))) ||
                  arg->kind == NodeKind::Func;
      if (!code && (number == 1 || plain_scalar(arg)) && arg->kind != NodeKind::ScalarVar) {
        bool constant = arg->kind == NodeKind::Int || arg->kind == NodeKind::Str;
        if (number == 1 && (constant || arg->kind == NodeKind::AnonHash))
          deferred_.push_back("Type of arg " + std::to_string(number) + " to " +
                              host_.sub_title(name) + " must be block or sub {} (not " +
                              describe(arg) + ")");
      } else if (number == 1 && arg->kind == NodeKind::ScalarVar) {
        deferred_.push_back("Type of arg 1 to " + host_.sub_title(name) +
                            " must be block or sub {} (not " + describe(arg) + ")");
      }
      return arg;
    }
    default: {
      Node* arg = argument(parens, level);
      note_aliased(arg);
      return plain_scalar(arg) ? arg : func(BuiltinId::k_scalar, arg);
    }
  }
}

Node* Parser::prototype_reference(Node* arg, std::string_view allowed, int number,
                                  std::string_view name) {
  const Node* n = arg;
  if (n->kind == NodeKind::My && !n->has(Paren)) n = n->first;
  if (n->kind == NodeKind::Local) n = n->first;
  char kind = 0;
  switch (n->kind) {
    case NodeKind::ScalarVar:
    case NodeKind::Index:
    case NodeKind::HashIndex: kind = '$'; break;
    case NodeKind::ArrayVar: kind = '@'; break;
    case NodeKind::HashVar: kind = '%'; break;
    case NodeKind::CodeVar: kind = '&'; break;
    case NodeKind::GlobVar: kind = '*'; break;
    case NodeKind::Deref: kind = static_cast<char>(n->iv); break;
    case NodeKind::Call: kind = n->has(Ampersand) ? '&' : 0; break;
    default: break;
  }
  if (kind == 0 || allowed.find(kind) == std::string_view::npos) {
    std::string wanted;
    if (allowed.size() == 1) {
      switch (allowed[0]) {
        case '$': wanted = "scalar"; break;
        case '@': wanted = "array"; break;
        case '%': wanted = "hash"; break;
        case '&': wanted = "subroutine"; break;
        default: wanted = "symbol"; break;
      }
    } else {
      wanted = "one of [" + std::string(allowed) + "]";
    }
    deferred_.push_back("Type of arg " + std::to_string(number) + " to " + host_.sub_title(name) +
                        " must be " + wanted + " (not " + describe(arg) + ")");
  }
  note_referenced(arg);
  return node(NodeKind::Ref, arg);
}

}  // namespace perlipc
