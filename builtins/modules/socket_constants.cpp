// Constants of Socket (perldoc Socket), with the values of this system's headers.
#include "builtins/modules/socket.h"

#include <climits>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace perlipc::builtin {

namespace {

#define C(name) {#name, static_cast<std::int64_t>(name)},
const NativeConstant kIntegers[] = {
    // clang-format off
    C(AF_APPLETALK) C(AF_DECnet) C(AF_INET) C(AF_INET6) C(AF_KEY) C(AF_LOCAL) C(AF_MAX)
    C(AF_ROUTE) C(AF_SNA) C(AF_UNIX) C(AF_UNSPEC) C(AF_X25) C(AI_ADDRCONFIG) C(AI_ALL)
    C(AI_CANONIDN) C(AI_CANONNAME) C(AI_IDN) C(AI_NUMERICHOST) C(AI_NUMERICSERV) C(AI_PASSIVE)
    C(AI_V4MAPPED) C(EAI_ADDRFAMILY) C(EAI_AGAIN) C(EAI_BADFLAGS) C(EAI_FAIL) C(EAI_FAMILY)
    C(EAI_NODATA) C(EAI_NONAME) C(EAI_SERVICE) C(EAI_SOCKTYPE) C(EAI_SYSTEM) C(IOV_MAX)
    C(IPPROTO_AH) C(IPPROTO_ESP) C(IPPROTO_GRE) C(IPPROTO_ICMP) C(IPPROTO_ICMPV6) C(IPPROTO_IGMP)
    C(IPPROTO_IP) C(IPPROTO_IPV6) C(IPPROTO_RAW) C(IPPROTO_SCTP) C(IPPROTO_TCP) C(IPPROTO_UDP)
    C(IPV6_ADD_MEMBERSHIP) C(IPV6_DROP_MEMBERSHIP) C(IPV6_JOIN_GROUP) C(IPV6_LEAVE_GROUP)
    C(IPV6_MTU) C(IPV6_MTU_DISCOVER) C(IPV6_MULTICAST_HOPS) C(IPV6_MULTICAST_IF)
    C(IPV6_MULTICAST_LOOP) C(IPV6_RECVERR) C(IPV6_ROUTER_ALERT) C(IPV6_UNICAST_HOPS)
    C(IPV6_V6ONLY) C(IP_ADD_MEMBERSHIP) C(IP_ADD_SOURCE_MEMBERSHIP) C(IP_BIND_ADDRESS_NO_PORT)
    C(IP_DROP_MEMBERSHIP) C(IP_DROP_SOURCE_MEMBERSHIP) C(IP_FREEBIND) C(IP_HDRINCL) C(IP_MTU)
    C(IP_MTU_DISCOVER) C(IP_MULTICAST_ALL) C(IP_MULTICAST_IF) C(IP_MULTICAST_LOOP)
    C(IP_MULTICAST_TTL) C(IP_NODEFRAG) C(IP_OPTIONS) C(IP_PMTUDISC_DO) C(IP_PMTUDISC_DONT)
    C(IP_PMTUDISC_PROBE) C(IP_PMTUDISC_WANT) C(IP_RECVERR) C(IP_RECVOPTS) C(IP_RECVRETOPTS)
    C(IP_RETOPTS) C(IP_TOS) C(IP_TRANSPARENT) C(IP_TTL) C(MSG_CTRUNC) C(MSG_DONTROUTE)
    C(MSG_DONTWAIT) C(MSG_EOR) C(MSG_ERRQUEUE) C(MSG_FASTOPEN) C(MSG_FIN) C(MSG_NOSIGNAL)
    C(MSG_OOB) C(MSG_PEEK) C(MSG_PROXY) C(MSG_RST) C(MSG_SYN) C(MSG_TRUNC) C(MSG_WAITALL)
    C(NI_DGRAM) C(NI_IDN) C(NI_NAMEREQD) C(NI_NOFQDN) C(NI_NUMERICHOST) C(NI_NUMERICSERV)
    C(PF_APPLETALK) C(PF_DECnet) C(PF_INET) C(PF_INET6) C(PF_KEY) C(PF_LOCAL) C(PF_MAX)
    C(PF_ROUTE) C(PF_SNA) C(PF_UNIX) C(PF_UNSPEC) C(PF_X25) C(SCM_CREDENTIALS) C(SCM_RIGHTS)
    C(SCM_TIMESTAMP) C(SHUT_RD) C(SHUT_RDWR) C(SHUT_WR) C(SOCK_CLOEXEC) C(SOCK_DGRAM)
    C(SOCK_NONBLOCK) C(SOCK_RAW) C(SOCK_RDM) C(SOCK_SEQPACKET) C(SOCK_STREAM) C(SOL_SOCKET)
    C(SOMAXCONN) C(SO_ACCEPTCONN) C(SO_ATTACH_FILTER) C(SO_BINDTODEVICE) C(SO_BROADCAST)
    C(SO_BSDCOMPAT) C(SO_BUSY_POLL) C(SO_DEBUG) C(SO_DETACH_FILTER) C(SO_DOMAIN) C(SO_DONTROUTE)
    C(SO_ERROR) C(SO_KEEPALIVE) C(SO_LINGER) C(SO_LOCK_FILTER) C(SO_MARK) C(SO_OOBINLINE)
    C(SO_PASSCRED) C(SO_PEEK_OFF) C(SO_PEERCRED) C(SO_PRIORITY) C(SO_PROTOCOL) C(SO_RCVBUF)
    C(SO_RCVBUFFORCE) C(SO_RCVLOWAT) C(SO_RCVTIMEO) C(SO_REUSEADDR) C(SO_REUSEPORT) C(SO_RXQ_OVFL)
    C(SO_SECURITY_AUTHENTICATION) C(SO_SECURITY_ENCRYPTION_NETWORK)
    C(SO_SECURITY_ENCRYPTION_TRANSPORT) C(SO_SNDBUF) C(SO_SNDBUFFORCE) C(SO_SNDLOWAT)
    C(SO_SNDTIMEO) C(SO_TIMESTAMP) C(SO_TYPE) C(TCP_CONGESTION) C(TCP_CORK) C(TCP_DEFER_ACCEPT)
    C(TCP_FASTOPEN) C(TCP_INFO) C(TCP_KEEPCNT) C(TCP_KEEPIDLE) C(TCP_KEEPINTVL) C(TCP_LINGER2)
    C(TCP_MAXSEG) C(TCP_MD5SIG) C(TCP_NODELAY) C(TCP_QUICKACK) C(TCP_SYNCNT) C(TCP_USER_TIMEOUT)
    C(TCP_WINDOW_CLAMP) C(UIO_MAXIOV)
    // clang-format on
    {"NIx_NOHOST", 1},
    {"NIx_NOSERV", 2},
};
#undef C

// Exported, but no macros of this system (perl says so when one is used).
constexpr const char* kMissing =
    "AF_802 AF_AAL AF_CCITT AF_CHAOS AF_CTF AF_DATAKIT AF_DLI AF_ECMA AF_GOSIP AF_HYLINK "
    "AF_IMPLINK AF_ISO AF_LAST AF_LAT AF_LINK AF_NBS AF_NIT AF_NS AF_OSI AF_OSINET AF_PUP AF_USER "
    "AF_WAN EAI_BADHINTS EAI_PROTOCOL IPTOS_LOWDELAY IPTOS_MINCOST IPTOS_RELIABILITY "
    "IPTOS_THROUGHPUT IPV6_ADDRFROM MSG_BCAST MSG_BTAG MSG_CTLFLAGS MSG_CTLIGNORE MSG_EOF "
    "MSG_ETAG MSG_MAXIOVLEN MSG_MCAST MSG_URG MSG_WIRE PF_802 PF_AAL PF_CCITT PF_CHAOS PF_CTF "
    "PF_DATAKIT PF_DLI PF_ECMA PF_GOSIP PF_HYLINK PF_IMPLINK PF_ISO PF_LAST PF_LAT PF_LINK PF_NBS "
    "PF_NIT PF_NS PF_OSI PF_OSINET PF_PUP PF_USER PF_WAN SCM_CONNECT SCM_CREDS SO_BACKLOG "
    "SO_CHAMELEON SO_DGRAM_ERRIND SO_DONTLINGER SO_FAMILY SO_PASSIFNAME SO_PROTOTYPE SO_STATE "
    "SO_USELOOPBACK SO_XOPEN SO_XSE TCP_CONNECTIONTIMEOUT TCP_INIT_CWND TCP_KEEPALIVE TCP_MAXRT "
    "TCP_NOOPT TCP_NOPUSH TCP_SACK_ENABLE TCP_STDURG";

constexpr const char* kDeprecated = "AI_IDN_ALLOW_UNASSIGNED AI_IDN_USE_STD3_ASCII_RULES "
                                    "NI_IDN_ALLOW_UNASSIGNED NI_IDN_USE_STD3_ASCII_RULES";

Value deprecated(Call& call) {
  call.engine.die("The addrinfo constant " + std::string(native_name(call)) + " is deprecated");
  return {};
}

constexpr std::string_view kAnyAddress6("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
constexpr std::string_view kLoopback6("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01", 16);

}  // namespace

std::span<const NativeConstant> socket_constants() { return kIntegers; }

void define_socket_constants(Engine& engine) {
  for (std::string_view name : split_words(kMissing)) {
    define_native(engine, "Socket::" + std::string(name), missing_macro, "");
  }
  for (std::string_view name : split_words(kDeprecated)) {
    define_native(engine, "Socket::" + std::string(name), deprecated, "");
  }
  const struct {
    const char* name;
    std::string_view bytes;
  } texts[] = {{"CR", "\r"},
               {"LF", "\n"},
               {"CRLF", "\r\n"},
               {"INADDR_ANY", {"\0\0\0\0", 4}},
               {"INADDR_BROADCAST", "\xff\xff\xff\xff"},
               {"INADDR_LOOPBACK", {"\x7f\0\0\x01", 4}},
               {"INADDR_NONE", "\xff\xff\xff\xff"},
               {"IN6ADDR_ANY", kAnyAddress6},
               {"IN6ADDR_LOOPBACK", kLoopback6}};
  for (const auto& [name, bytes] : texts) {
    define_constant(engine, std::string("Socket::") + name, Value::string(bytes));
    if (bytes.size() <= 2) set_scalar(engine, std::string("Socket::") + name, Value::string(bytes));
  }
}

}  // namespace perlipc::builtin
