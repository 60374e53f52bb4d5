// Hashes: insertion order, deletion, growth, keys in both encodings.
#include "interp/value/convert.h"
#include "interp/value/hash.h"
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace perlipc {
namespace {

class HashTest : public ::testing::Test {
 protected:
  Hash* h = Hash::make();
  ~HashTest() override { h->release(); }
  std::string keys() {
    std::string all;
    std::size_t at = 0;
    while (Hash::Entry* e = h->next(at)) all += std::string(e->key->view()) + " ";
    return all;
  }
};

TEST_F(HashTest, KeepsInsertionOrder) {
  for (const char* k : {"one", "two", "three", "four"}) h->fetch(k);
  h->erase("two", false);
  h->fetch("two");
  EXPECT_EQ(keys(), "one three four two ");
  EXPECT_EQ(h->size(), 4u);
}

TEST_F(HashTest, EqualStringsAreEqualKeys) {
  h->fetch("\xe9") = Value::integer(1);
  EXPECT_NE(h->find("\xc3\xa9", true), nullptr);
  String* wide = String::make("\xc3\xa9", true);
  h->fetch(wide) = Value::integer(2);
  EXPECT_EQ(h->size(), 1u);
  EXPECT_GE(h->find_index(wide), 0);
  wide->release();
  // The same bytes without the flag are other characters.
  EXPECT_EQ(h->find("\xc3\xa9", false), nullptr);
  h->fetch("\xe2\x82\xac", true);
  EXPECT_EQ(h->find("\xe2\x82\xac", false), nullptr);
  EXPECT_NE(h->find("\xe2\x82\xac", true), nullptr);
  h->fetch("ascii", true);
  EXPECT_NE(h->find("ascii", false), nullptr);
}

TEST_F(HashTest, AgreesWithAMapUnderRandomWork) {
  std::map<std::string, int> model;
  std::mt19937 random(42);
  for (int n = 0; n < 200000; ++n) {
    std::string key = std::to_string(random() % 5000);
    if (random() % 3 == 0) {
      Value removed;
      bool did = h->erase(key, false, &removed);
      ASSERT_EQ(did, model.count(key) == 1);
      if (did) { ASSERT_EQ(removed.i, model[key]); }
      model.erase(key);
    } else {
      h->fetch(key) = Value::integer(n);
      model[key] = n;
    }
    ASSERT_EQ(h->size(), model.size());
  }
  for (auto& [key, n] : model) {
    Value* v = h->find(key);
    ASSERT_NE(v, nullptr);
    ASSERT_EQ(v->i, n);
  }
}

TEST_F(HashTest, DeletingDuringIterationIsSafe) {
  for (int n = 0; n < 1000; ++n) h->fetch(std::to_string(n));
  std::size_t at = 0, seen = 0;
  while (Hash::Entry* e = h->next(at)) {
    ++seen;
    std::string key(e->key->view());
    h->erase(key, false);
  }
  EXPECT_EQ(seen, 1000u);
  EXPECT_EQ(h->size(), 0u);
  h->fetch("again");
  EXPECT_EQ(keys(), "again ");
}

TEST_F(HashTest, RebuildKeepsTheIteratorOnItsEntry) {
  for (int n = 0; n < 16; ++n) h->fetch(std::to_string(n));
  for (int n = 0; n < 8; ++n) h->erase(std::to_string(n), false);
  h->iterator = 12;
  h->reserve(100);
  EXPECT_EQ(h->entries()[h->iterator].key->view(), "12");
}

TEST_F(HashTest, ClearReleasesValues) {
  Value v = Value::adopt_ref(Hash::make());
  for (int n = 0; n < 20; ++n) h->fetch(std::to_string(n)) = v;
  EXPECT_EQ(v.o->refs, 21u);
  h->clear();
  EXPECT_EQ(v.o->refs, 1u);
  EXPECT_EQ(h->find("3"), nullptr);
}

TEST_F(HashTest, HashDependsOnEveryByte) {
  std::map<std::uint32_t, int> seen;
  for (std::size_t length = 0; length < 70; ++length)
    for (std::size_t at = 0; at < length; ++at) {
      std::string s(length, 'a');
      s[at] = 'b';
      ++seen[Hash::hash_bytes(s)];
    }
  EXPECT_GE(seen.size(), 2414u);  // of 2415; one collision of 32 bits is forgiven
}

}  // namespace
}  // namespace perlipc
