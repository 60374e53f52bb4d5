// The parts POSIX is made of; posix.cpp puts them together.
#pragma once
#include "builtins/modules/native.h"

namespace perlipc::builtin {

std::span<const NativeConstant> posix_constants();
void define_posix_constants(Engine& engine);
// Functions that exist to say what to use instead.
void define_posix_unimplemented(Engine& engine);

std::span<const NativeRow> posix_math_functions();
std::span<const NativeRow> posix_math_c99_functions();
std::span<const NativeRow> posix_text_functions();
std::span<const NativeRow> posix_time_functions();
std::span<const NativeRow> posix_file_functions();
std::span<const NativeRow> posix_process_functions();
std::span<const NativeRow> posix_signal_functions();
std::span<const NativeRow> posix_termios_functions();
std::span<const NativeRow> posix_core_functions();

const char* posix_exports();
const char* posix_optional_exports();
std::span<const ExportTag> posix_tags();

}  // namespace perlipc::builtin
