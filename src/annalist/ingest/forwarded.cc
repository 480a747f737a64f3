#include "annalist/ingest/forwarded.h"

#include <algorithm>
#include <array>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

struct Line {
  size_t begin = 0, end = 0;  // with the line end
  std::string_view words;     // without > and blanks around
  bool quoted = false;
};

Line line_at(std::string_view text, size_t at) {
  const size_t stop = std::min(text.find('\n', at), text.size());
  Line out{at, std::min(stop + 1, text.size()), trim(text.substr(at, stop - at)), false};
  while (out.words.starts_with('>')) {
    out.quoted = true;
    out.words = trim(out.words.substr(1));
  }
  while (out.words.starts_with('*')) out.words.remove_prefix(1);  // "*From:* Ana Ruiz", bold made plain
  return out;
}

constexpr std::array<std::string_view, 9> kNames = {"from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to", "importance"};

// The name of a header line, and its value; empty when it is none.
std::string_view header_name(std::string_view words, std::string_view& value) {
  const size_t colon = words.find(':');
  if (colon == std::string_view::npos || colon > 10) return {};
  for (const std::string_view name : kNames) {
    if (!equal_ignoring_case(words.substr(0, colon), name)) continue;
    value = trim(words.substr(colon + 1));
    while (value.starts_with('*')) value.remove_prefix(1);
    value = trim(value);
    return name;
  }
  return {};
}

bool is_marker(std::string_view words) {
  const std::string lower = ascii_lower(words);
  if (lower.starts_with("begin forwarded message")) return true;
  if (!lower.starts_with("--") || !lower.ends_with("--")) return false;
  return lower.find("forwarded message") != std::string::npos || lower.find("original message") != std::string::npos ||
         lower.find("forwarded by") != std::string::npos;
}

// "Ana Ruiz <ana@example.org>" -> "Ana Ruiz"
std::string name_of_sender(std::string_view value) {
  std::string_view name = trim(value.substr(0, value.find_first_of("<[(")));
  while (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
  while (name.ends_with('"') || name.ends_with('\'')) name.remove_suffix(1);
  return name.find('@') == std::string_view::npos ? std::string(name) : "";
}

// The block of header lines that begins at `at`: "From:" and two more of which one is the date or the subject.
std::optional<Forwarded> block_at(std::string_view text, size_t at) {
  Forwarded out;
  out.head = at;
  size_t count = 0;
  bool from = false, other = false, open = false;
  while (at < text.size()) {
    const Line line = line_at(text, at);
    std::string_view value;
    const std::string_view name = header_name(line.words, value);
    if (name.empty()) {
      // A long value goes on in the next line; Apple Mail parts the lines by blank ones.
      const bool blank = line.words.empty();
      std::string_view next_value;
      if (blank && (count == 0 || (line.end < text.size() && !header_name(line_at(text, line.end).words, next_value).empty()))) {
        at = line.end;
        continue;
      }
      if (blank || !open || line.words.size() > 100) break;
      open = false;
      at = line.end;
      continue;
    }
    out.quoted = out.quoted || line.quoted;
    open = name == "to" || name == "cc" || name == "subject";
    ++count;
    if (name == "from") {
      if (from) break;
      from = true;
      out.from = name_of_sender(value);
    }
    if (name == "subject") out.subject = value;
    if (name == "date" || name == "sent") {
      if (const auto found = find_date(value)) out.date = found->date;
    }
    other = other || name == "subject" || name == "date" || name == "sent";
    at = line.end;
  }
  out.body = at;
  if (!from || !other || count < 3) return std::nullopt;
  return out;
}

// The first block from `from` on, with its marker; or one without, right at a line "From:".
std::optional<Forwarded> next_block(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size();) {
    const Line line = line_at(text, at);
    std::string_view value;
    const bool marker = is_marker(line.words);
    if (marker || header_name(line.words, value) == "from") {
      if (auto found = block_at(text, marker ? line.end : at)) {
        found->head = at;
        return found;
      }
    }
    at = line.end;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Forwarded> find_forwarded(std::string_view text) {
  constexpr size_t kFewWords = 40;
  std::optional<Forwarded> found = next_block(text, 0);
  while (found) {
    const auto inner = next_block(text, found->body);
    if (!inner || count_words(text.substr(found->body, inner->head - found->body)) > kFewWords) break;
    found = inner;
  }
  return found;
}

std::string bare_subject(std::string_view subject) {
  subject = trim(subject);
  while (true) {
    const std::string lower = ascii_lower(subject.substr(0, 8));
    bool cut = false;
    for (const std::string_view prefix : {"re:", "fwd:", "fw:", "aw:", "wg:", "tr:"}) {
      if (!lower.starts_with(prefix)) continue;
      subject = trim(subject.substr(prefix.size()));
      cut = true;
      break;
    }
    const size_t close = subject.find(']');
    if (!cut && subject.starts_with('[') && close != std::string_view::npos && close < 40 && close + 1 < subject.size()) {
      subject = trim(subject.substr(close + 1));
      cut = true;
    }
    if (!cut) return std::string(subject);
  }
}

}  // namespace annalist
