// Result<T>: a value, or the Error that stands in its place, with std::expected's names (C++23). No exception crosses a header of
// annalist: a function that can fail returns a Result. Finding nothing is no error; it is an empty value.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace annalist {

enum class ErrorCode {
  kBadArticle,        // this document can't be used: it is recorded and passed over, the rest goes on
  kBadConfiguration,  // a codebook, knowledge, model or archive file is wrong: the program refuses to start with it
  kIo,                // the system refused a file operation
  kUsage,             // the caller asked for what does not exist
};

struct Error {
  ErrorCode code = ErrorCode::kBadArticle;
  std::string message;  // what is wrong and what to do, one line
  std::string where;    // "file", "file:line", "file:line:column" or "file: byte N"; may be empty

  // "where: message", or the message alone.
  std::string text() const { return where.empty() ? message : where + ": " + message; }
  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value()
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !has_value()
  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : state_(std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<std::monostate, Error> state_;
};

}  // namespace annalist
