#include "annalist/read/lemma_script.h"

#include <utf8proc.h>

#include <charconv>
#include <vector>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

// The byte offset of each character, and the size.
std::vector<size_t> character_offsets(std::string_view text) {
  std::vector<size_t> offsets;
  for (size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) offsets.push_back(at);
  offsets.push_back(text.size());
  return offsets;
}

std::string to_upper(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    append_utf8(out, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(point.value))));
    at += point.bytes;
  }
  return out;
}

std::string in_casing(std::string_view form, char casing) {
  switch (casing) {
    case 'l': return to_lower(form);
    case 'u': return to_upper(form);
    case 't': {
      const size_t first = form.empty() ? 0 : decode_utf8(form, 0).bytes;
      return to_upper(form.substr(0, first)) + to_lower(form.substr(first));
    }
    default: return std::string(form);
  }
}

bool to_size(std::string_view digits, size_t& out) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

std::optional<LemmaScript> LemmaScript::parse(std::string_view text) {
  LemmaScript script;
  if (text.starts_with('=')) {
    script.is_whole_ = true;
    script.suffix_ = text.substr(1);
    return script;
  }
  std::string_view field[5];
  for (size_t i = 0; i < 5; ++i) {
    const size_t bar = i < 4 ? text.find('|') : text.size();
    if (bar == std::string_view::npos) return std::nullopt;
    field[i] = text.substr(0, bar);
    text.remove_prefix(std::min(text.size(), bar + 1));
  }
  if (field[0].size() != 1 || std::string_view("lktu").find(field[0].front()) == std::string_view::npos) return std::nullopt;
  if (!to_size(field[1], script.front_) || !to_size(field[3], script.back_)) return std::nullopt;
  script.casing_ = field[0].front();
  script.prefix_ = field[2];
  script.suffix_ = field[4];
  return script;
}

std::string LemmaScript::apply(std::string_view form) const {
  if (is_whole_) return suffix_;
  const std::string cased = in_casing(form, casing_);
  const std::vector<size_t> offsets = character_offsets(cased);
  const size_t characters = offsets.size() - 1;
  if (front_ + back_ > characters) return to_lower(form);
  const size_t begin = offsets[front_], end = offsets[characters - back_];
  std::string lemma = prefix_ + cased.substr(begin, end - begin) + suffix_;
  return lemma.empty() ? to_lower(form) : lemma;
}

}  // namespace annalist
