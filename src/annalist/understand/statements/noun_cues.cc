#include <algorithm>
#include <string>
#include <utility>

#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/find_cues.h"

namespace annalist {
namespace {

// What the noun is about.
struct Complement {
  TokenIndex head = kNoToken;
  bool stance = false;  // a matter, no proposition
};

// "claim [that ...]", "order [to ...]", "statement [about how ...]", "criticism [of the plan]".
Complement complement_among(const AttributionContext& context, Children::View candidates, const Cue& cue, TokenIndex after) {
  for (const TokenIndex c : candidates) {
    const std::string_view relation = context.relation(c);
    if (c < after || context.token(c).deprel == "acl:relcl") continue;
    const std::string marker = context.marker(c);
    if (relation == "acl" || relation == "ccomp" || relation == "advcl") {
      if (marker == "that" && (cue.frames & kClause) != 0) return {c, false};
      if (marker == "to" && (cue.frames & kInfinitive) != 0) return {c, false};
      if (relation == "ccomp" && marker.empty() && (cue.frames & kClause) != 0) return {c, false};
    }
    if (!has_word(cue.prepositions, marker)) continue;
    if (relation == "nmod" || relation == "obl" || relation == "acl" || relation == "advcl") {
      const bool told = marker == "of" || marker == "for" || relation == "acl" || relation == "advcl";
      return {c, cue.cue_class == CueClass::kJudge || cue.cue_class == CueClass::kBelieve || !told};
    }
  }
  return {};
}

// The verb of which the noun is the object, when it only says that the utterance was made: "issued a statement".
TokenIndex light_verb(const AttributionContext& context, TokenIndex noun) {
  const TokenIndex verb = context.head(noun);
  return verb != kNoToken && context.relation(noun) == "obj" && is_light_verb(context.lemma(verb)) ? verb : kNoToken;
}

// Who made it: the subject of a light verb, a possessor, "by X".
std::vector<TokenIndex> makers(const AttributionContext& context, TokenIndex noun, TokenIndex verb) {
  if (verb != kNoToken) {
    if (const auto subjects = logical_subjects(context, verb); subjects && !subjects->empty()) return *subjects;
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

// "Issued the following statement:": the quotation behind the colon is what was said.
bool opens_quotation(const AttributionContext& context, TokenIndex noun) {
  const TokenRange sentence = context.sentence_tokens(noun);
  for (TokenIndex t = noun + 1; t < sentence.end && t < noun + 8; ++t) {
    if (context.token(t).form == ":") return true;
  }
  return false;
}

// "Amid calls for a probe", "questions about her age", "the claim that he fled": said by nobody named.
bool is_hearsay(const AttributionContext& context, TokenIndex noun, const Cue& cue, const Complement& about) {
  if (cue.cue_class != CueClass::kSay && cue.cue_class != CueClass::kAsk && cue.cue_class != CueClass::kJudge) return false;
  const bool plural = feature(context.token(noun), "Number") == "Plur";
  return plural && !about.stance;
}

Attribution noun_cue(const AttributionContext& context, TokenIndex noun, const Cue& cue) {
  Attribution out;
  const TokenIndex verb = light_verb(context, noun);
  if (verb != kNoToken ? context.is_negated(verb) : (cue.frames & kLight) != 0) return out;
  Complement about = complement_among(context, context.children.of(noun), cue, noun);
  if (about.head == kNoToken && verb != kNoToken) about = complement_among(context, context.children.of(verb), cue, noun);
  const bool quotation = about.head == kNoToken && verb != kNoToken && (cue.frames & kClause) != 0 && opens_quotation(context, noun);
  if (about.head == kNoToken && !quotation) return out;
  out.sources = makers(context, noun, verb);
  if (out.sources.empty()) {
    if (verb != kNoToken || quotation || !is_hearsay(context, noun, cue, about)) return out;
  } else {
    if (!can_speak(context, out.sources[0], true)) return out;
    const Token& source = context.token(out.sources[0]);
    if (is_second_person(source) || (is_first_person(source) && context.quote_of(noun) >= 0)) return out;
  }
  out.cue = &cue;
  out.top = verb != kNoToken ? verb : noun;
  out.cue_words = context.token(noun).words;
  if (verb != kNoToken && verb < noun) out.cue_words = cover(context.token(verb).words, out.cue_words);
  out.stance = about.stance;
  if (quotation) {
    out.cue_token = verb;
    return out;
  }
  TokenSet content(context, context.sentence_tokens(noun));
  content.add_subtree(about.head);
  out.content = content.ranges();
  if (!out.content.empty()) out.cue_token = noun;
  return out;
}

}  // namespace

void find_noun_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(context.reading.tokens.size()); ++t) {
    if (context.token(t).upos != Upos::kNoun) continue;
    const Cue* cue = find_noun_cue(context.lemma(t));
    if (cue == nullptr) continue;
    Attribution found = noun_cue(context, t, *cue);
    if (found.cue_token == kNoToken) continue;
    // "released a statement about ...": one cue, not the verb's and the noun's
    std::erase_if(out, [&](const Attribution& other) { return other.cue_token == found.top && other.cue_token != t; });
    out.push_back(std::move(found));
  }
}

}  // namespace annalist
