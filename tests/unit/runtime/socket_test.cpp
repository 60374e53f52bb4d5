// Sockets and packed addresses, on loopback and without fixed ports.
#include "runtime/socket.h"

#include "tests/unit/runtime/support.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace perlipc::rt {
namespace {

const std::string kLoopback("\x7f\0\0\x01", 4);

TEST(Address, Inet4RoundTrip) {
  const AddressBytes bytes = pack_inet4({80, kLoopback}).value();
  EXPECT_EQ(bytes.size(), 16u);
  EXPECT_EQ(address_family(bytes), AF_INET);
  EXPECT_EQ(unpack_inet4(bytes)->port, 80);
  EXPECT_EQ(unpack_inet4(bytes)->address, kLoopback);
  EXPECT_EQ(pack_inet4({80, "abc"}).error(), EINVAL);
  EXPECT_EQ(unpack_inet4("x").error(), EINVAL);
  EXPECT_EQ(unpack_inet6(bytes).error(), EINVAL);
}

TEST(Address, Inet6RoundTrip) {
  const std::string one = inet_pton_bytes(AF_INET6, "::1").value();
  const AddressBytes bytes = pack_inet6({443, one, 3, 7}).value();
  EXPECT_EQ(bytes.size(), 28u);
  const Inet6Address back = unpack_inet6(bytes).value();
  EXPECT_EQ(back.port, 443);
  EXPECT_EQ(back.scope_id, 3u);
  EXPECT_EQ(back.flow_info, 7u);
  EXPECT_EQ(inet_ntop_text(AF_INET6, back.address).value(), "::1");
}

TEST(Address, UnixPathsAndAbstractNames) {
  EXPECT_EQ(pack_unix("/tmp/x").size(), 110u);
  EXPECT_EQ(unpack_unix(pack_unix("/tmp/x")).value(), "/tmp/x");
  const std::string abstract("\0abc", 4);
  EXPECT_EQ(pack_unix(abstract).size(), 6u);
  EXPECT_EQ(unpack_unix(pack_unix(abstract)).value(), abstract);
  EXPECT_EQ(unpack_unix(std::string("\x01\0", 2)).value(), "");
  EXPECT_EQ(pack_unix(std::string(200, 'x')).size(), 110u);
}

TEST(Address, Texts) {
  EXPECT_EQ(inet_aton_bytes("127.1"), kLoopback);
  EXPECT_EQ(inet_aton_bytes("0x7f.0.0.01"), kLoopback);
  EXPECT_EQ(inet_aton_bytes("localhost"), std::nullopt);
  EXPECT_EQ(inet_ntoa_text(kLoopback).value(), "127.0.0.1");
  EXPECT_EQ(inet_ntoa_text("abc").error(), EINVAL);
  EXPECT_EQ(inet_pton_bytes(AF_INET, "127.1").error(), EINVAL);
  EXPECT_EQ(inet_pton_bytes(AF_UNIX, "x").error(), EAFNOSUPPORT);
}

UniqueFd listener() {
  UniqueFd fd = open_socket(AF_INET, SOCK_STREAM, 0).value();
  EXPECT_TRUE(bind_socket(fd.get(), pack_inet4({0, kLoopback}).value()).ok());
  EXPECT_TRUE(listen_socket(fd.get(), 5).ok());
  return fd;
}

TEST(Socket, ConnectAcceptAndShutdown) {
  const UniqueFd server = listener();
  const UniqueFd client = open_socket(AF_INET, SOCK_STREAM, 0).value();
  ASSERT_TRUE(connect_socket(client.get(), socket_name(server.get()).value()).ok());
  const Accepted accepted = accept_socket(server.get()).value();
  EXPECT_TRUE(is_cloexec(server.get()).value());
  EXPECT_TRUE(is_cloexec(accepted.fd.get()).value());
  EXPECT_EQ(accepted.peer, socket_name(client.get()).value());
  EXPECT_EQ(peer_name(client.get()).value(), socket_name(server.get()).value());
  EXPECT_EQ(send_bytes(client.get(), "hello", 5, 0).value(), 5u);
  char data[16];
  EXPECT_EQ(receive_bytes(accepted.fd.get(), data, 16, MSG_PEEK)->size, 5u);
  EXPECT_EQ(receive_bytes(accepted.fd.get(), data, 16, 0)->size, 5u);
  ASSERT_TRUE(shutdown_socket(client.get(), SHUT_WR).ok());
  EXPECT_EQ(receive_bytes(accepted.fd.get(), data, 16, 0)->size, 0u);
  EXPECT_TRUE(pending_socket_error(client.get()).ok());
}

TEST(Socket, RefusedConnection) {
  AddressBytes nobody;
  {
    const UniqueFd bound = listener();
    nobody = socket_name(bound.get()).value();
  }
  const UniqueFd client = open_socket(AF_INET, SOCK_STREAM, 0).value();
  EXPECT_EQ(connect_socket(client.get(), nobody).error(), ECONNREFUSED);
  EXPECT_EQ(peer_name(client.get()).error(), ENOTCONN);
}

TEST(Socket, DatagramsKeepTheirSender) {
  const UniqueFd a = open_socket(AF_INET, SOCK_DGRAM, 0).value();
  const UniqueFd b = open_socket(AF_INET, SOCK_DGRAM, 0).value();
  for (const UniqueFd* fd : {&a, &b}) {
    ASSERT_TRUE(bind_socket(fd->get(), pack_inet4({0, kLoopback}).value()).ok());
  }
  ASSERT_TRUE(send_bytes_to(a.get(), "dg", 2, 0, socket_name(b.get()).value()).ok());
  char data[1];
  const Received received = receive_bytes(b.get(), data, 1, 0).value();
  EXPECT_EQ(received.size, 1u) << "the rest of a datagram is cut";
  EXPECT_EQ(received.from(), socket_name(a.get()).value());
}

TEST(Socket, OptionsAreBytes) {
  const auto [a, b] = open_socket_pair(AF_UNIX, SOCK_STREAM, 0).value();
  ASSERT_TRUE(set_socket_option(a.get(), SOL_SOCKET, SO_KEEPALIVE, 1).ok());
  const std::string one("\1\0\0\0", 4);
  EXPECT_EQ(socket_option(a.get(), SOL_SOCKET, SO_KEEPALIVE).value(), one);
  EXPECT_TRUE(set_socket_option(a.get(), SOL_SOCKET, SO_KEEPALIVE, std::string(4, '\0')).ok());
  EXPECT_EQ(socket_option(a.get(), SOL_SOCKET, 9999).error(), ENOPROTOOPT);
  char data[4];
  ASSERT_TRUE(send_bytes(a.get(), "x", 1, 0).ok());
  EXPECT_EQ(receive_bytes(b.get(), data, 4, 0)->from(), "");
}

}  // namespace
}  // namespace perlipc::rt
