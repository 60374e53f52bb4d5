// Layer lists (":raw:utf8", ":encoding(UTF-8)"): parsing, applying, telling (perldoc PerlIO).
#include "builtins/io_encoding.h"
#include "builtins/io_handle.h"

#include <algorithm>
#include <cctype>
#include <cerrno>

namespace perlipc::builtin {
namespace {

struct Layer {
  std::string name;
  std::string argument;
};

constexpr std::string_view kKnown[] = {"unix",  "perlio", "stdio", "crlf",     "utf8",
                                       "bytes", "raw",    "pop",   "encoding", "mmap"};

bool known(std::string_view name) {
  for (std::string_view layer : kKnown) {
    if (layer == name) return true;
  }
  return false;
}

bool separator(char c) { return c == ':' || std::isspace(static_cast<unsigned char>(c)) != 0; }
bool word_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool word_part(char c) { return word_start(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Position behind the argument list that starts at text[at] == '('; npos when it is not closed.
std::size_t argument_end(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '(') ++depth;
    else if (text[at] == ')' && --depth == 0) return at + 1;
  }
  return text.npos;
}

class LayerReader {
 public:
  LayerReader(Engine& engine, std::string_view text) : engine_(engine), text_(text) {}

  std::optional<std::vector<Layer>> read() {
    std::vector<Layer> layers;
    while (at_ < text_.size()) {
      if (separator(text_[at_])) {
        ++at_;
        continue;
      }
      if (!word_start(text_[at_])) return refuse_separator();
      const std::size_t start = at_;
      while (at_ < text_.size() && word_part(text_[at_])) ++at_;
      Layer layer{std::string(text_.substr(start, at_ - start)), {}};
      if (at_ < text_.size() && text_[at_] == '(') {
        const std::size_t end = argument_end(text_, at_);
        if (end == text_.npos) return refuse_argument(start);
        layer.argument = text_.substr(at_ + 1, end - at_ - 2);
        at_ = end;
      }
      if (at_ < text_.size() && !separator(text_[at_])) return refuse_separator();
      if (!known(layer.name)) return refuse_name(layer.name);
      if (!check_encoding(layer)) return std::nullopt;
      layers.push_back(std::move(layer));
    }
    return layers;
  }

 private:
  std::optional<std::vector<Layer>> refuse_separator() {
    engine_.warn(Warning::Layer, std::string("Invalid separator character '") + text_[at_] +
                                     "' in PerlIO layer specification " +
                                     std::string(text_.substr(at_)));
    engine_.set_errno(EINVAL);
    return std::nullopt;
  }
  std::optional<std::vector<Layer>> refuse_argument(std::size_t start) {
    engine_.warn(Warning::Layer, "Argument list not closed for PerlIO layer \"" +
                                     std::string(text_.substr(start)) + "\"");
    return std::nullopt;
  }
  std::optional<std::vector<Layer>> refuse_name(const std::string& name) {
    engine_.warn(Warning::Layer, "Unknown PerlIO layer \"" + name + "\"");
    engine_.set_errno(ENOENT);
    return std::nullopt;
  }
  bool check_encoding(const Layer& layer) {
    if (layer.name != "encoding" || encoding_named(engine_, layer.argument)) return true;
    if (engine_.warning_enabled(Warning::Io))
      engine_.warn(Warning::Io, "Cannot find encoding \"" + layer.argument + "\"");
    engine_.set_errno(EINVAL);
    return false;
  }

