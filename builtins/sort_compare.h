// Sorting by perl's built-in orders: stable merge sorts that read each key once.
#pragma once
#include "interp/value/convert.h"
#include <vector>

namespace perlipc::builtin {

// All sort plain rvalues in place. `sort LIST`, { $a cmp $b }: by characters.
void sort_by_text(Engine& engine, Value* items, std::size_t count, bool descending);
// { $a <=> $b }: by number; NaN compares equal to everything, as far as that is an order.
void sort_by_number(Engine& engine, Value* items, std::size_t count, bool descending);
// cmp and <=> of two values (overloads are the caller's business). <=> gives 2 for unordered.
int compare_text(Engine& engine, const Value& a, const Value& b);
int compare_numbers(Engine& engine, const Value& a, const Value& b);

// One range of merge_sort; room has space for half of it.
template <class After>
void merge_sort_range(Value* items, std::size_t count, Value* room, After& after) {
  if (count < 7) {
    for (std::size_t n = 1; n < count; ++n)
      for (std::size_t k = n; k > 0 && after(items[k - 1], items[k]); --k)
        std::swap(items[k - 1], items[k]);
    return;
  }
  std::size_t half = count / 2;
  merge_sort_range(items, half, room, after);
  merge_sort_range(items + half, count - half, room, after);
  if (!after(items[half - 1], items[half])) return;
  for (std::size_t n = 0; n < half; ++n) room[n] = std::move(items[n]);
  std::size_t left = 0, right = half, out = 0;
  try {
    while (left < half && right < count) {
      bool take_right = after(room[left], items[right]);
      items[out++] = std::move(take_right ? items[right++] : room[left++]);
    }
  } catch (...) {
    while (left < half) items[out++] = std::move(room[left++]);
    throw;
  }
  while (left < half) items[out++] = std::move(room[left++]);
}

// Stable merge sort; after(a, b) tells whether a sorts after b and may throw: then items are
// left in some order, each still there once.
template <class After> void merge_sort(Value* items, std::size_t count, After&& after) {
  std::vector<Value> room(count / 2 + 1);
  merge_sort_range(items, count, room.data(), after);
}

}  // namespace perlipc::builtin
