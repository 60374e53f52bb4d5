// See implied_modules.h: which modules perl loads with which.
#include "interp/implied_modules.h"

#include "interp/vm.h"

#include <algorithm>

namespace perlipc {
namespace {

struct ImpliedModule {
  std::string_view package;
  std::string_view loaded_with;  // by perl 5.36, as its %INC tells
};

constexpr ImpliedModule kImplied[] = {
    {"Carp", "Class::Struct Data::Dumper DirHandle Encode Env File::Temp File::stat FileHandle "
             "I18N::Langinfo IO::File IO::Handle IO::Pipe IO::Poll IO::Seekable IO::Socket "
             "IO::Socket::INET IO::Socket::UNIX IPC::Open2 IPC::Open3 IPC::SysV Net::hostent "
             "Net::netent Net::protoent Net::servent POSIX SelectSaver Socket Sys::Hostname "
             "Test::Builder Test::Builder::Module Test::More Test::Simple Time::Local Time::gmtime "
             "Time::localtime Time::tm User::grent User::pwent sigtrap"},
    {"Config", "DynaLoader Env File::Copy IPC::SysV Test::Builder Test::Builder::Module Test::More "
               "Test::Simple User::pwent"},
    {"Cwd", "File::Copy File::Path File::Spec File::Spec::Functions File::Spec::Unix File::Temp IO "
            "IO::Dir"},
    {"Errno", "English File::Temp IO IO::Socket IO::Socket::INET IO::Socket::UNIX"},
    {"Exporter",
     "Cwd Digest::MD5 Encode Env Errno Fcntl File::Glob File::Spec File::Spec::Unix "
     "I18N::Langinfo IPC::SysV List::Util MIME::Base64 MIME::QuotedPrint POSIX Scalar::Util "
     "Socket Sub::Util Sys::Hostname Test::Builder Time::HiRes attributes sigtrap"},
    {"Fcntl", "Encode IO::Dir POSIX Test::Builder Test::Builder::Module Test::More Test::Simple"},
    {"File::Basename", "File::Path File::Temp"},
    {"File::Spec", "File::Copy File::Path IO IO::Dir"},
    {"List::Util",
     "File::Temp Scalar::Util Sub::Util Test::Builder Test::Builder::Module Test::More "
     "Test::Simple"},
    {"POSIX", "Test::Builder Test::Builder::Module Test::More Test::Simple"},
    {"Symbol", "IO::Seekable"},
    {"Time::HiRes", "File::Copy Test::Builder Test::Builder::Module Test::More Test::Simple"},
    {"mro", "Test::Builder Test::Builder::Module Test::More Test::Simple"},
};

std::string file_of(std::string_view package) {
  std::string file;
  for (std::size_t n = 0; n < package.size(); ++n) {
    if (package[n] == ':') ++n;
    file += package[n] == ':' ? '/' : package[n];
  }
  return file + ".pm";
}

bool loaded(VM& vm, std::string_view package) {
  const Value* file = vm.glob("main::INC", true)->hash()->find(file_of(package));
  return file != nullptr && !rvalue(*file).is_undef();
}

bool any_loaded(VM& vm, std::string_view packages) {
  while (!packages.empty()) {
    const std::size_t end = std::min(packages.find(' '), packages.size());
    if (loaded(vm, packages.substr(0, end))) return true;
    packages.remove_prefix(std::min(end + 1, packages.size()));
  }
  return false;
}

}  // namespace

bool load_implied_module(VM& vm, std::string_view package) {
  const auto* row = std::find_if(std::begin(kImplied), std::end(kImplied),
                                 [&](const auto& r) { return r.package == package; });
  if (row == std::end(kImplied) || loaded(vm, package) || !any_loaded(vm, row->loaded_with))
    return false;
  (void)vm.require_value(file_of(package));
  return true;
}

bool supply_implied_sub(VM& vm, std::string_view name) {
  const std::size_t cut = name.rfind("::");
  if (cut == name.npos) return false;
  const std::string_view package = name.substr(0, cut), sub = name.substr(cut + 2);
  if (load_implied_module(vm, package)) return true;
  const bool imports =
      package == "IO::Socket" || package == "IO::Socket::INET" || package == "IO::Socket::UNIX";
  if (!imports || !loaded(vm, package)) return false;
  const Glob* source = vm.glob("Socket::" + std::string(sub), false);
  if (source == nullptr || source->body->code == nullptr) return false;
  vm.glob(name, true)->set_code(source->body->code);
  return true;
}

}  // namespace perlipc
