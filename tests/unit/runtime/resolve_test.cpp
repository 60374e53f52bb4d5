// Name services, as far as every machine has them.
#include "runtime/resolve.h"

#include "tests/unit/runtime/support.h"

#include <netdb.h>

namespace perlipc::rt {
namespace {

const std::string kLoopback("\x7f\0\0\x01", 4);

TEST(Resolve, Hosts) {
  const HostLookup local = host_by_name("127.0.0.1");
  ASSERT_TRUE(local.entry);
  EXPECT_EQ(local.entry->addresses, std::vector<std::string>{kLoopback});
  EXPECT_EQ(local.entry->family, AF_INET);
  EXPECT_EQ(local.entry->address_length, 4);
}

TEST(Resolve, ServicesAndProtocols) {
  const std::optional<ProtocolEntry> tcp = protocol_by_name("tcp");
  if (!tcp) GTEST_SKIP() << "no protocol database here";
  EXPECT_EQ(tcp->number, 6);
  EXPECT_EQ(protocol_by_number(17)->name, "udp");
  EXPECT_FALSE(protocol_by_name("no-such-protocol"));
  const std::optional<ServiceEntry> http = service_by_name("http", "tcp");
  ASSERT_TRUE(http);
  EXPECT_EQ(http->port, 80);
  EXPECT_EQ(service_by_port(80, "tcp")->name, "http");
  rewind_protocols(false);
  size_t count = 0;
  while (next_protocol()) ++count;
  end_protocols();
  EXPECT_GT(count, 2u);
}

TEST(Resolve, AddressInfo) {
  AddressHints hints{.flags = AI_NUMERICHOST | AI_NUMERICSERV, .socket_type = SOCK_STREAM};
  const AddressLookup lookup = address_info("127.0.0.1", "80", hints);
  ASSERT_EQ(lookup.error, 0);
  ASSERT_EQ(lookup.entries.size(), 1u);
  EXPECT_EQ(unpack_inet4(lookup.entries[0].address)->port, 80);
  const AddressLookup failed = address_info("not numeric", nullptr, hints);
  EXPECT_EQ(failed.error, EAI_NONAME);
  EXPECT_EQ(address_error_text(failed.error), "Name or service not known");
}

TEST(Resolve, NameInfo) {
  const AddressBytes address = pack_inet4({80, kLoopback}).value();
  const NameLookup both = name_info(address, NI_NUMERICHOST | NI_NUMERICSERV);
  EXPECT_EQ(both.error, 0);
  EXPECT_EQ(both.host, "127.0.0.1");
  EXPECT_EQ(both.service, "80");
  EXPECT_EQ(name_info(address, NI_NUMERICHOST, NamePart::HostOnly).service, "");
  EXPECT_EQ(name_info("x", 0).error, EAI_FAMILY);
}

}  // namespace
}  // namespace perlipc::rt
