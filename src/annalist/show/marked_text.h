// A passage of an article as HTML in which the words of a record's slots stand out, each with its label in front, so that they are told
// apart without colour too. Marks may nest and may cross: crossing ones are split where they have to be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/span.h"

namespace annalist {

enum class MarkKind : uint8_t { kActor, kTrigger, kRecipient, kAmount, kPlace, kStatus, kSource, kCue, kContent };
std::string_view mark_name(MarkKind kind);  // "actor": label and class of its element

struct Mark {
  ByteSpan words;
  MarkKind kind = MarkKind::kActor;
  std::string meaning;  // whom the words stand for, when they don't say so: "Josef Harrane" for "he"; may be empty
  friend auto operator<=>(const Mark&, const Mark&) = default;
};

// <mark class="actor"><b class="label">actor</b>&nbsp;Velmora</mark> paid ...; a part of a mark after a split has the class "on" and no
// label. Marks are cut to the passage; those outside it are left out. REQUIRES: passage.end <= text.size()
std::string marked_html(std::string_view text, ByteSpan passage, std::vector<Mark> marks);

}  // namespace annalist
