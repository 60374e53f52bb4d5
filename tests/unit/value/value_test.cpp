// Life of heap values: strings, arrays, destruction, weak references, globs.
#include "interp/value/value.h"
#include "tests/unit/value/fake_engine.h"
#include <gtest/gtest.h>

namespace perlipc {
namespace {
using testing::FakeEngine;
using testing::text_of;

Value object(FakeEngine& engine, std::string_view package) {
  Value ref = Value::adopt_ref(Hash::make());
  static_cast<Referent*>(ref.o)->set_stash(engine.stash(package, true));
  return ref;
}

TEST(StringTest, GrowsAndKeepsItsBytes) {
  String* s = String::make("abc");
  for (int n = 0; n < 1000; ++n) s = append(s, "0123456789", false);
  EXPECT_EQ(s->length, 10003u);
  EXPECT_EQ(s->view().substr(0, 5), "abc01");
  EXPECT_EQ(s->data[s->length], '\0');
  s->release();
}

TEST(StringTest, AppendsAcrossEncodings) {
  String* s = String::make("\xe9");
  s = append(s, "\xc4\x80", true);
  EXPECT_TRUE(s->utf8());
  EXPECT_EQ(s->view(), "\xc3\xa9\xc4\x80");
  s = append(s, "\xe9", false);
  EXPECT_EQ(s->char_length(), 3u);
  s->release();
}

TEST(StringTest, InternedStringsAreTheSameAndNeverCounted) {
  String* a = String::intern_immortal("name");
  String* b = String::intern_immortal(std::string("na") + "me");
  EXPECT_EQ(a, b);
  std::uint32_t refs = a->refs;
  a->retain();
  a->release();
  EXPECT_EQ(a->refs, refs);
  EXPECT_FALSE(a->unique());
}

TEST(StringTest, ComparesByCharacters) {
  String* bytes = String::make("\xe9");
  String* wide = String::make("\xc3\xa9", true);
  String* euro = String::make("\xe2\x82\xac", true);
  EXPECT_TRUE(equal_strings(bytes, wide));
  EXPECT_EQ(compare_strings(bytes, euro), -1);
  EXPECT_EQ(compare_strings(euro, bytes), 1);
  EXPECT_EQ(downgrade(euro), nullptr);
  for (String* s : {bytes, wide, euro}) s->release();
}

TEST(ArrayTest, WorksAsAQueueInBoundedRoom) {
  Array* a = Array::make();
  for (int n = 0; n < 100; ++n) a->push(Value::integer(n));
  for (int n = 100; n < 200000; ++n) {
    a->push(Value::integer(n));
    ASSERT_EQ(a->shift().i, n - 100);
  }
  EXPECT_EQ(a->size(), 100u);
  a->release();
}

TEST(ArrayTest, UnshiftAndSpliceKeepOrder) {
  Array* a = Array::make();
  for (int n = 0; n < 50; ++n) {
    Value v = Value::integer(-n);
    a->unshift(&v, 1);
  }
  EXPECT_EQ((*a)[0].i, -49);
  EXPECT_EQ((*a)[49].i, 0);
  Value put[] = {Value::integer(7), Value::integer(8), Value::integer(9)};
  std::vector<Value> gone;
  a->splice(10, 2, put, 3, &gone);
  ASSERT_EQ(gone.size(), 2u);
  EXPECT_EQ(gone[0].i, -39);
  EXPECT_EQ(a->size(), 51u);
  EXPECT_EQ((*a)[12].i, 9);
  EXPECT_EQ((*a)[13].i, -37);
  gone.clear();
  a->splice(0, 5, nullptr, 0, &gone);
  EXPECT_EQ((*a)[0].i, -44);
  a->release();
}

TEST(ArrayTest, GrowingLeavesElementsMissing) {
  Array* a = Array::make();
  a->resize(3);
  EXPECT_FALSE(a->exists(1));
  a->at_grow(1) = Value::integer(5);
  EXPECT_TRUE(a->exists(1));
  EXPECT_FALSE(a->exists(0));
  EXPECT_TRUE(a->pop().is_undef());
  a->release();
}

TEST(DestroyTest, LongChainsDoNotUseTheStack) {
  Value head;
  for (int n = 0; n < 1000000; ++n) head = Value::adopt_ref(Scalar::make(std::move(head)));
  head.set_undef();
  Value nested;
  for (int n = 0; n < 300000; ++n) {
    Array* a = Array::make();
    a->push(std::move(nested));
    nested = Value::adopt_ref(a);
  }
  nested.set_undef();
  SUCCEED();
}

TEST(DestroyTest, RunsDestroyOnceAndParentsFirst) {
  FakeEngine engine;
  std::vector<Referent*> order;
  engine.on_destroy = [&](Referent* r) { order.push_back(r); };
  Value parent = object(engine, "Foo"), child = object(engine, "Foo");
  Referent* p = static_cast<Referent*>(parent.o);
  Referent* c = static_cast<Referent*>(child.o);
  static_cast<Hash*>(parent.o)->fetch("child") = std::move(child);
  parent.set_undef();
  EXPECT_EQ(order, (std::vector<Referent*>{p, c}));
}

TEST(DestroyTest, AnObjectKeptByDestroyLives) {
  FakeEngine engine;
  Value kept;
  int runs = 0;
  engine.on_destroy = [&](Referent* r) {
    if (++runs == 1) kept = Value::ref(r);
  };
  Value v = object(engine, "Foo");
  Value weak_holder = Value::adopt_boxed(Scalar::make(v));
  weak_holder.box->weaken();
  v.set_undef();
  EXPECT_EQ(runs, 1);
  ASSERT_TRUE(kept.is_ref());
  EXPECT_EQ(kept.o->refs, 1u);
  EXPECT_TRUE(weak_holder.box->get().is_ref());
  kept.set_undef();
  EXPECT_EQ(runs, 2);
  EXPECT_TRUE(weak_holder.box->get().is_undef());
}

TEST(WeakTest, BecomesUndefWhenTheTargetGoes) {
  Value target = Value::adopt_ref(Array::make());
  Value a = Value::adopt_boxed(Scalar::make(target)), b = Value::adopt_boxed(Scalar::make(target));
  a.box->weaken();
  b.box->weaken();
  EXPECT_EQ(target.o->refs, 1u);
  EXPECT_TRUE(a.box->get().is_ref());
  EXPECT_EQ(target.o->refs, 1u);
  b.box->drop_weak();
  b.box->value = Value::integer(3);
  target.set_undef();
  EXPECT_TRUE(a.box->get().is_undef());
  EXPECT_TRUE(a.box->plain());
  EXPECT_EQ(b.box->get().i, 3);
}

TEST(WeakTest, AScalarThatDiesFirstIsForgotten) {
  Value target = Value::adopt_ref(Array::make());
  {
    Value holder = Value::adopt_boxed(Scalar::make(target));
    holder.box->weaken();
  }
  Value again = Value::adopt_boxed(Scalar::make(target));
  again.box->weaken();
  again.box->unweaken();
  EXPECT_EQ(target.o->refs, 2u);
}

TEST(GlobTest, NamesAndCode) {
  FakeEngine engine;
  Glob* g = engine.glob("Foo::bar", true);
  EXPECT_EQ(g->full_name(), "Foo::bar");
  std::uint64_t before = engine.method_generation();
  Code* code = Code::make();
  g->set_code(code);
  code->release();
  EXPECT_GT(engine.method_generation(), before);
  EXPECT_EQ(g->code(), code);
  EXPECT_EQ(text_of(engine, Value::glob(g)), "*Foo::bar");
  g->set_code(nullptr);
  EXPECT_EQ(engine.glob("Foo::baz", false), nullptr);
}

TEST(ReferenceTest, TextNamesTypeAndClass) {
  FakeEngine engine;
  Value array = Value::adopt_ref(Array::make());
  EXPECT_EQ(reference_text(array).substr(0, 8), "ARRAY(0x");
  Value blessed = object(engine, "My::Class");
  EXPECT_EQ(reference_text(blessed).substr(0, 17), "My::Class=HASH(0x");
  Value ref_ref = Value::adopt_ref(Scalar::make(array));
  EXPECT_STREQ(reference_type(ref_ref), "REF");
}

}  // namespace
}  // namespace perlipc
