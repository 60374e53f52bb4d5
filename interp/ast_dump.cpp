// Readable S-expressions of syntax trees, for tests and debugging.
#include "interp/ast_dump.h"

#include "builtins/table.h"

#include <cstdio>

namespace perlipc {
namespace {

const char* const kind_names[] = {
    "int",      "uint",      "num",      "const",     "str",     "interp",  "join",    "case",
    "$",        "@",         "%",        "code",      "*",       "elemvar", "deref",   "len",
    "my",       "local",     "index",    "hindex",    "slice",   "hslice",  "kvslice", "kvhslice",
    "lslice",   "call",      "method",   "func",      "print",   "sort",    "map",     "grep",
    "readline", "globpat",   "filetest", "bin",       "un",      "and",     "or",      "dor",
    "xor",      "preinc",    "predec",   "postinc",   "postdec", "?:",      "=",       "op=",
    "..",       "x",         "list",     "\\",        "[]",      "{}",      "sub",     "match",
    "qr",       "subst",     "trans",    "stringify", "do",      "eval",    "block",   "stmt",
    "if",       "while",     "cfor",     "foreach",   "bare",    "format",  "subdef",  "package",
    "return",   "loopctl",   "goto",     "try",       "defer",   "given",   "when",    "default",
    "nop",      "wantarray", "__SUB__",  "yada"};
static_assert(std::size(kind_names) == static_cast<std::size_t>(NodeKind::Yada) + 1);

const char* const op_names[] = {"+",   "-",  "*",   "/",  "%",  "**", ".",   "x",  "<<", ">>",
                                "&",   "|",  "^",   "&.", "|.", "^.", "==",  "!=", "<",  ">",
                                "<=",  ">=", "<=>", "eq", "ne", "lt", "gt",  "le", "ge", "cmp",
                                "isa", "~~", "neg", "!",  "~",  "~.", "plus"};

struct FlagName {
  NodeFlag flag;
  const char* name;
};
constexpr FlagName flag_names[] = {
    {Paren, "paren"},           {Bareword, "bare"},      {Utf8, "utf8"},
    {Ampersand, "amp"},         {NoArgs, "noargs"},      {Dynamic, "dynamic"},
    {MaybeClass, "class"},      {OmittedTopic, "topic"}, {HasHandle, "handle"},
    {HasBlock, "hasblock"},     {ListAssign, "list"},    {ThreeDots, "dots3"},
    {ListRepeat, "listrepeat"}, {Negated, "not"},        {SingleQuoted, "single"},
    {Modifier, "modifier"},     {PostCheck, "post"},     {VString, "vstring"},
    {Indirect, "indirect"},     {QwList, "qw"},          {Chained, "chained"},
    {BlockValue, "braces"}};

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    auto u = static_cast<unsigned char>(c);
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (u < 0x20 || u == 0x7F) {
      char hex[8];
      std::snprintf(hex, sizeof hex, "\\x%02x", u);
      out += hex;
    } else out += c;
  }
  return out + "'";
}

void dump(std::string& out, const Node* n, int depth);

void kids(std::string& out, const Node* n, int depth) {
  for (const Node* k = n->first; k; k = k->next) {
    out += ' ';
    dump(out, k, depth);
  }
}

void variable(std::string& out, const Node* n) {
  std::string_view name = n->text;
  if (n->decl && n->decl->kind != DeclKind::Our) {
    out += n->decl->name;
    return;
  }
  static constexpr char sigils[] = {'$', '@', '%', '&', '*'};
  out += sigils[static_cast<int>(n->kind) - static_cast<int>(NodeKind::ScalarVar)];
  for (char c : name)
    if (static_cast<unsigned char>(c) < 0x20) out += '^', out += static_cast<char>(c ^ 64);
    else out += c;
}

void detail(std::string& out, const Node* n) {
  switch (n->kind) {
    case NodeKind::CaseMod:
    case NodeKind::Deref:
    case NodeKind::LoopControl:
    case NodeKind::FileTest: out += ' ', out += static_cast<char>(n->iv); break;
    case NodeKind::Binary:
    case NodeKind::Unary:
      out += ' ', out += op_names[n->iv];
      if (n->has(Chained))
        for (char c : n->text.substr(1)) out += ',', out += op_names[static_cast<int>(c)];
      return;
    case NodeKind::OpAssign:
      out += ' ';
      if (n->iv >= 1000)
        out += std::string(n->iv == 1000 + '^' ? 1 : 2, static_cast<char>(n->iv - 1000));
      else out += op_names[n->iv];
      break;
    case NodeKind::Func:
    case NodeKind::Print:
      out += ' ';
      out += builtin::builtin_row(static_cast<builtin::BuiltinId>(n->iv)).name;
      break;
    case NodeKind::My: {
      static const char* const words[] = {"my", "our", "state", "local"};
      out += ' ', out += words[n->iv];
      break;
    }
    case NodeKind::Trans:
      out += ' ' + quoted(n->text) + ' ' + quoted(n->more_text[0]) + ' ' + quoted(n->more_text[1]);
      return;
    default: break;
  }
  if (!n->text.empty() || n->kind == NodeKind::Str) out += ' ' + quoted(n->text);
}

void dump_block(std::string& out, const Node* n, int depth) {
  out += "{";
  for (const Node* k = n->first; k; k = k->next) {
    out += '\n';
    out.append(static_cast<std::size_t>(depth + 1) * 2, ' ');
    dump(out, k->kind == NodeKind::Statement && k->first ? k->first : k, depth + 1);
  }
  out += "}";
}

void dump(std::string& out, const Node* n, int depth) {
  switch (n->kind) {
    case NodeKind::Int: out += std::to_string(n->iv); return;
    case NodeKind::UInt: out += std::to_string(static_cast<std::uint64_t>(n->iv)); return;
    case NodeKind::Num: {
      char text[40];
      std::snprintf(text, sizeof text, "%.15g", n->nv);
      out += text;
      return;
    }
    case NodeKind::Str:
      out += quoted(n->text);
      if (n->has(Bareword)) out += "b";
      if (n->has(Utf8)) out += "u";
      if (n->has(VString)) out += "v";
      return;
    case NodeKind::ScalarVar:
    case NodeKind::ArrayVar:
    case NodeKind::HashVar:
    case NodeKind::CodeVar:
    case NodeKind::GlobVar: variable(out, n); return;
    case NodeKind::Block: dump_block(out, n, depth); return;
    case NodeKind::Statement:
      if (n->first) dump(out, n->first, depth);
      return;
    default: break;
  }
  out += '(';
  out += kind_names[static_cast<int>(n->kind)];
  detail(out, n);
  std::uint32_t shown = n->flags;
  for (const FlagName& f : flag_names)
    if (shown & f.flag) out += ':', out += f.name;
  if (n->kind == NodeKind::AnonSub && n->function && n->function->body) {
    if (n->function->signature) {
      out += " sig=";
      dump(out, n->function->signature, depth);
    }
    out += ' ';
    dump(out, n->function->body, depth);
  }
  kids(out, n, depth);
  out += ')';
}

}  // namespace

std::string dump_ast(const Node* node) {
  std::string out;
  if (node) dump(out, node, 0);
  return out;
}

std::string dump_function(const FunctionScope* function) {
  std::string out;
  if (function->signature) out += "sig=" + dump_ast(function->signature) + "\n";
  for (const Node* s = function->body ? function->body->first : nullptr; s; s = s->next)
    out += dump_ast(s) + "\n";
  return out;
}

}  // namespace perlipc
