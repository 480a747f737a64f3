#include <string>

#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/find_cues.h"

namespace annalist {
namespace {

// The clause that says what the noun is about: "claim [that ...]", "order [to ...]".
TokenIndex content_clause(const AttributionContext& context, TokenIndex noun, const Cue& cue) {
  for (const TokenIndex c : context.children.of(noun)) {
    const std::string_view relation = context.relation(c);
    if (context.token(c).deprel == "acl:relcl" || (relation != "acl" && relation != "ccomp")) continue;
    const std::string marker = context.marker(c);
    if (marker == "that" && (cue.frames & kClause) != 0) return c;
    if (marker == "to" && (cue.frames & kInfinitive) != 0) return c;
    if (relation == "ccomp" && marker.empty()) return c;
  }
  return kNoToken;
}

// Who made it: a possessor, "by X", or the subject of a light verb, whose words then join the cue.
std::vector<TokenIndex> makers(const AttributionContext& context, TokenIndex noun, ByteSpan& cue_words, TokenIndex& top) {
  const TokenIndex verb = context.head(noun);
  if (verb != kNoToken && context.relation(noun) == "obj" && is_light_verb(context.lemma(verb))) {
    const auto subjects = logical_subjects(context, verb);
    if (subjects && !subjects->empty()) {
      cue_words = cover(context.token(verb).words, cue_words);
      top = verb;
      return *subjects;
    }
  }
  for (const TokenIndex c : context.children.of(noun)) {
    const std::string marker = context.marker(c);
    if (context.token(c).deprel == "nmod:poss" || (context.relation(c) == "nmod" && (marker == "by" || marker == "from"))) return {c};
  }
  for (const TokenIndex c : context.children.of(noun)) {
    const std::string_view relation = context.relation(c);
    if ((relation == "compound" || relation == "amod") && !context.arguments.own_mentions_of(c).empty()) return {c};
  }
  return {};
}

}  // namespace

void find_noun_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(context.reading.tokens.size()); ++t) {
    if (context.token(t).upos != Upos::kNoun) continue;
    const Cue* cue = find_noun_cue(context.lemma(t));
    if (cue == nullptr) continue;
    const TokenIndex clause = content_clause(context, t, *cue);
    if (clause == kNoToken) continue;
    Attribution found;
    found.cue = cue;
    found.cue_token = found.top = t;
    found.cue_words = context.token(t).words;
    found.sources = makers(context, t, found.cue_words, found.top);
    if (found.sources.empty() || !can_speak(context, found.sources[0], true)) continue;
    if (is_first_person(context.token(found.sources[0])) && context.quote_of(t) >= 0) continue;
    TokenSet content(context, context.sentence_tokens(t));
    content.add_subtree(clause);
    found.content = content.ranges();
    if (!found.content.empty()) out.push_back(std::move(found));
  }
}

}  // namespace annalist
