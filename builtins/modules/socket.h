// The parts the Socket module is made of; socket.cpp puts them together.
#pragma once
#include "builtins/modules/native.h"

namespace perlipc::builtin {

std::span<const NativeConstant> socket_constants();
void define_socket_constants(Engine& engine);
// pack_sockaddr_in and relatives; getaddrinfo and relatives.
std::span<const NativeRow> socket_address_functions();
std::span<const NativeRow> socket_name_functions();

}  // namespace perlipc::builtin
