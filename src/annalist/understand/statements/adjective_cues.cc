#include <string>
#include <utility>

#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/find_cues.h"

namespace annalist {
namespace {

// What is felt or held: "confident [that ...]", "eager [to ...]", "critical of [the plan]".
TokenIndex complement(const AttributionContext& context, TokenIndex adjective, const Cue& cue, bool& stance) {
  for (const TokenIndex c : context.children.of(adjective)) {
    const std::string_view relation = context.relation(c);
    const std::string marker = context.marker(c);
    const bool clause = relation == "ccomp" || (relation == "advcl" && marker == "that");
    if (clause && (cue.frames & kClause) != 0) return c;
    if ((relation == "xcomp" || relation == "advcl") && marker == "to" && (cue.frames & kInfinitive) != 0) return c;
    if ((relation == "obl" || relation == "advcl") && has_word(cue.prepositions, marker)) {
      stance = relation == "obl";
      return c;
    }
  }
  return kNoToken;
}

// "Made clear that": who made it, and the verb, whose words join the cue.
TokenIndex maker(const AttributionContext& context, TokenIndex adjective) {
  const TokenIndex verb = context.head(adjective);
  const bool made = verb != kNoToken && context.relation(adjective) == "xcomp" && context.lemma(verb) == "make";
  return made && context.lemma(adjective) == "clear" && !context.is_negated(verb) ? verb : kNoToken;
}

// "Egypt is confident that ...", "the mayor made clear that ..."
Attribution adjective_cue(const AttributionContext& context, TokenIndex adjective, const Cue& cue) {
  Attribution out;
  const TokenIndex verb = maker(context, adjective);
  if (verb == kNoToken && context.relation(adjective) == "xcomp") return out;  // "made sure that"
  TokenIndex clause = complement(context, adjective, cue, out.stance);
  if (clause == kNoToken && verb != kNoToken) clause = context.child(verb, "ccomp");
  if (clause == kNoToken || context.is_negated(adjective)) return out;
  if (verb != kNoToken) {
    const auto subjects = logical_subjects(context, verb);
    if (!subjects || subjects->empty()) return out;
    out.sources = *subjects;
  } else {
    const TokenIndex subject = context.child(adjective, "nsubj");
    if (subject == kNoToken) return out;
    out.sources = {subject};
  }
  const Token& token = context.token(out.sources[0]);
  if (is_second_person(token) || (is_first_person(token) && context.quote_of(adjective) >= 0)) return out;
  if (!can_speak(context, out.sources[0], true)) return out;
  TokenSet content(context, context.sentence_tokens(adjective));
  content.add_subtree(clause);
  out.cue = &cue;
  out.cue_token = adjective;
  out.top = verb != kNoToken ? verb : adjective;
  out.cue_words = context.token(adjective).words;
  if (verb != kNoToken && verb < adjective) out.cue_words = cover(context.token(verb).words, out.cue_words);
  out.content = content.ranges();
  return out;
}

}  // namespace

void find_adjective_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(context.reading.tokens.size()); ++t) {
    if (context.token(t).upos != Upos::kAdj) continue;
    const Cue* cue = find_adjective_cue(context.lemma(t));
    if (cue == nullptr) continue;
    Attribution found = adjective_cue(context, t, *cue);
    if (found.cue_token != kNoToken && !found.content.empty()) out.push_back(std::move(found));
  }
}

}  // namespace annalist