  Engine& engine_;
  std::string_view text_;
  std::size_t at_ = 0;
};

void drop_encoding(IoHandle* io) {
  if (io->inner) {
    (void)io->stream->flush();
    rt::Ref<rt::Stream> bytes = io->inner;
    bytes->set_child(io->stream->child());
    io->inner = {};
    detach_converting_end(*io->stream);
    io->stream->abandon();
    io->stream = std::move(bytes);
  }
  io->encoding_name.clear();
  io->stream->set_strict_encoding(false);
}

void apply_encoding(IoHandle* io, const std::string& name) {
  drop_encoding(io);
  const EncodingName encoding = *encoding_named(io->table->engine, name);
  io->encoding_name = encoding.canonical;
  if (!encoding.utf8) {
    rt::Ref<rt::Stream> bytes = io->stream;
    (void)bytes->flush();
    const rt::Access access = bytes->readable()
                                  ? (bytes->writable() ? rt::Access::ReadWrite : rt::Access::Read)
                                  : rt::Access::Write;
    io->inner = bytes;
    io->stream = rt::Stream::over(make_converting_end(io->table->engine, bytes, encoding),
                                  {.access = access}, &io->table->streams);
    io->stream->set_child(bytes->child());
    bytes->set_child({});
  }
  io->stream->set_strict_encoding(encoding.utf8);
  io->stream->set_utf8(true);
}

using Layers = std::vector<IoHandle::Layer>;

// What a handle has that was opened without any.
Layers layers_at_first(const IoHandle* io) {
  if (io->kind == HandleKind::Memory) return {{"scalar", io->stream->utf8()}};
  return {{"unix", false}, {"perlio", io->stream->utf8()}};
}

bool translates(const Layers& layers) {
  return std::any_of(layers.begin(), layers.end(), [](const auto& l) { return l.name == "crlf"; });
}

void pop(IoHandle* io) {
  Layers& layers = io->layers;
  if (layers.empty()) return;
  const std::string name = std::exchange(layers.back().name, {});
  layers.pop_back();
  if (name.starts_with("encoding(")) drop_encoding(io);
  io->stream->set_crlf(translates(layers));
  io->stream->set_utf8(!layers.empty() && layers.back().utf8);
}

// perldoc PerlIO ":raw": what translates goes, what is under it stays.
void make_raw(IoHandle* io) {
  Layers& layers = io->layers;
  while (!layers.empty() &&
         (layers.back().name == "crlf" || layers.back().name.starts_with("encoding(")))
    pop(io);
  drop_encoding(io);
  if (!layers.empty()) layers.back().utf8 = false;
  io->stream->set_utf8(false);
}

void apply(IoHandle* io, const Layer& layer) {
  Layers& layers = io->layers;
  rt::Stream& stream = *io->stream;
  if (layer.name == "pop") return pop(io);
  if (layer.name == "raw") return make_raw(io);
  if (layer.name == "utf8" || layer.name == "bytes") {
    stream.set_utf8(layer.name == "utf8");
    if (!layers.empty()) layers.back().utf8 = stream.utf8();
  } else if (layer.name == "crlf") {
    stream.set_crlf(true);
    if (layers.empty() || layers.back().name != "crlf")
      layers.push_back({"crlf", !layers.empty() && layers.back().utf8});
  } else if (layer.name == "encoding") {
    apply_encoding(io, layer.argument);
    layers.push_back({"encoding(" + io->encoding_name + ")", true});
  } else {
    layers.push_back({layer.name, false});
    stream.set_utf8(false);
  }
}

// open starts anew at the last layer that opens files by itself.
std::size_t first_above_base(const std::vector<Layer>& list) {
  for (std::size_t n = list.size(); n > 0; --n)
    if (list[n - 1].name == "unix" || list[n - 1].name == "stdio") return n;
  return 0;
}

}  // namespace

bool check_layers(Engine& engine, std::string_view layers) {
  return LayerReader(engine, layers).read().has_value();
}

std::string default_layers(Engine& engine, bool output) {
  const HandleNames& vm = engine.service<HandleNames>();
  return vm.open_layers ? vm.open_layers(output) : std::string();
}

bool apply_layers(Engine& engine, IoHandle* io, std::string_view layers, LayersOf of) {
  const auto list = LayerReader(engine, layers).read();
  if (!list) return false;
  if (io->layers.empty()) io->layers = layers_at_first(io);
  const std::size_t first =
      of == LayersOf::Open && io->kind != HandleKind::Memory ? first_above_base(*list) : 0;
  if (first > 0) io->layers = {{(*list)[first - 1].name, false}};
  for (std::size_t n = first; n < list->size(); ++n) {
    if ((*list)[n].name == "stdio") return false;  // cannot be pushed
    apply(io, (*list)[n]);
  }
  return true;
}

std::vector<std::string> layers_of(const IoHandle* io) {
  std::vector<std::string> names;
  for (const auto& layer : io->layers.empty() ? layers_at_first(io) : io->layers) {
    names.push_back(layer.name);
    if (layer.utf8) names.push_back("utf8");
  }
  return names;
}

}  // namespace perlipc::builtin
