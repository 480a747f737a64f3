// A forwarded message in a mail's text: where the lines begin that say whose message it was ("From: ... Date: ... Subject: ..."), as Gmail,
// Outlook, Apple Mail and Thunderbird write them, and where its own text begins.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "annalist/base/date.h"

namespace annalist {

struct Forwarded {
  size_t head = 0;  // byte where the block of header lines begins, a marker above them with it
  size_t body = 0;  // byte where the text after them begins
  std::string from;
  std::string subject;
  std::optional<Date> date;
  bool quoted = false;  // the lines begin with >
};

// The innermost message that is forwarded: one forwarded again has several such blocks with few words between. nullopt when there is none.
std::optional<Forwarded> find_forwarded(std::string_view text);

// A subject without "Re:", "Fwd:", "[list]" before it.
std::string bare_subject(std::string_view subject);

}  // namespace annalist
