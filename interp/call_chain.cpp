// The chain of calls as caller sees it: subs, evals, files and BEGIN blocks between the frames.
#include "interp/compile_unit.h"
#include "interp/frame_natives.h"

namespace perlipc {
namespace {

class ChainWalker {
 public:
  ChainWalker(VM& vm, std::int64_t wanted)
      : vm_(vm), left_(wanted), unit_(vm.unit_), eval_(vm.evals_.size()) {}

  std::optional<CallLevel> find() {
    for (std::uint32_t n = vm_.depth(); n > 0; --n) {
      Frame& f = *vm_.frame_at(n);
      if (eval_blocks(n, f) || entered(n, f)) return found_;
    }
    return std::nullopt;
  }

 private:
  // Counts one level; true when it is the wanted one.
  bool level(CallLevel::Kind kind, Frame& f, const LineEntry* site, Want want,
             std::string text = {}) {
    if (left_-- > 0) return false;
    found_ = CallLevel{kind, &f, site, want, std::move(text)};
    return true;
  }

  bool eval_blocks(std::uint32_t n, Frame& f) {
    for (; eval_ > 0 && vm_.evals_[eval_ - 1].frame >= n; --eval_) {
      const EvalRecord& r = vm_.evals_[eval_ - 1];
      if (r.frame > n) continue;
      auto pc = static_cast<std::uint32_t>(r.start_pc - f.proto->code.data());
      Want want = r.ctx_for_caller == Ctx::Return ? f.want : static_cast<Want>(r.ctx_for_caller);
      if (level(CallLevel::EvalBlock, f, f.proto->line_at(pc ? pc - 1 : 0), want))
        return --eval_, true;
    }
    return false;
  }

  bool entered(std::uint32_t n, Frame& f) {
    const LineEntry* site = vm_.line_entry(*vm_.frame_at(n - 1));
    switch (f.kind) {
      case FrameSub:
        if (is_phase_block(f)) {
          const LineEntry* none = nowhere(site);
          return level(CallLevel::Sub, f, none, Want::Void) ||
                 level(CallLevel::EvalBlock, f, none, Want::Void);
        }
        return !is_import_list(f) && level(CallLevel::Sub, f, site, f.want);
      case FrameEvalString: return level(CallLevel::EvalString, f, site, f.want);
      case FrameFile: return level(CallLevel::File, f, site, f.want, file_of(f));
      default: break;
    }
    return !f.code && compile_time(n, f, site);
  }

  static std::string file_of(const Frame& f) {
    for (const LineEntry& e : f.proto->lines)
      if (e.info) return std::string(e.info->file);
    return {};
  }

  // A frame that stands for a text being compiled: its BEGIN block, then the text itself.
  bool compile_time(std::uint32_t n, Frame& f, const LineEntry* outer) {
    const LineEntry* here = vm_.line_entry(f);
    const Frame* inner = n < vm_.depth() ? vm_.frame_at(n + 1) : nullptr;
    const bool phase = inner && inner->kind == FrameSub && is_phase_block(*inner);
    const bool block = phase || (inner && is_begin(*inner));
    if (!block && level(CallLevel::Begin, f, here, Want::Void)) return true;
    if (!phase && level(CallLevel::EvalBlock, f, here, Want::Void)) return true;
    CompileUnit* unit = unit_;
    if (!unit) return false;
    unit_ = unit->outer();
    if (unit->kind() == FrameFile)
      return level(CallLevel::File, f, outer, Want::Scalar, file_of(f));
    if (unit->kind() == FrameEvalString)
      return level(CallLevel::EvalString, f, outer, unit->want(), std::string(unit->text()));
    return false;
  }

  // UNITCHECK, CHECK, INIT and END blocks are called from line 0 of the program, in an eval.
  static bool is_phase_block(const Frame& f) {
    return f.code && f.code->proto && f.code->proto->scope &&
           f.code->proto->scope->is_named_special && !is_begin(f);
  }
  static bool is_import_list(const Frame& f) {
    return f.code && f.code->proto && f.code->proto->scope && f.code->proto->scope->is_anon &&
           f.code->proto->scope->shown_name == "BEGIN";
  }
  const LineEntry* nowhere(const LineEntry* site) {
    static thread_local StatementInfo info;
    static thread_local const LineEntry entry{0, 0, &info};
    info = {site && site->info ? site->info->file : vm_.script_name(), nullptr, "main"};
    return &entry;
  }

  static bool is_begin(const Frame& f) {
    return f.kind == FrameSub && f.code && f.code->name_glob &&
           f.code->name_glob->name->view() == "BEGIN";
  }

  VM& vm_;
  std::int64_t left_;
  CompileUnit* unit_;
  std::size_t eval_;
  std::optional<CallLevel> found_;
};

}  // namespace

std::optional<CallLevel> call_level(VM& vm, std::int64_t wanted) {
  return ChainWalker(vm, wanted).find();
}

}  // namespace perlipc
