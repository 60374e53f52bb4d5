// Intrusive reference counting for runtime resources. The count is not atomic: an object belongs to
// one interpreter, which runs on one thread at a time.
#pragma once

#include <cstdint>
#include <utility>

namespace perlipc::rt {

// Base of everything a handle may own. A new object starts with one reference, which Ref::adopt
// takes over.
class RefCounted {
 public:
  RefCounted(const RefCounted&) = delete;
  RefCounted& operator=(const RefCounted&) = delete;

  void retain() { ++references_; }
  void release() {
    if (--references_ == 0) delete this;
  }
  uint32_t reference_count() const { return references_; }

 protected:
  RefCounted() = default;
  virtual ~RefCounted() = default;

 private:
  uint32_t references_ = 1;
};

template <class T> class Ref {
 public:
  Ref() = default;
  Ref(const Ref& other) : object_(other.object_) {
    if (object_ != nullptr) object_->retain();
  }
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_ != nullptr) object_->release();
  }

  // Takes over the reference the caller holds.
  static Ref adopt(T* object) {
    Ref ref;
    ref.object_ = object;
    return ref;
  }
  // Adds a reference of its own.
  static Ref share(T* object) {
    if (object != nullptr) object->retain();
    return adopt(object);
  }
  // Gives the reference to the caller, who must release() it (an opaque handle slot does).
  T* leak() { return std::exchange(object_, nullptr); }

  T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }
  friend bool operator==(const Ref& a, const Ref& b) { return a.object_ == b.object_; }

 private:
  T* object_ = nullptr;
};

template <class T, class... Args> Ref<T> make_ref(Args&&... args) {
  return Ref<T>::adopt(new T(std::forward<Args>(args)...));
}

}  // namespace perlipc::rt
