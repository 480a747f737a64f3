#include "annalist/ingest/encoding.h"

#include <algorithm>
#include <optional>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/charset.h"

namespace annalist {
namespace {

char32_t utf16_unit(std::string_view bytes, size_t at, bool big) {
  const auto a = static_cast<unsigned char>(bytes[at]);
  const auto b = static_cast<unsigned char>(bytes[at + 1]);
  return big ? char32_t{a} << 8 | b : char32_t{b} << 8 | a;
}

MappedText from_utf16(std::string_view bytes, size_t at, bool big, bool& broken) {
  MappedText out;
  while (at + 1 < bytes.size()) {
    char32_t c = utf16_unit(bytes, at, big);
    size_t used = 2;
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = utf16_unit(bytes, at + 2, big);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        used = 4;
      }
    }
    if (c >= 0xD800 && c < 0xE000) {
      c = kReplacement;
      broken = true;
    }
    std::string one;
    append_utf8(one, c);
    out.append(one, at);
    at += used;
  }
  broken = broken || at < bytes.size();
  return out;
}

// UTF-8 with its broken sequences replaced (a file that says it is UTF-8 and for the most part is).
MappedText from_broken_utf8(std::string_view bytes, size_t at) {
  MappedText out;
  size_t begin = at;
  while (at < bytes.size()) {
    const CodePoint c = decode_utf8(bytes, at);
    if (!c.valid) {
      out.append(bytes.substr(begin, at - begin), begin);
      out.append("\xEF\xBF\xBD", at);
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  out.append(bytes.substr(begin), begin);
  return out;
}

std::string broken_note(size_t byte) { return "broken UTF-8 replaced by U+FFFD (first at byte " + std::to_string(byte) + ")"; }

// Broken bytes amid many good multi-byte sequences: it is damaged UTF-8 rather than another encoding.
bool is_mostly_utf8(std::string_view bytes) {
  size_t good = 0, bad = 0;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_utf8(bytes, at);
    if (!c.valid) ++bad;
    else if (c.bytes > 1) ++good;
    at += c.bytes;
  }
  return good > 10 * bad;
}

void add_note(std::string& note, const std::string& more) {
  if (!note.empty() && !more.empty()) note += "; ";
  note += more;
}

Decoded from_charset(std::string_view bytes, const std::string& charset) {
  Decoded out;
  Converted converted = convert_to_utf8(bytes, charset);
  out.text = std::move(converted.text);
  out.encoding = charset;
  if (converted.broken > 0)
    out.note = "bytes that are no " + charset + " replaced by U+FFFD (first at byte " + std::to_string(converted.first_broken) + ")";
  return out;
}

// By a byte order mark, which is never part of the text.
std::optional<Decoded> by_mark(std::string_view bytes) {
  Decoded out;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    out.encoding = "UTF-8";
    const size_t invalid = find_invalid_utf8(bytes.substr(3));
    if (invalid == std::string_view::npos) {
      out.text = MappedText::identity(bytes.substr(3), 3);
    } else {
      out.text = from_broken_utf8(bytes, 3);
      out.note = broken_note(3 + invalid);
    }
    return out;
  }
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return std::nullopt;
  const bool big = bytes[0] == '\xFE';
  bool broken = false;
  out.text = from_utf16(bytes, 2, big, broken);
  out.encoding = big ? "UTF-16BE" : "UTF-16LE";
  if (broken) out.note = "broken UTF-16 replaced by U+FFFD";
  return out;
}

constexpr char kEscape = '\x1B';

// Sets that write other scripts in seven bits, with escapes: as bytes they are good UTF-8 too.
bool is_seven_bit(std::string_view charset) { return starts_ignoring_case(charset, "iso-2022"); }

