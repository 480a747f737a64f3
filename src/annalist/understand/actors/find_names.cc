#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/utf8.h"
#include "annalist/understand/actors/find_mentions.h"

namespace annalist {
namespace {

size_t at(TokenIndex token) { return static_cast<size_t>(token); }

struct Name {
  TokenRange tokens;
  EntityKind kind = EntityKind::kOther;
};

bool is_capitalised(const Token& token) { return !token.form.empty() && is_upper(decode_utf8(token.form, 0).value); }

EntityKind kind_of_known(const Discourse& discourse, const KnownSpan& span) {
  if (!span.countries.empty()) {
    const CountryWord how = span.countries.front().how;
    return how == CountryWord::kAdjective || how == CountryWord::kPeople ? EntityKind::kGroup : EntityKind::kPlace;
  }
  if (!span.actors.empty()) {
    switch (discourse.knowledge.actor(span.actors.front().actor).kind) {
      case ActorKind::kPerson: return EntityKind::kPerson;
      case ActorKind::kState: return EntityKind::kPlace;
      case ActorKind::kPeople:
      case ActorKind::kReligion: return EntityKind::kGroup;
      default: return EntityKind::kOrganization;
    }
  }
  return span.is_place ? EntityKind::kPlace : EntityKind::kOther;
}

bool is_led_or_backed(std::string_view form) {
  return form == "led" || form == "backed" || form == "based" || form == "sponsored" || form == "funded" || form == "supported" ||
         form == "linked";
}

bool is_common_noun(const Token& token) { return !is_capitalised(token) && token.upos == Upos::kNoun; }

// Names begin and end with words that names are made of, whatever the reader says: no article, no "'s", no title before a person.
std::optional<TokenRange> trimmed(const Discourse& discourse, Name name) {
  const Reading& reading = discourse.reading;
  TokenRange range = name.tokens;
  const auto loose = [&](TokenIndex token) {
    const Token& word = reading.tokens[at(token)];
    return word.upos == Upos::kPunct || word.deprel == "case" || (word.upos == Upos::kDet && word.lemma == "the");
  };
  while (range.begin < range.end && loose(range.begin)) ++range.begin;
  while (range.begin < range.end && loose(range.end - 1) && reading.tokens[at(range.end - 1)].form != ".") --range.end;
  if (name.kind == EntityKind::kPerson) {
    while (range.size() > 1) {
      const Token& first = reading.tokens[at(range.begin)];
      const std::string lower = to_lower(first.form);
      const AgentNoun* noun = find_agent_noun(lower);
      const bool title = (noun != nullptr && noun->noun_class == NounClass::kPerson && first.deprel != "flat") ||
                         (gender_of_title(lower) != Gender::kUnknown && lower != "king" && lower != "prince" && lower != "duke");
      if (!title) break;
      ++range.begin;
    }
  }
  // "U.S.-led", "Iran-backed": the name ends before the hyphen.
  for (TokenIndex token = range.begin + 1; token + 1 < range.end; ++token) {
    if (reading.tokens[at(token)].form == "-" && is_led_or_backed(reading.tokens[at(token + 1)].form)) range.end = token;
  }
  // "the Assad regime", "Yonhap news": the name is the first word; the whole is a description.
  const auto is_known = [&] { return !discourse.knowledge.country_meanings(discourse.words(span_of(reading, range))).empty(); };
  while (range.size() > 1 && is_common_noun(reading.tokens[at(range.end - 1)]) && !is_known()) --range.end;
  if (range.empty()) return std::nullopt;
  return range;
}

// "Minister", "Secretary of State", "August" are no names, whatever the reader says.
bool is_no_name(const Discourse& discourse, TokenRange range) {
  const std::string lower = to_lower(discourse.words(span_of(discourse.reading, range)));
  if (range.size() == 1) {
    if (const size_t hyphen = lower.rfind('-'); hyphen != std::string::npos && is_led_or_backed(std::string_view(lower).substr(hyphen + 1)))
      return true;
    const AgentNoun* noun = find_agent_noun(lower);
    if (noun != nullptr && noun->noun_class == NounClass::kPerson) return true;
    if (month_by_name(lower) != 0 || weekday_by_name(lower) != 0) return true;
    // "Foreign" of "Foreign Minister".
    if (range.end < static_cast<TokenIndex>(discourse.reading.tokens.size())) {
      return !discourse.knowledge.role_meanings(lower + ' ' + to_lower(discourse.token(range.end).form)).empty();
    }
    return false;
  }
  return !discourse.knowledge.role_meanings(lower).empty();
}

// Whether a find of the knowledge alone can stand as a name here.
bool can_be_name(const Reading& reading, const KnownSpan& span) {
  bool proper = false;
  for (int i = span.begin; i < span.end; ++i) {
    const Token& token = reading.tokens[at(i)];
    if (!is_capitalised(token)) continue;
    if (token.upos == Upos::kPropn) proper = true;
    if (!span.countries.empty() && (token.upos == Upos::kAdj || token.upos == Upos::kNoun)) proper = true;
    if (span.end - span.begin > 1 && i > span.begin) proper = true;
  }
  if (!proper) return false;
  // "U.S. military" of "U.S. military personnel" is no name there.
  const Token& last = reading.tokens[at(span.end - 1)];
  if (span.end - span.begin > 1 && !is_capitalised(last) && last.head >= span.end && base_relation(last.deprel) != "nsubj" &&
      base_relation(last.deprel) != "obl" && base_relation(last.deprel) != "obj") {
    return false;
  }
  const Token& first = reading.tokens[at(span.begin)];
  return first.upos != Upos::kPron && first.upos != Upos::kVerb && first.upos != Upos::kAux && first.upos != Upos::kAdp;
}

// Lays what the knowledge finds in one sentence over the reader's names: new ones are added, and a longer known name takes the place of
// the shorter ones inside it ("Islamic Republic" "Iran" -> "Islamic Republic of Iran").
void add_known_names(const Discourse& discourse, const Sentence& sentence, std::vector<Name>& names) {
  std::vector<std::string_view> forms;
  for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) forms.push_back(discourse.token(i).form);
  for (KnownSpan span : discourse.knowledge.scan(forms)) {
    span.begin += sentence.tokens.begin;
    span.end += sentence.tokens.begin;
    const TokenRange range{span.begin, span.end};
    const auto overlaps = [&](const Name& name) { return name.tokens.begin < range.end && range.begin < name.tokens.end; };
    const bool crossed = std::ranges::any_of(names, [&](const Name& name) {
      return overlaps(name) && (name.tokens.begin < range.begin || name.tokens.end > range.end || name.tokens == range);
    });
    if (crossed || !can_be_name(discourse.reading, span)) continue;
    // Places are too many to be trusted without the reader's word.
    if (span.countries.empty() && span.actors.empty()) continue;
    std::erase_if(names, overlaps);
    names.push_back({range, kind_of_known(discourse, span)});
  }
}

TokenIndex head_of(const Reading& reading, TokenRange range) {
  for (TokenIndex token = range.begin; token < range.end; ++token) {
    if (!range.contains(reading.tokens[at(token)].head) && reading.tokens[at(token)].upos != Upos::kPunct) return token;
  }
  return range.begin;
}

Gender gender_of_name(const Discourse& discourse, TokenRange range, TokenIndex head) {
  for (TokenIndex child : discourse.children.of(head)) {
    const Token& word = discourse.token(child);
    if (child >= range.begin || base_relation(word.deprel) == "nmod:poss") continue;
    const Gender gender = gender_of_title(lower_lemma(word));
    if (gender != Gender::kUnknown) return gender;
  }
  if (range.begin > 0) {
    const Gender gender = gender_of_title(lower_lemma(discourse.token(range.begin - 1)));
    if (gender != Gender::kUnknown) return gender;
  }
  return gender_of_given_name(discourse.token(range.begin).form);
}

Draft make_name(const Discourse& discourse, Name name, TokenRange range) {
  Draft draft;
  Mention& mention = draft.mention;
  mention.tokens = range;
  mention.words = span_of(discourse.reading, range);
  mention.head = head_of(discourse.reading, range);
  mention.kind = name.kind;
  mention.how = MentionHow::kName;
  const Token& head = discourse.token(mention.head);
  mention.plural = name.kind == EntityKind::kGroup && is_plural(head) && head.upos != Upos::kAdj;
  draft.sentence = discourse.sentence[at(mention.head)];
  draft.lemma = lower_lemma(head);
  draft.adjective = name.kind == EntityKind::kGroup && (head.deprel == "amod" || head.upos == Upos::kAdj);
  if (name.kind == EntityKind::kPerson) {
    draft.noun_class = NounClass::kPerson;
    draft.gender = gender_of_name(discourse, range, mention.head);
  } else if (name.kind == EntityKind::kOrganization) {
    draft.noun_class = NounClass::kBody;
  }
  return draft;
}

}  // namespace

void find_names(Discourse& discourse) {
  const Reading& reading = discourse.reading;
  size_t entity = 0;
  for (const Sentence& sentence : reading.sentences) {
    std::vector<Name> names;
    for (; entity < reading.entities.size() && reading.entities[entity].tokens.begin < sentence.tokens.end; ++entity) {
      Name name{reading.entities[entity].tokens, reading.entities[entity].kind};
      const std::optional<TokenRange> range = trimmed(discourse, name);
      if (range) names.push_back({*range, name.kind});
    }
    add_known_names(discourse, sentence, names);
    for (const Name& name : names) {
      const std::optional<TokenRange> range = trimmed(discourse, name);
      if (range && !is_no_name(discourse, *range)) discourse.drafts.push_back(make_name(discourse, name, *range));
    }
  }
}

}  // namespace annalist
