#include "annalist/read/acronyms.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr size_t kShortest = 2, kLongest = 10;  // letters of an acronym
constexpr TokenIndex kLongestName = 12;         // words

const Token& token_at(const Reading& reading, TokenIndex index) { return reading.tokens[static_cast<size_t>(index)]; }

// The letters of an acronym ("U.N.H.C.R.", "AT&T", "DoD"), folded; empty where the form is none.
std::string letters_of(const std::string& form) {
  std::string letters;
  size_t count = 0, upper = 0;
  for (size_t i = 0; i < form.size();) {
    const CodePoint point = decode_utf8(form, i);
    if (is_letter(point.value)) {
      letters += fold(std::string_view(form).substr(i, point.bytes));
      ++count;
      upper += is_upper(point.value) ? 1U : 0U;
    } else if (point.value != U'.' && point.value != U'&' && point.value != U'-') {
      return {};
    }
    i += point.bytes;
  }
  return count >= kShortest && count <= kLongest && 2 * upper > count && is_upper(decode_utf8(form, 0).value) ? letters : std::string();
}

struct Initial {
  std::string letter;     // folded
  bool may_lack = false;  // of a small word, which acronyms leave out or not
};

std::vector<Initial> initials_of(const Reading& reading, TokenRange name) {
  std::vector<Initial> initials;
  for (TokenIndex t = name.begin; t < name.end; ++t) {
    const std::string& form = token_at(reading, t).form;
    const CodePoint first = decode_utf8(form, 0);
    if (is_letter(first.value)) initials.push_back({fold(std::string_view(form).substr(0, first.bytes)), !is_upper(first.value)});
  }
  return initials;
}

// Whether the letters are the initials from there on.
bool spells(std::string_view letters, const std::vector<Initial>& initials, size_t from) {
  if (from == initials.size()) return letters.empty();
  const Initial& next = initials[from];
  if (letters.starts_with(next.letter) && spells(letters.substr(next.letter.size()), initials, from + 1)) return true;
  return next.may_lack && spells(letters, initials, from + 1);
}

class Explanations {
 public:
  explicit Explanations(const Reading& reading) : reading_(reading) {
    for (const Entity& entity : reading.entities) {
      if (entity.kind == EntityKind::kPerson || entity.tokens.size() < 2 || entity.tokens.size() > kLongestName) continue;
      note_after(entity);
      note_before(entity);
    }
  }

  // The kind that the document gives the form, if it explains it.
  const EntityKind* find(const std::string& form) const {
    const auto found = kinds_.find(form);
    return found == kinds_.end() ? nullptr : &found->second;
  }
  bool empty() const { return kinds_.empty(); }

 private:
  bool is(TokenIndex index, std::string_view form) const {
    return index >= 0 && index < static_cast<TokenIndex>(reading_.tokens.size()) && token_at(reading_, index).form == form;
  }

  void note(TokenIndex acronym, const Entity& name) {
    const std::string letters = letters_of(token_at(reading_, acronym).form);
    if (!letters.empty() && spells(letters, initials_of(reading_, name.tokens), 0))
      kinds_.try_emplace(token_at(reading_, acronym).form, name.kind);
  }
  // "Name (ACR)", "Name (ACR, ...", "Name ('ACR')" is left out.
  void note_after(const Entity& name) {
    const TokenIndex end = name.tokens.end;
    if (is(end, "(") && (is(end + 2, ")") || is(end + 2, ",") || is(end + 2, ";"))) note(end + 1, name);
  }
  // "ACR (Name)", "ACR (the Name)"
  void note_before(const Entity& name) {
    TokenIndex open = name.tokens.begin - 1;
    if (is(open, "the") || is(open, "The")) --open;
    if (open > 0 && is(open, "(") && is(name.tokens.end, ")")) note(open - 1, name);
  }

  const Reading& reading_;
  std::map<std::string, EntityKind> kinds_;
};

}  // namespace

void settle_acronyms(Reading& reading) {
  const Explanations explained(reading);
  if (explained.empty()) return;
  std::vector<Entity> settled;
  auto entity = reading.entities.begin();
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(reading.tokens.size());) {
    const bool named = entity != reading.entities.end() && entity->tokens.begin == t;
    const EntityKind* kind = explained.find(token_at(reading, t).form);
    if (named) {
      settled.push_back(*entity);
      if (entity->tokens.size() == 1 && kind != nullptr) settled.back().kind = *kind;
      t = entity->tokens.end;
      ++entity;
      continue;
    }
    if (kind != nullptr) settled.push_back({{t, t + 1}, span_of(reading, {t, t + 1}), *kind});
    ++t;
  }
  reading.entities = std::move(settled);
}

}  // namespace annalist
