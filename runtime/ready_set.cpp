// Kept sets.
//
// 1. A kept set is good while no descriptor of the process was closed or replaced: fd.h counts that,
//    and every close and dup2 in the process has to be counted. Only a process without a host that
//    closes descriptors behind our back may have kept sets.
// 2. Only pipes, FIFOs and sockets are kept: they tell epoll every change, and epoll knows no
//    others of which select(2) says more than "ready".
// 3. The kept set answers without waiting. Who has to wait asks select(2) as ever, signal mask and
//    all.
// 4. Its descriptor has a high number, so that new descriptors get the numbers they always got.
#include "runtime/ready_set.h"

#include "runtime/fd.h"

#include <algorithm>
#include <bit>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace perlipc::rt {

namespace {

constexpr unsigned kWorthKeeping = 16;    // equal calls in a row
constexpr std::size_t kFewWatched = 32;   // select(2) is as fast
constexpr std::size_t kJudgedAfter = 64;  // answers
constexpr std::size_t kEventCost = 8;     // descriptors of a select(2)
constexpr int kNumberGap = 256;           // above the highest watched descriptor

// select(2), "Correspondence between select() and poll() notifications".
constexpr std::uint32_t kReadAsk = EPOLLIN | EPOLLRDNORM | EPOLLRDBAND;
constexpr std::uint32_t kReadAnswer = kReadAsk | EPOLLHUP | EPOLLERR;
constexpr std::uint32_t kWriteAsk = EPOLLOUT | EPOLLWRNORM | EPOLLWRBAND;
constexpr std::uint32_t kWriteAnswer = kWriteAsk | EPOLLERR;
constexpr std::uint32_t kExcept = EPOLLPRI;

int g_kept_fd = -1;

bool has_bit(const std::optional<std::string>& bits, std::size_t fd) {
  return bits && fd / 8 < bits->size() &&
         (static_cast<unsigned char>((*bits)[fd / 8]) >> fd % 8 & 1) != 0;
}

void set_bit(std::string& bits, std::size_t fd) {
  bits[fd / 8] = static_cast<char>(static_cast<unsigned char>(bits[fd / 8]) | 1U << fd % 8);
}

void clear_bits(std::optional<std::string>& bits) {
  if (bits) bits->assign(bits->size(), '\0');
}

bool tells_epoll(int fd) {
  struct stat status;
  return ::fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

// The epoll descriptor on a number of at least `lowest`.
int make_kept_fd(int lowest) {
  const int low = ::epoll_create1(EPOLL_CLOEXEC);
  if (low == -1) return -1;
  const int high = ::fcntl(low, F_DUPFD_CLOEXEC, lowest);
  ::close(low);
  return high;
}

}  // namespace

bool is_private_fd(int fd) { return fd >= 0 && fd == g_kept_fd; }

void ReadySet::forget() {
  if (kept_) {
    ::close(g_kept_fd);
    g_kept_fd = -1;
  }
  kept_ = refused_ = false;
  repeats_ = 0;
  happened_ = answers_ = 0;
}

bool ReadySet::same_as_before(const SelectSets& sets) const {
  return generation_ == descriptor_generation() && sets.read == before_.read &&
         sets.write == before_.write && sets.except == before_.except;
}

void ReadySet::remember(const SelectSets& sets) {
  forget();
  before_ = sets;
  generation_ = descriptor_generation();
}

std::uint32_t ReadySet::wanted_events(std::size_t fd) const {
  return (has_bit(before_.read, fd) ? kReadAsk : 0) | (has_bit(before_.write, fd) ? kWriteAsk : 0) |
         (has_bit(before_.except, fd) ? kExcept : 0);
}

bool ReadySet::watch(int fd, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.fd = fd;
  return tells_epoll(fd) && ::epoll_ctl(g_kept_fd, EPOLL_CTL_ADD, fd, &event) == 0;
}

bool ReadySet::keep() {
  if (g_kept_fd != -1) return false;  // another interpreter's
  const auto size = [](const std::optional<std::string>& bits) { return bits ? bits->size() : 0; };
  const std::size_t end =
      8 * std::max({size(before_.read), size(before_.write), size(before_.except)});
  std::vector<int> watched;
  for (std::size_t fd = 0; fd < end; ++fd)
    if (wanted_events(fd) != 0) watched.push_back(static_cast<int>(fd));
  if (watched.size() < kFewWatched) return false;
  g_kept_fd = make_kept_fd(watched.back() + kNumberGap);
  kept_ = g_kept_fd != -1;
  if (!kept_) return false;
  events_.resize(watched.size());
  return std::ranges::all_of(
      watched, [&](int fd) { return watch(fd, wanted_events(static_cast<std::size_t>(fd))); });
}

int ReadySet::count_ready(int events) const {
  int count = 0;
  for (int n = 0; n < events; ++n) {
    const epoll_event& event = events_[static_cast<std::size_t>(n)];
    const auto fd = static_cast<std::size_t>(event.data.fd);
    count += (event.events & kReadAnswer) != 0 && has_bit(before_.read, fd) ? 1 : 0;
    count += (event.events & kWriteAnswer) != 0 && has_bit(before_.write, fd) ? 1 : 0;
    count += (event.events & kExcept) != 0 && has_bit(before_.except, fd) ? 1 : 0;
  }
  return count;
}

void ReadySet::store_ready(int events, SelectSets& sets) const {
  clear_bits(sets.read), clear_bits(sets.write), clear_bits(sets.except);
  for (int n = 0; n < events; ++n) {
    const epoll_event& event = events_[static_cast<std::size_t>(n)];
    const auto fd = static_cast<std::size_t>(event.data.fd);
    if ((event.events & kReadAnswer) != 0 && has_bit(before_.read, fd)) set_bit(*sets.read, fd);
    if ((event.events & kWriteAnswer) != 0 && has_bit(before_.write, fd)) set_bit(*sets.write, fd);
    if ((event.events & kExcept) != 0 && has_bit(before_.except, fd)) set_bit(*sets.except, fd);
  }
}

// A kept set costs something for each event, select(2) for each descriptor.
bool ReadySet::pays(int events) {
  if (events < 0) return false;
  happened_ += static_cast<std::size_t>(events);
  if (++answers_ < kJudgedAfter) return true;
  const bool few = happened_ * kEventCost <= events_.size() * answers_;
  happened_ = answers_ = 0;
  return few;
}

std::optional<int> ReadySet::ready_now(SelectSets& sets, bool may_wait) {
  if (!same_as_before(sets)) {
    remember(sets);
    return std::nullopt;
  }
  if (!kept_) {
    if (refused_ || ++repeats_ < kWorthKeeping) return std::nullopt;
    if (!keep()) {
      forget();
      refused_ = true;
      return std::nullopt;
    }
  }
  const int events = ::epoll_wait(g_kept_fd, events_.data(), static_cast<int>(events_.size()), 0);
  const int ready = events > 0 ? count_ready(events) : 0;
  const bool answered = events >= 0 && (ready > 0 || !may_wait);
  if (answered) store_ready(events, sets);
  if (!pays(events)) {
    forget();
    refused_ = true;
  }
  return answered ? std::optional<int>(ready) : std::nullopt;
}

}  // namespace perlipc::rt
