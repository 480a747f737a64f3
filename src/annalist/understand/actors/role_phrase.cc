#include "annalist/understand/actors/role_phrase.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/noun_phrase.h"
#include "annalist/understand/actors/partitives.h"

namespace annalist {
namespace {

size_t at(TokenIndex token) { return static_cast<size_t>(token); }

constexpr std::array<std::string_view, 10> kPast = {"deposed", "ex",  "exiled",  "former", "fugitive",
                                                    "late",    "old", "onetime", "ousted", "then"};
static_assert(std::ranges::is_sorted(kPast));

std::string case_of(const Discourse& discourse, TokenIndex head) {
  for (TokenIndex child : discourse.children.of(head)) {
    if (child < head && discourse.token(child).deprel == "case") return lower_lemma(discourse.token(child));
  }
  return {};
}

bool owner_relation(const Discourse& discourse, TokenIndex child, TokenIndex head) {
  const std::string_view relation = discourse.token(child).deprel;
  if (relation == "nmod:poss") return true;
  if (child < head) return relation == "amod" || relation == "compound" || relation == "nmod:desc" || relation == "nmod";
  if (base_relation(relation) != "nmod") return false;
  const std::string preposition = case_of(discourse, child);
  if (preposition == "to") {
    // "Ambassador to Iraq" is his office's; in "a message by the leader to Hamas" the phrase hangs wrongly.
    return has_addressee(lower_lemma(discourse.token(head)));
  }
  return preposition == "of" || preposition == "for" || preposition == "from" || preposition == "with" || preposition == "at";
}

void add_owners(const Discourse& discourse, TokenIndex head, TokenIndex before, const Draft& draft, std::vector<DraftIndex>& owners) {
  for (TokenIndex child : discourse.children.of(head)) {
    if (child >= before || !owner_relation(discourse, child, head)) continue;
    const DraftIndex owner = discourse.headed_by(child);
    if (owner == kNone || &discourse.draft(owner) == &draft) continue;
    const Draft& of = discourse.draft(owner);
    if (of.thing) {
      // "minister of foreign affairs of Iran", "head of the political bureau of Hamas": the owner lies one step deeper.
      if (child > head) add_owners(discourse, child, before, draft, owners);
      continue;
    }
    // "The Trump administration" is his; a person's name before a person's noun is another's: "Trump lawyer".
    if (draft.noun_class == NounClass::kPerson && of.mention.how == MentionHow::kName && of.mention.kind == EntityKind::kPerson &&
        child < head && discourse.token(child).deprel != "nmod:poss") {
      continue;
    }
    owners.push_back(owner);
  }
}

// The role's own words before the head, without article and owners.
std::vector<std::string> words_before(const Discourse& discourse, const Draft& draft) {
  std::vector<std::string> words;
  const TokenIndex head = draft.mention.head;
  for (TokenIndex i = head - 1; i >= draft.mention.tokens.begin; --i) {
    const Token& token = discourse.token(i);
    const std::string lower = to_lower(token.form);
    if (std::ranges::binary_search(kPast, std::string_view(lower))) continue;
    const bool modifier = token.upos == Upos::kAdj || is_noun(token) || token.upos == Upos::kX;
    const bool hyphen = token.form == "-" || token.form == "and" || token.form == "&";
    if (!modifier && !(hyphen && !words.empty())) break;
    const DraftIndex name = discourse.headed_by(i);
    if (name != kNone && discourse.draft(name).mention.how == MentionHow::kName) break;
    if (token.head != head && discourse.token(head).head != token.head && !dominates(discourse.reading, head, i)) break;
    words.insert(words.begin(), lower);
  }
  while (!words.empty() && (words.front() == "-" || words.front() == "and" || words.front() == "&")) words.erase(words.begin());
  return words;
}

std::string joined(const std::vector<std::string>& words, size_t from) {
  std::string text;
  for (size_t i = from; i < words.size(); ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

}  // namespace

RolePhrase read_role(const Discourse& discourse, DraftIndex description) {
  const Draft& draft = discourse.draft(description);
  RolePhrase role;
  const TokenIndex head = draft.mention.head;
  std::vector<std::string> words = words_before(discourse, draft);
  for (TokenIndex i = draft.mention.tokens.begin; i < head; ++i) {
    role.past |= std::ranges::binary_search(kPast, std::string_view(to_lower(discourse.token(i).form)));
  }
  const Token& noun = discourse.token(head);
  words.push_back(to_lower(noun.form));
  role.words = joined(words, 0);

  const TokenIndex of = of_phrase(discourse.reading, discourse.children, head);
  const DraftIndex of_draft = discourse.headed_by(of);
  if (of_draft != kNone && discourse.draft(of_draft).thing) {
    const Draft& thing = discourse.draft(of_draft);
    const TokenRange inner{thing.mention.tokens.begin, thing.mention.head + 1};
    const std::string longer = role.words + " of " + to_lower(discourse.words(span_of(discourse.reading, inner)));
    role.meanings = discourse.knowledge.role_meanings(longer);
    if (!role.meanings.empty()) {
      role.words = longer;
      role.whole = true;
    }
  }
  for (size_t from = 0; from < words.size() && role.meanings.empty(); ++from) {
    role.meanings = discourse.knowledge.role_meanings(joined(words, from));
    role.whole = from == 0 && !role.meanings.empty();
  }

  add_owners(discourse, head, static_cast<TokenIndex>(discourse.reading.tokens.size()), draft, role.owners);
  if (draft.title) {
    const DraftIndex name = name_after_title(discourse, description);
    if (name != kNone && discourse.draft(name).mention.head != head) {
      add_owners(discourse, discourse.draft(name).mention.head, head, draft, role.owners);
    }
  }
  std::ranges::sort(role.owners);
  const auto repeated = std::ranges::unique(role.owners);
  role.owners.erase(repeated.begin(), repeated.end());
  return role;
}

DraftIndex name_after_title(const Discourse& discourse, DraftIndex title) {
  TokenIndex next = discourse.draft(title).mention.tokens.end;
  for (size_t i = at(title) + 1; i < discourse.drafts.size(); ++i) {
    const Mention& mention = discourse.drafts[i].mention;
    if (mention.tokens.begin > next) break;
    if (mention.tokens.begin != next) continue;
    if (mention.how == MentionHow::kName) return static_cast<DraftIndex>(i);
    if (discourse.drafts[i].title) next = mention.tokens.end;  // "Supreme Leader Ayatollah Ali Khamenei"
  }
  return kNone;
}

DraftIndex title_before_name(const Discourse& discourse, DraftIndex name) {
  const TokenIndex begin = discourse.draft(name).mention.tokens.begin;
  DraftIndex nearest = kNone;
  TokenIndex edge = begin;
  for (DraftIndex i = name - 1; i >= 0 && i >= name - 8; --i) {
    const Draft& draft = discourse.draft(i);
    if (!draft.title || draft.mention.tokens.end != edge) continue;
    // Of "Supreme Leader Ayatollah" the office says more than the rank.
    if (nearest == kNone || !read_role(discourse, i).meanings.empty()) nearest = i;
    edge = draft.mention.tokens.begin;
  }
  return nearest;
}

std::string country_of(const Discourse& discourse, DraftIndex draft) {
  const Draft& asked = discourse.draft(draft);
  if (!asked.country.empty()) return asked.country;
  if (asked.mention.how != MentionHow::kDescription || asked.thing) return {};
  for (TokenIndex child : discourse.children.of(asked.mention.head)) {
    if (!owner_relation(discourse, child, asked.mention.head)) continue;
    const DraftIndex owner = discourse.headed_by(child);
    if (owner != kNone && owner != draft && !discourse.draft(owner).country.empty()) return discourse.draft(owner).country;
  }
  return {};
}

}  // namespace annalist
