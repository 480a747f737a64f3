#include "annalist/ingest/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

struct Label {
  std::string_view label;  // lower case, without - _ and spaces
  std::string_view name;
};
// Labels whose set is another than the C library takes them for, or that it does not know.
constexpr Label kLabels[] = {
    {"utf8", "UTF-8"},
    {"unicode11utf8", "UTF-8"},
    {"ascii", "windows-1252"},
    {"usascii", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"xcp1252", "windows-1252"},
    {"windows1252", "windows-1252"},
    {"latin9", "ISO-8859-15"},
    {"iso885915", "ISO-8859-15"},
    {"latin5", "windows-1254"},
    {"iso88599", "windows-1254"},
    {"tis620", "windows-874"},
    {"iso885911", "windows-874"},
    {"iso88598i", "ISO-8859-8"},
    {"logical", "ISO-8859-8"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8r", "KOI8-R"},
    {"koi8u", "KOI8-U"},
    {"koi8ru", "KOI8-U"},
    {"dos866", "IBM866"},
    {"cp866", "IBM866"},
    {"ibm866", "IBM866"},
    {"mac", "macintosh"},
    {"macroman", "macintosh"},
    {"xmacroman", "macintosh"},
    {"macintosh", "macintosh"},
    {"xmaccyrillic", "MAC-CYRILLIC"},
    {"maccyrillic", "MAC-CYRILLIC"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"xgbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"chinese", "GB18030"},
    {"euccn", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"xxbig5", "BIG5-HKSCS"},
    {"cnbig5", "BIG5-HKSCS"},
    {"big5hkscs", "BIG5-HKSCS"},
    {"shiftjis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"xsjis", "Shift_JIS"},
    {"mskanji", "Shift_JIS"},
    {"windows31j", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"xeucjp", "EUC-JP"},
    {"euckr", "EUC-KR"},
    {"uhc", "EUC-KR"},
    {"ksc56011987", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"korean", "EUC-KR"},
    {"windows949", "EUC-KR"},
    {"cp949", "EUC-KR"},
    {"utf16", "UTF-16LE"},
    {"ucs2", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
};
// What the C library calls the wider set that pages mean by a name.
constexpr Label kWider[] = {
    {"Shift_JIS", "CP932"}, {"EUC-KR", "CP949"}, {"windows-874", "CP874"}, {"macintosh", "MACINTOSH"}, {"windows-1252", "CP1252"}};

std::string library_name(std::string_view name) {
  for (const Label& row : kWider) {
    if (row.label == name) return std::string(row.name);
  }
  return std::string(name);
}

class Converter {
 public:
  explicit Converter(const std::string& name) : state_(iconv_open("WCHAR_T", name.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (known()) iconv_close(state_);
  }
  bool known() const { return state_ != reinterpret_cast<iconv_t>(-1); }

  // The next character of `bytes` at or after `at`, which is moved behind it; nullopt when there is none or it is broken.
  std::optional<char32_t> next(std::string_view bytes, size_t& at) {
    wchar_t one = 0;
    char* from = const_cast<char*>(bytes.data()) + at;  // iconv's interface; it does not write there
    size_t left = bytes.size() - at;
    char* to = reinterpret_cast<char*>(&one);
    size_t room = sizeof one;
    const size_t state = iconv(state_, &from, &left, &to, &room);
    incomplete_ = state == static_cast<size_t>(-1) && errno == EINVAL;
    at = bytes.size() - left;
    if (room > 0) iconv(state_, nullptr, nullptr, &to, &room);  // some sets hold a letter back in case a mark follows
    if (room > 0) return std::nullopt;
    return static_cast<char32_t>(one);
  }
  // Whether the last try found the beginning of a character at the end of the bytes.
  bool incomplete() const { return incomplete_; }
  void reset() { iconv(state_, nullptr, nullptr, nullptr, nullptr); }

 private:
  static_assert(sizeof(wchar_t) == 4);
  iconv_t state_;
  bool incomplete_ = false;
};

// What each byte means in a set of one byte a character, 0 where it means nothing; nullopt for a set of more bytes.
using ByteTable = std::array<char32_t, 256>;
std::optional<ByteTable> byte_table(Converter& converter) {
  ByteTable table{};
  for (size_t i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(i);
    size_t at = 0;
    converter.reset();
    const std::optional<char32_t> c = converter.next(std::string_view(&byte, 1), at);
    if (converter.incomplete() || (!c && at > 0)) return std::nullopt;
    table[i] = c.value_or(0);
  }
  return table;
}

Converted from_single_bytes(std::string_view bytes, const ByteTable& table, bool keep_controls) {
  Converted out;
  size_t begin = 0;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    char32_t c = table[byte];
    if (c == byte && byte < 0x80) continue;
    out.text.append(bytes.substr(begin, at - begin), begin);
    if (c == 0 && keep_controls) c = char32_t{byte};
    if (c == 0) {
      c = kReplacement;
      if (out.broken++ == 0) out.first_broken = at;
    }
    std::string one;
    append_utf8(one, c);
    out.text.append(one, at);
    begin = at + 1;
  }
  out.text.append(bytes.substr(begin), begin);
  return out;
}

// Whether a byte below 0x80 that begins a character is always that ASCII character.
bool holds_ascii(std::string_view name) {
  return !name.starts_with("UTF-16") && !name.starts_with("UTF-32") && !starts_ignoring_case(name, "iso-2022") &&
         !equal_ignoring_case(name, "hz-gb-2312") && !equal_ignoring_case(name, "utf-7") && !starts_ignoring_case(name, "ebcdic") &&
         !starts_ignoring_case(name, "ibm0") && !starts_ignoring_case(name, "ibm1") && !equal_ignoring_case(name, "ibm277");
}

// Of bytes above 0x7F: all; those that word processors write into English text in windows-1252 (quotation marks, dashes, the euro, a
// no-break space ...); and those that would be the Macintosh's quotation marks and dashes where windows-1252 has capitals within words.
struct HighBytes {
  size_t all = 0;
  size_t marks = 0;
  size_t mac_marks = 0;
};
HighBytes count_high_bytes(std::string_view bytes) {
  static constexpr std::string_view kMarks = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB7\xBB\xBD";
  const auto in_text = [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '\n' || c == '.' || c == ','; };
  HighBytes out;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) continue;
    ++out.all;
    out.marks += kMarks.find(bytes[at]) != std::string_view::npos ? 1U : 0U;
    const bool inside =
        at > 0 && at + 1 < bytes.size() && in_text(bytes[at - 1]) && (in_text(bytes[at + 1]) || is_ascii_alpha(bytes[at + 1]));
    out.mac_marks += byte >= 0xD0 && byte <= 0xD5 && inside ? 1U : 0U;
  }
  return out;
}

}  // namespace

std::optional<std::string> charset_by_label(std::string_view label) {
  label = trim(label);
  if (label.empty() || label.size() > 40) return std::nullopt;
  std::string key;
  for (const char c : label) {
    if (!is_ascii_alpha(c) && !is_ascii_digit(c) && c != '-' && c != '_' && c != ' ' && c != ':' && c != '.' && c != '+')
      return std::nullopt;
    if (is_ascii_alpha(c) || is_ascii_digit(c)) key += ascii_lower(c);
  }
  for (const Label& row : kLabels) {
    if (row.label == key) return std::string(row.name);
  }
  std::string name(label);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (name.starts_with("X-")) name.erase(0, 2);
  if (name.starts_with("WINDOWS-")) name = "windows-" + name.substr(8);
  if (name.starts_with("CP125") && name.size() == 6) name = "windows-" + name.substr(2);
  if (name == "WCHAR_T" || name == "CHAR" || name == "INTERNAL") return std::nullopt;  // the C library's own
  return Converter(library_name(name)).known() ? std::optional(name) : std::nullopt;
}

Converted convert_to_utf8(std::string_view bytes, const std::string& charset) {
  Converted out;
  Converter converter(library_name(charset));
  if (!converter.known()) {
    out.broken = bytes.size();
    return out;
  }
  // windows-1252 leaves five bytes open, which pages write for controls.
  if (const auto table = byte_table(converter)) return from_single_bytes(bytes, *table, charset == "windows-1252");
  converter.reset();
  const bool ascii = holds_ascii(charset);
  for (size_t at = 0; at < bytes.size();) {
    if (ascii && static_cast<unsigned char>(bytes[at]) < 0x80) {
      const size_t begin = at;
      while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
      out.text.append(bytes.substr(begin, at - begin), begin);
      continue;
    }
    const size_t begin = at;
    std::optional<char32_t> c = converter.next(bytes, at);
    if (!c && at >= bytes.size() && at > begin) break;                      // escapes at the end, and no character
    if (!c || (*c >= 0x80 && *c < 0xA0) || *c == 0xFFFE || *c == 0xFFFF) {  // controls stand for bytes of another set
      if (out.broken++ == 0) out.first_broken = begin;
      converter.reset();
      c = kReplacement;
      if (at == begin) ++at;
    }
    std::string one;
    append_utf8(one, *c);
    out.text.append(one, begin);
  }
  return out;
}

std::string guess_charset(std::string_view bytes) {
  static constexpr std::string_view kUsual = "windows-1252";
  const HighBytes high = count_high_bytes(bytes);
  if (high.marks * 2 >= high.all) return std::string(kUsual);
  if (high.all * 67 < bytes.size()) return std::string(high.mac_marks * 2 > high.all ? "macintosh" : kUsual);  // English, most likely
  const std::unique_ptr<struct uchardet, void (*)(struct uchardet*)> detector(uchardet_new(), uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
  uchardet_data_end(detector.get());
  const std::optional<std::string> name = charset_by_label(uchardet_get_charset(detector.get()));
  if (!name || *name == "UTF-8" || name->starts_with("UTF-")) return std::string(kUsual);
  return *name;
}

}  // namespace annalist
