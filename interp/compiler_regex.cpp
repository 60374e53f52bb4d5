// m//, s///, tr///, qr//, split and the match variables.
#include "interp/ast_walk.h"
#include "interp/compiler.h"
#include "interp/later_code.h"
#include "interp/regex_ops.h"
#include "interp/vm_properties.h"

namespace perlipc {

using builtin::BuiltinId;

namespace {
// "$x" and nothing else.
bool is_one_part(const Node* n) {
  if (n->kind == NodeKind::Stringify) return true;
  return n->kind == NodeKind::Interp && n->first && !n->first->next &&
         n->first->kind != NodeKind::JoinArray;
}
}  // namespace

// $1 $& $` $' $+ $^N: read from the last match of this scope. With dst == kNone only asks.
bool Compiler::special_variable(Node* node, Operand dst) {
  if (node->decl) return false;
  std::string_view t = node->text;
  if (t.size() < 7 || t.substr(0, 6) != "main::") return false;
  t.remove_prefix(6);
  unsigned what = MatchPart::of_name(t);
  if (what == MatchPart::None) return false;
  if (dst != kNone) emit(Opc::Capture, dst, what);
  return true;
}

// The compile-time part of a pattern: constant ones are compiled once at first use.
std::uint32_t Compiler::pattern_plan(Node* pattern, std::string_view flags, const Node* where,
                                     Operand* pattern_operand) {
  auto plan = std::make_shared<PatternPlan>();
  std::string all_flags;  // of `use re '/flags'`, then its own
  plan->keeps_taint = tainting_ && hints().user.contains("retaint");
  if (auto re = hints().user.find("reflags"); re != hints().user.end()) all_flags = re->second;
  all_flags += flags;
  for (char c : all_flags) {
    switch (c) {
      case 'i': plan->flags.i = true; break;
      case 'm': plan->flags.m = true; break;
      case 's': plan->flags.s = true; break;
      case 'x':
        plan->flags.xx = plan->flags.x;
        plan->flags.x = true;
        break;
      case 'n': plan->flags.n = true; break;
      case 'p': plan->flags.p = true; break;
      case 'u': plan->flags.charset = RegexFlags::Unicode; break;
      case 'a':
        plan->flags.charset =
            plan->flags.charset == RegexFlags::Ascii ? RegexFlags::AsciiStrict : RegexFlags::Ascii;
        break;
      case 'l': plan->flags.charset = RegexFlags::Locale; break;
      case 'd': plan->flags.charset = RegexFlags::Default; break;
      case 'g': plan->global = true; break;
      case 'c': plan->keep_pos = true; break;
      case 'o': plan->once = true; break;
      case 'r': plan->copy = true; break;
      default: break;
    }
  }
  if (plan->flags.charset == RegexFlags::Default && (hints().features & Hints::UnicodeStrings))
    plan->flags.charset = RegexFlags::Unicode;
  *pattern_operand = kNone;
  if (where->has(PatternEval)) {
    plan->code = std::make_unique<CodePlan>();
    proto_->eval_sites.push_back({where->eval_info, info_, fn_});
    plan->code->eval_site = static_cast<int>(proto_->eval_sites.size() - 1);
    plan->code->eval_slot = fixed_slot();
    if (!fn_->is_main && !fn_->is_eval) args_register();
  }
  Node* p = strip(pattern);
  bool single = p && p->kind == NodeKind::Interp && p->first && !p->first->next &&
                p->first->kind != NodeKind::JoinArray;
  if (!p || p->kind == NodeKind::Nop) {
    plan->constant = true;
  } else if (p->kind == NodeKind::Str) {
    plan->constant = true;
    plan->text = std::string(p->text);
    plan->utf8 = p->has(Utf8);
    // Compile now: a bad constant pattern is a compile-time error.
    RegexError error;
    VmProperties properties(vm_, info_ && !info_->package.empty() ? info_->package : "main");
    Regex* r = Regex::compile(plan->text, plan->utf8, plan->flags, error, {{}, &properties});
    // A property of a sub that comes later: the pattern is compiled when it is used.
    if (!r && !error.unknown_property) fail(where, error.message);
    plan->regex = r;
    if (r)
      for (const auto& w : r->warnings())
        if (hints().warnings.test(static_cast<std::size_t>(
                w.category == RegexWarning::Deprecated     ? Warning::Deprecated
                : w.category == RegexWarning::Experimental ? Warning::Experimental
                                                           : Warning::Regexp)))
          vm_.warn_always(w.message + ending(where));
  } else if (single || p->kind == NodeKind::Stringify) {
    // m/$re/: a qr object is used as it is.
    *pattern_operand = rv(p->first);
  } else if (p->kind == NodeKind::Interp) {
    for (Node* k = p->first; k; k = k->next, ++plan->parts) {
      push_scalar(k);
      if (k->kind != NodeKind::AnonSub) continue;
      if (!plan->code) plan->code = std::make_unique<CodePlan>();
      plan->code->parts.push_back({plan->parts, Value::string(k->text, k->has(Utf8))});
    }
    *pattern_operand = kNone;
  } else {
    *pattern_operand = rv(p);
  }
  proto_->patterns.push_back(plan);
  return static_cast<std::uint32_t>(proto_->patterns.size() - 1);
}

Compiler::Operand Compiler::match_target(Node*& kid, bool topic, bool modify) {
  if (topic) {
    Operand p = alias_temp();
    emit(Opc::TopicPlace, p);
    return p;
  }
  Node* target = kid;
  kid = kid->next;
  Node* t = strip(target);
  // What the pattern and the replacement do shows in the target, and must not take it away.
  LaterCode code;
  for (const Node* k = kid; k; k = k->next) code.add(k);
  if (modify) return place_named(t) && code.changes(t) ? kept_place(t) : place(t);
  if (code.changes(t)) return kept(t);
  if (t->kind == NodeKind::ScalarVar || t->kind == NodeKind::Index ||
      t->kind == NodeKind::HashIndex) {
    Operand s;
    if (is_lexical_scalar(t, &s)) return s;
  }
  return rv(target);
}

void Compiler::match(Node* node, Ctx ctx, Operand dst) {
  Node* kid = node->first;
  bool global = node->text.find('g') != std::string_view::npos;
  bool topic = node->has(TargetTopic);
  Operand target;
  Node* t = topic ? nullptr : strip(kid);
  bool lvalue = t && (t->kind == NodeKind::ScalarVar || t->kind == NodeKind::Index ||
                      t->kind == NodeKind::HashIndex || t->kind == NodeKind::My ||
                      (t->kind == NodeKind::Deref && t->iv == '$') ||
                      (t->kind == NodeKind::Assign && !t->has(ListAssign)));
  if (t && t->kind == NodeKind::ScalarVar && special_variable(t, kNone)) lvalue = false;
  if (global && lvalue) target = match_target(kid, topic, true);
  else if (!topic && t->kind == NodeKind::Assign && !t->has(ListAssign))
    target = match_target(kid, topic, true);
  else target = match_target(kid, topic, false);
  Operand pattern = kNone;
  std::uint32_t plan = pattern_plan(kid, node->text, node, &pattern);
  if (node->iv == '?') proto_->patterns[plan]->match_once = true;
  mark_node(node);
  if (ctx == Ctx::List && !node->has(Negated)) {
    emit(Opc::MatchList, target, pattern, plan);
    return;
  }
  Operand d = dst == kNone ? temp() : dst;
  emit(Opc::Match, d, target, pattern);
  emit_extension(plan, node->has(Negated));
  if (ctx == Ctx::List) push_operand(d, true);
}

void Compiler::qr(Node* node, Operand dst) {
  Operand pattern = kNone;
  std::uint32_t plan = pattern_plan(node->first, node->text, node, &pattern);
  mark_node(node);
  emit(Opc::MakeRegex, dst, pattern, plan);
}

void Compiler::subst(Node* node, Operand dst) {
  Node* kid = node->first;
  bool copy = node->text.find('r') != std::string_view::npos;
  Operand target = match_target(kid, node->has(TargetTopic), !copy);
  if (copy) {
    // Keep the value: the replacement may change the variable.
    if (!(target & kConst)) {
      Operand keep = temp();
      emit(Opc::Copy, keep, target);
      target = keep;
    } else {
      Operand keep = temp();
      emit(Opc::Copy, keep, target);
      target = keep;
    }
  }
  Node* pattern_node = kid;
  Node* replacement = kid->next;
  Operand pattern = kNone;
  std::uint32_t plan = pattern_plan(pattern_node, node->text, node, &pattern);
  Operand d = dst == kNone ? temp() : dst;
  int evals = 0;
  for (char c : node->text) evals += c == 'e';
  mark_node(node);
  if (replacement->kind == NodeKind::Str && !evals) {
    emit(Opc::SubstConst, d, target, pattern);
    emit_extension(plan, constant_name(replacement->text, replacement->has(Utf8)));
    if (node->has(Negated)) emit(Opc::Not, d, d);
    return;
  }
  // The replacement is code that runs once per match.
  Operand iterator = temp();
  emit(Opc::SubstBegin, iterator, target, pattern);
  emit_extension(plan);
  Label top, out;
  place_label(top);
  emit_jump(Opc::SubstNext, out, iterator, target);
  if (calls_in(replacement)) end_round();
  int keep_floor = floor_, keep_next = next_slot_;
  floor_ = next_slot_;
  Operand r = temp();
  floor_ = next_slot_;
  if (replacement->kind == NodeKind::Block) value_of_block(replacement, Ctx::Scalar, r);
  else if (is_one_part(replacement)) into(replacement->first, r);  // SubstAdd makes text of it
  else into(replacement, r);
  for (int i = 1; i < evals; ++i) {
    proto_->eval_sites.push_back({node->eval_info, info_, fn_});
    emit(Opc::StringEval, r, r, static_cast<unsigned>(proto_->eval_sites.size() - 1));
    emit_extension(static_cast<std::uint32_t>(Ctx::Scalar));
  }
  mark_node(node);
  emit(Opc::SubstAdd, iterator, r);
  if (next_slot_ > floor_) clear_range(floor_, next_slot_);
  floor_ = keep_floor;
  next_slot_ = std::max(keep_next, floor_);
  emit_jump(Opc::Jump, top);
  place_label(out);
  emit(Opc::SubstEnd, d, iterator, target);
  if (node->has(Negated)) emit(Opc::Not, d, d);
}

void Compiler::trans(Node* node, Operand dst) {
  Node* kid = node->first;
  std::string_view from = node->text;
  std::string_view to = node->more_text ? node->more_text[0] : std::string_view();
  std::string_view flags = node->more_text ? node->more_text[1] : std::string_view();
  bool copy = flags.find('r') != std::string_view::npos;
  auto decode = [](std::string_view text) {
    std::vector<TransliterationChar> out;
    const char* p = text.data();
    const char* end = p + text.size();
    while (p < end) {
      if (*p == '\x01' && p + 1 < end) {
        out.push_back({static_cast<std::uint32_t>(static_cast<unsigned char>(p[1])), true});
        p += 2;
        continue;
      }
      std::size_t n;
      std::uint32_t cp = utf8_decode(p, end, &n);
      out.push_back({cp, false});
      p += n;
    }
    return out;
  };
  TransliterationFlags f;
  f.complement = flags.find('c') != std::string_view::npos;
  f.remove = flags.find('d') != std::string_view::npos;
  f.squeeze = flags.find('s') != std::string_view::npos;
  f.return_copy = copy;
  std::string error;
  auto compiled = Transliteration::compile(decode(from), decode(to), f, error);
  if (!compiled) fail(node, error);
  bool identity = compiled->is_identity();
  const auto index = static_cast<unsigned>(proto_->translations.size());
  proto_->translations.push_back(std::shared_ptr<Transliteration>(std::move(compiled)));
  Operand target = match_target(kid, node->has(TargetTopic), !copy && !identity);
  mark_node(node);
  Operand d = dst == kNone ? temp() : dst;
  emit(Opc::Trans, d, target, index);
  if (node->has(Negated)) emit(Opc::Not, d, d);
}

void Compiler::splitter(Node* node, Ctx ctx, Operand dst) {
  const int implicit_limit = std::exchange(implicit_split_limit_, 0);
  Node* pattern_node = node->first;
  Node* text = pattern_node ? pattern_node->next : nullptr;
  Node* limit = text ? text->next : nullptr;
  Operand pattern = kNone;
  std::uint32_t plan;
  Node* p = pattern_node ? strip(pattern_node) : nullptr;
  if (p && (p->kind == NodeKind::Qr || (p->kind == NodeKind::Match &&
                                        (p->has(TargetTopic) || !p->first || !p->first->next)))) {
    Node* pat = p->first;
    plan = pattern_plan(pat, p->text, p, &pattern);
    if (proto_->patterns[plan]->constant && proto_->patterns[plan]->text == " ")
      proto_->patterns[plan]->space_pattern = true;
    if (proto_->patterns[plan]->constant && proto_->patterns[plan]->text == "^")
      proto_->patterns[plan]->multi_line();
  } else if (!p || (p->kind == NodeKind::Str && p->text == " ")) {
    auto made = std::make_shared<PatternPlan>();
    made->constant = true;
    made->awk = true;
    made->text = " ";
    proto_->patterns.push_back(made);
    plan = static_cast<std::uint32_t>(proto_->patterns.size() - 1);
  } else {
    plan = pattern_plan(p, "", node, &pattern);
    // A run-time single space means the awk mode as well.
    proto_->patterns[plan]->awk_if_space = true;
    if (p->kind == NodeKind::Qr) proto_->patterns[plan]->awk_if_space = false;
  }
  // Parts of an interpolated pattern stand on the stack: gather them now.
  if (proto_->patterns[plan]->parts) {
    Operand t = temp();
    if (proto_->patterns[plan]->code) {
      emit(Opc::MakeRegex, t, kNone, plan);
      proto_->patterns.push_back(std::make_shared<PatternPlan>());
      plan = static_cast<std::uint32_t>(proto_->patterns.size() - 1);
    } else {
      emit(Opc::ConcatN, t, proto_->patterns[plan]->parts);
      proto_->patterns[plan]->parts = 0;
    }
    pattern = t;
  }
  Operand subject;
  if (text) subject = rv(text);
  else {
    subject = temp();
    emit(Opc::TopicGet, subject);
  }
  Operand lim = limit ? rv(limit) : const_int(implicit_limit);
  mark_node(node);
  if (ctx == Ctx::List) {
    emit(Opc::Split, subject, pattern, plan);
    emit_extension(lim);
  } else {
    Operand m = temp();
    emit(Opc::Mark, m);
    emit(Opc::Split, subject, pattern, plan);
    emit_extension(lim);
    if (dst != kNone) emit(Opc::ListCount, dst, m);
    emit(Opc::PopTo, m);
  }
}

}  // namespace perlipc
