// The native modules by package. To add one:
// 1. write its file here: NativeRow functions with perl's prototypes and usage texts, constants, exports,
//    and a function that returns the one description of it;
// 2. add a row below, sorted by package;
// 3. put a Perl half, if it has one, into builtins/lib and name it in `perl_half`; a module whose Perl half
//    is the installed perl's own goes into PERLIPC_XS_HALVES instead and is found by XSLoader only;
// 4. add a script to tests/script/module.
#pragma once
#include "builtins/native_module.h"

namespace perlipc::builtin {

#define PERLIPC_NATIVE_MODULES(M)                                                                  \
  M("B", b_module)                                                                                 \
  M("Config", config_module)                                                                       \
  M("Cwd", cwd_module)                                                                             \
  M("Digest::MD5", digest_md5_module)                                                              \
  M("DynaLoader", dynaloader_module)                                                               \
  M("Errno", errno_module)                                                                         \
  M("Fcntl", fcntl_module)                                                                         \
  M("File::Glob", file_glob_module)                                                                \
  M("Hash::Util::FieldHash", field_hash_module)                                                    \
  M("I18N::Langinfo", langinfo_module)                                                             \
  M("IO", io_module)                                                                               \
  M("IPC::SysV", sysv_module)                                                                      \
  M("Internals", internals_module)                                                                 \
  M("List::Util", list_util_module)                                                                \
  M("MIME::Base64", mime_base64_module)                                                            \
  M("MIME::QuotedPrint", mime_quoted_print_module)                                                 \
  M("POSIX", posix_module)                                                                         \
  M("PerlIO", perlio_module)                                                                       \
  M("PerlIO::mmap", perlio_mmap_module)                                                            \
  M("PerlIO::scalar", perlio_scalar_module)                                                        \
  M("Scalar::Util", scalar_util_module)                                                            \
  M("Socket", socket_module)                                                                       \
  M("Sub::Util", sub_util_module)                                                                  \
  M("Symbol", symbol_module)                                                                       \
  M("Sys::Hostname", hostname_module)                                                              \
  M("Tie::Hash::NamedCapture", named_capture_module)                                               \
  M("Time::HiRes", hires_module)                                                                   \
  M("XSLoader", xsloader_module)                                                                   \
  M("attributes", attributes_module)                                                               \
  M("builtin", builtin_module)                                                                     \
  M("mro", mro_module)                                                                             \
  M("re", re_module)                                                                               \
  M("utf8", utf8_module)

#define PERLIPC_XS_HALVES(M)                                                                       \
  M("Compress::Raw::Zlib", zlib_module)                                                            \
  M("Digest::SHA", digest_sha_module)                                                              \
  M("Encode", encode_module)                                                                       \
  M("Encode::Byte", encode_byte_module)                                                            \
  M("Encode::CN", encode_cn_module)                                                                \
  M("Encode::EBCDIC", encode_ebcdic_module)                                                        \
  M("Encode::JP", encode_jp_module)                                                                \
  M("Encode::KR", encode_kr_module)                                                                \
  M("Encode::Symbol", encode_symbol_module)                                                        \
  M("Encode::TW", encode_tw_module)                                                                \
  M("Encode::Unicode", encode_unicode_module)                                                      \
  M("File::DosGlob", dos_glob_module)                                                              \
  M("Filter::Util::Call", filter_module)                                                           \
  M("Hash::Util", hash_util_module)                                                                \
  M("PerlIO::encoding", perlio_encoding_module)                                                    \
  M("Storable", storable_module)                                                                   \
  M("Sys::Syslog", syslog_module)                                                                  \
  M("Time::Piece", time_piece_module)                                                              \
  M("Unicode::Normalize", normalize_module)

#define M(package, function) const NativeModule& function();
PERLIPC_NATIVE_MODULES(M)
PERLIPC_XS_HALVES(M)
#undef M

// For XSLoader::load: native modules and XS halves. Null when there is none.
const NativeModule* find_loadable_module(std::string_view package);

}  // namespace perlipc::builtin
