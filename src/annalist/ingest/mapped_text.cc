#include "annalist/ingest/mapped_text.h"

#include <algorithm>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

// Invisible characters that say nothing in running text: controls, soft hyphen, zero-width and direction
// marks, variation selectors' byte order mark, non-characters. Zero-width joiners stay: some scripts need
// them.
bool is_dropped(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t' && c != '\r';
  return (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

bool is_line_end(char32_t c) { return c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\r'; }

// Whether a composition can never reach over the boundary before this character: it is no mark and no Hangul
// vowel or final.
bool starts_piece(char32_t c) {
  if (c < 0x300) return true;
  if (c >= 0x1160 && c <= 0x11FF) return false;
  return is_letter(c) || is_digit(c) || is_punctuation(c) || is_space(c);
}

// Appends one piece (a base character and its marks) in NFC.
void append_piece(MappedText& out, const MappedText& in, size_t begin, size_t end) {
  const std::string_view piece = std::string_view(in.text()).substr(begin, end - begin);
  const std::string composed = to_nfc(piece);
  if (composed == piece) {
    out.append_slice(in, begin, end);
    return;
  }
  const uint64_t raw = in.map().to_raw(static_cast<uint32_t>(begin));
  for (size_t at = 0; at < composed.size();) {
    const CodePoint c = decode_utf8(composed, at);
    out.append(std::string_view(composed).substr(at, c.bytes), raw);
    at += c.bytes;
  }
}

MappedText compose(const MappedText& in) {
  MappedText out;
  const std::string_view text = in.text();
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (at > begin && starts_piece(c.value)) {
      append_piece(out, in, begin, at);
      begin = at;
    }
    at += c.bytes;
  }
  if (begin < text.size()) append_piece(out, in, begin, text.size());
  return out;
}

}  // namespace

size_t last_character(std::string_view text) {
  size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

MappedText MappedText::identity(std::string_view text, uint64_t raw) {
  MappedText out;
  out.append(text, raw);
  return out;
}

void MappedText::append(std::string_view bytes, uint64_t raw) {
  if (bytes.empty()) return;
  const auto clean = static_cast<uint32_t>(text_.size());
  if (map_.runs.empty() || map_.runs.back().raw + (clean - map_.runs.back().clean) != raw) map_.runs.push_back({clean, raw});
  text_ += bytes;
}

void MappedText::append_slice(const MappedText& from, size_t begin, size_t end) {
  if (begin >= end) return;
  const auto& runs = from.map_.runs;
  auto run = std::upper_bound(runs.begin(), runs.end(), begin, [](size_t at, const OffsetRun& r) { return at < r.clean; }) - 1;
  for (; begin < end; ++run) {
    const size_t stop = run + 1 == runs.end() ? end : std::min<size_t>(end, (run + 1)->clean);
    append(std::string_view(from.text_).substr(begin, stop - begin), run->raw + (begin - run->clean));
    begin = stop;
  }
}

void MappedText::append_glue(std::string_view bytes) {
  // Not to one past the last byte: a character's source may be shorter than it, and the raw bytes end there.
  const uint64_t raw = text_.empty() ? 0 : map_.to_raw(static_cast<uint32_t>(last_character(text_)));
  for (size_t i = 0; i < bytes.size(); ++i) append(bytes.substr(i, 1), raw);
}

MappedText through(const MappedText& text, const MappedText& earlier) {
  const std::vector<OffsetRun>& before = earlier.map().runs;
  if (before.empty() || (before.size() == 1 && before[0] == OffsetRun{0, 0})) return text;
  MappedText out;
  const std::vector<OffsetRun>& runs = text.map().runs;
  for (size_t i = 0; i < runs.size(); ++i) {
    const size_t end = i + 1 < runs.size() ? runs[i + 1].clean : text.size();
    uint64_t at_earlier = runs[i].raw;
    auto run = std::upper_bound(before.begin(), before.end(), at_earlier, [](uint64_t at, const OffsetRun& r) { return at < r.clean; });
    for (size_t begin = runs[i].clean; begin < end;) {
      const size_t stop = run == before.end() ? end : std::min<size_t>(end, begin + (run->clean - at_earlier));
      out.append(std::string_view(text.text()).substr(begin, stop - begin), earlier.map().to_raw(static_cast<uint32_t>(at_earlier)));
      at_earlier += stop - begin;
      begin = stop;
      if (run != before.end()) ++run;
    }
  }
  return out;
}

MappedText clean_characters(const MappedText& in, bool spaces) {
  MappedText out;
  const std::string_view text = in.text();
  size_t begin = 0;  // of the stretch that is taken over as it is
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte >= 0x20 && byte < 0x7F) || byte == '\n') {
      ++at;
      continue;
    }
    const CodePoint c = decode_utf8(text, at);
    const bool line_end = is_line_end(c.value);
    const bool space = spaces && !line_end && is_space(c.value);
    if (line_end || space || is_dropped(c.value)) {
      out.append_slice(in, begin, at);
      const bool with_newline = c.value == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
      const uint64_t raw = in.map().to_raw(static_cast<uint32_t>(at));
      if (line_end && !with_newline) out.append("\n", raw);
      if (space) out.append(" ", raw);
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  out.append_slice(in, begin, text.size());
  return is_nfc(out.text()) ? out : compose(out);
}

MappedText collapse_spaces(const MappedText& in) {
  MappedText out;
  const std::string_view text = in.text();
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && blank(text[at])) ++at;
    size_t end = at;
    while (end < text.size() && !blank(text[end])) ++end;
    if (end == at) break;
    // The space is the one before the word, so that space and word are one run where the text has single
    // spaces.
    if (!out.empty()) out.append(" ", in.map().to_raw(static_cast<uint32_t>(at - 1)));
    out.append_slice(in, at, end);
    at = end;
  }
  return out;
}

}  // namespace annalist