// "UTF-16LE" or "UTF-16BE" of text without a mark, empty when it is neither: text in any script has blanks and line ends, so one of
// the two bytes is often zero and the other hardly ever.
std::string unmarked_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  size_t zeros[2] = {0, 0};
  for (size_t at = 0; at < head.size(); ++at) zeros[at % 2] += head[at] == '\0' ? 1U : 0U;
  const size_t pairs = head.size() / 2;
  if (pairs < 4) return "";
  for (const size_t odd : {size_t{0}, size_t{1}}) {
    if (zeros[odd] * 10 < pairs || zeros[1 - odd] * 100 > pairs) continue;
    bool broken = false;
    const MappedText text = from_utf16(head.substr(0, pairs * 2 - 2), 0, odd == 0, broken);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; };
    if (!broken && std::none_of(text.text().begin(), text.text().end(), is_control)) return odd == 0 ? "UTF-16BE" : "UTF-16LE";
  }
  return "";
}

// What is said of the encoding: beside the bytes (a mail's or a response's header), else within them.
std::string declared_charset_or(std::string_view bytes, bool markup, std::string_view told) {
  if (charset_by_label(told)) return std::string(trim(told));
  std::string declared = markup ? declared_charset(bytes) : "";
  return declared.empty() ? std::string(trim(told)) : declared;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 4096));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      size_t begin = at + key.size();
      while (begin < head.size() && head[begin] == ' ') ++begin;
      if (begin >= head.size() || head[begin] != '=') continue;
      begin = head.find_first_not_of(" \"'", begin + 1);
      if (begin == std::string::npos) break;
      const size_t end = head.find_first_of("\"'>;/ ?", begin);
      if (end != std::string::npos && end > begin) return head.substr(begin, end - begin);
    }
  }
  return "";
}

Decoded decode_bytes(std::string_view bytes, bool markup, std::string_view told) {
  if (std::optional<Decoded> marked = by_mark(bytes)) return *std::move(marked);
  const std::string declared = declared_charset_or(bytes, markup, told);
  std::optional<std::string> charset = charset_by_label(declared);
  // Markup that can be read as ASCII is not in UTF-16, whatever it says.
  if (charset && charset->starts_with("UTF-16") && bytes.find('\0') == std::string_view::npos) charset = "UTF-8";
  if (const std::string wide = unmarked_utf16(bytes); !wide.empty()) {
    Decoded out = from_charset(bytes, wide);
    if (charset != wide) add_note(out.note, "encoding guessed: " + wide);
    return out;
  }
  Decoded out;
  out.encoding = "UTF-8";
  const size_t invalid = find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos && !(charset && is_seven_bit(*charset) && bytes.find(kEscape) != std::string_view::npos)) {
    out.text = MappedText::identity(bytes);
    return out;
  }
  if (charset && *charset != "UTF-8") {
    Decoded as_told = from_charset(bytes, *charset);
    if (as_told.note.empty()) return as_told;
  }
  if (is_mostly_utf8(bytes)) {
    out.text = from_broken_utf8(bytes, 0);
    out.note = broken_note(invalid);
    return out;
  }
  out = from_charset(bytes, guess_charset(bytes));
  std::string guess = "encoding guessed: " + out.encoding + " (byte " + std::to_string(invalid) + " is no UTF-8";
  if (!declared.empty() && charset != "UTF-8")
    guess += charset ? "; as " + *charset + ", which is declared, it is broken" : "; \"" + declared + "\", which is declared, is not known";
  add_note(guess += ")", out.note);
  out.note = std::move(guess);
  return out;
}

std::string binary_kind(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "a PDF file";
  if (bytes.starts_with("PK\x03\x04")) return "a ZIP archive or an office document";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8")) return "an image";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || !unmarked_utf16(bytes).empty()) return "";
  const std::string_view head = bytes.substr(0, 65536);
  if (head.find('\0') != std::string_view::npos) return "a binary file";
  size_t controls = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && c != kEscape && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f') ++controls;
  }
  return controls * 20 > head.size() ? "a binary file" : "";
}

}  // namespace annalist
