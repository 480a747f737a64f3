// ByteSpan: a half-open stretch [begin, end) of a document's clean text, in bytes. Every record of annalist rests on such spans.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace annalist {

struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(ByteSpan inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

// The smallest span that holds both.
inline ByteSpan cover(ByteSpan a, ByteSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// The words of a span. REQUIRES: span.end <= text.size()
inline std::string_view words_of(std::string_view text, ByteSpan span) { return text.substr(span.begin, span.size()); }

}  // namespace annalist
