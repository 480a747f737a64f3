#include "annalist/ingest/encoding.h"

#include <array>
#include <cstdint>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

// windows-1252's bytes 0x80..0x9F (WHATWG index); the five that it leaves open stay controls.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// ISO-8859-15's eight differences from ISO-8859-1.
char32_t latin9(unsigned char byte) {
  switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x0160;
    case 0xA8: return 0x0161;
    case 0xB4: return 0x017D;
    case 0xB8: return 0x017E;
    case 0xBC: return 0x0152;
    case 0xBD: return 0x0153;
    case 0xBE: return 0x0178;
    default: return byte;
  }
}

MappedText from_single_byte(std::string_view bytes, bool is_latin9) {
  MappedText out;
  size_t begin = 0;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) continue;
    out.append(bytes.substr(begin, at - begin), begin);
    std::string one;
    append_utf8(one, byte < 0xA0 ? kWindows1252[byte - 0x80] : is_latin9 ? latin9(byte) : char32_t{byte});
    out.append(one, at);
    begin = at + 1;
  }
  out.append(bytes.substr(begin), begin);
  return out;
}

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

bool is_latin1_name(std::string_view name) {
  return name == "windows-1252" || name == "iso-8859-1" || name == "latin1" || name == "cp1252" || name == "us-ascii" || name == "ascii" ||
         name == "x-cp1252" || name == "iso8859-1" || name == "latin-1";
}

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

Decoded decode_bytes(std::string_view bytes, bool html) {
  Decoded out;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    const bool big = bytes[0] == '\xFE';
    bool broken = false;
    out.text = from_utf16(bytes, 2, big, broken);
    out.encoding = big ? "UTF-16BE" : "UTF-16LE";
    if (broken) out.note = "broken UTF-16 replaced by U+FFFD";
    return out;
  }
  out.encoding = "UTF-8";
  const size_t skip = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const size_t invalid = find_invalid_utf8(bytes.substr(skip));
  if (invalid == std::string_view::npos) {
    out.text = MappedText::identity(bytes.substr(skip), skip);
    return out;
  }
  const std::string declared = html ? declared_charset(bytes) : "";
  if (skip > 0 || is_mostly_utf8(bytes)) {
    out.text = from_broken_utf8(bytes, skip);
    out.note = broken_note(skip + invalid);
    return out;
  }
  const bool is_latin9 = declared == "iso-8859-15" || declared == "latin9";
  out.encoding = is_latin9 ? "ISO-8859-15" : "windows-1252";
  out.text = from_single_byte(bytes, is_latin9);
  if (!is_latin9 && !is_latin1_name(declared)) {
    out.note = "encoding guessed: windows-1252 (byte " + std::to_string(invalid) + " is no UTF-8";
    out.note += declared.empty() || declared == "utf-8" ? ")" : "; the page says " + declared + ", which is not read)";
  }
  return out;
}

std::string binary_kind(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "a PDF file";
  if (bytes.starts_with("PK\x03\x04")) return "a ZIP archive or an office document";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8")) return "an image";
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "";
  const std::string_view head = bytes.substr(0, 65536);
  if (head.find('\0') != std::string_view::npos) return "a binary file";
  size_t controls = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f') ++controls;
  }
  return controls * 20 > head.size() ? "a binary file" : "";
}

}  // namespace annalist
