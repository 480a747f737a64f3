#include "annalist/nn/wordpiece.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

bool is_ascii_punctuation(char32_t c) {
  return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

bool is_cjk(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B81F) ||
         (c >= 0x2B820 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

enum class Role { kKept, kDropped, kSpace, kAlone };

Role role_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return Role::kSpace;
  if (is_ascii_punctuation(c)) return Role::kAlone;
  if (c >= 33 && c < 127) return Role::kKept;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ZS: return Role::kSpace;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN: return Role::kDropped;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return Role::kAlone;
    default: return c == kReplacement ? Role::kDropped : is_cjk(c) ? Role::kAlone : Role::kKept;
  }
}

// Lower-cased and decomposed.
std::string decomposed_lower(std::string_view token) {
  std::string lower = to_lower(token);
  if (std::all_of(lower.begin(), lower.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return lower;
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(lower.data()), static_cast<utf8proc_ssize_t>(lower.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
  if (size < 0) return lower;
  std::string out(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size));
  std::free(mapped);
  return out;
}

}  // namespace

CaseClass case_class(std::string_view token) {
  if (std::any_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; })) return CaseClass::kDigit;
  int letters = 0, upper = 0;
  bool first_is_upper = false;
  for (size_t at = 0; at < token.size();) {
    const CodePoint point = decode_utf8(token, at);
    at += point.bytes;
    if (!point.valid || !is_letter(point.value)) continue;
    const bool is_capital = is_upper(point.value);
    if (letters == 0) first_is_upper = is_capital;
    ++letters;
    upper += is_capital ? 1 : 0;
  }
  if (letters == 0) return CaseClass::kOther;
  if (upper == 0) return CaseClass::kLower;
  if (first_is_upper && upper == 1) return CaseClass::kTitle;
  return upper == letters ? CaseClass::kUpper : CaseClass::kMixed;
}

std::vector<std::string> basic_tokens(std::string_view token) {
  const std::string text = decomposed_lower(token);
  std::vector<std::string> parts;
  bool open = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const std::string_view bytes = std::string_view(text).substr(at, point.bytes);
    at += point.bytes;
    const Role role = point.valid ? role_of(point.value) : Role::kDropped;
    if (role == Role::kDropped) continue;
    if (role == Role::kKept) {
      if (!open) parts.emplace_back();
      open = true;
      parts.back() += bytes;
    } else {
      open = false;
      if (role == Role::kAlone) parts.emplace_back(bytes);
    }
  }
  return parts;
}

bool WordPiece::is_usable(std::string_view vocabulary, int expected_size) {
  const std::string lines = "\n" + std::string(vocabulary) + "\n";
  for (std::string_view special : {"\n[CLS]\n", "\n[SEP]\n", "\n[UNK]\n"}) {
    if (lines.find(special) == std::string::npos) return false;
  }
  const auto line_ends = std::count(vocabulary.begin(), vocabulary.end(), '\n');
  return line_ends + (vocabulary.ends_with('\n') ? 0 : 1) == expected_size;
}

WordPiece::WordPiece(std::string_view vocabulary) {
  const auto pieces = static_cast<size_t>(std::count(vocabulary.begin(), vocabulary.end(), '\n')) + 1;
  initial_.reserve(pieces);
  int32_t id = 0;
  for (std::string_view rest = vocabulary; !rest.empty(); ++id) {
    const std::string_view piece = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
    if (piece.size() > 2 && piece.starts_with("##")) {
      inner_.emplace(piece.substr(2), id);
    } else {
      initial_.emplace(piece, id);
    }
  }
  cls_ = find(initial_, "[CLS]");
  sep_ = find(initial_, "[SEP]");
  unk_ = find(initial_, "[UNK]");
}

int32_t WordPiece::find(const std::unordered_map<std::string_view, int32_t>& pieces, std::string_view text) const {
  const auto found = pieces.find(text);
  return found == pieces.end() ? -1 : found->second;
}

void WordPiece::append_part(std::string_view part, std::vector<int32_t>& out) const {
  constexpr size_t kLongestPart = 100;
  if (part.size() > kLongestPart && count_code_points(part) > kLongestPart) {
    out.push_back(unk_);
    return;
  }
  const size_t before = out.size();
  for (size_t begin = 0; begin < part.size();) {
    const auto& pieces = begin == 0 ? initial_ : inner_;
    size_t end = part.size();
    int32_t id = -1;
    for (; end > begin; --end) {
      id = find(pieces, part.substr(begin, end - begin));
      if (id >= 0) break;
    }
    if (id < 0) {
      out.resize(before);
      out.push_back(unk_);
      return;
    }
    out.push_back(id);
    begin = end;
  }
}

int WordPiece::append_pieces(std::string_view token, std::vector<int32_t>& out) const {
  const size_t before = out.size();
  for (const std::string& part : basic_tokens(token)) append_part(part, out);
  if (out.size() == before) out.push_back(unk_);
  return static_cast<int>(out.size() - before);
}

}  // namespace annalist
