#include <cstdlib>
#include <string>
#include <utility>

#include "annalist/base/utf8.h"
#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/find_cues.h"
#include "annalist/understand/statements/verb_content.h"

namespace annalist {
namespace {

class VerbCue {
 public:
  VerbCue(const AttributionContext& context, TokenIndex verb, const Cue& cue) : context_(context), verb_(verb), cue_(cue) {}

  // The attribution, or one without a cue token when the verb attributes nothing here.
  Attribution find() {
    Attribution out;
    if (is_unreal()) return out;
    out.cue = &cue_;
    out.top = verb_;
    VerbContent content = verb_content(context_, verb_, cue_);
    out.cue_words = content.cue_words;
    out.content = std::move(content.ranges);
    out.stance = content.stance;
    if (out.content.empty() && (cue_.frames & kClause) == 0) return out;
    const auto subjects = logical_subjects(context_, verb_);
    if (!subjects || !speaks(*subjects)) return out;
    if (subjects->empty() && (out.content.empty() || !is_hearsay_passive(out))) return out;
    out.sources = *subjects;
    out.cue_token = verb_;
    return out;
  }

 private:
  bool is(uint16_t frame) const { return (cue_.frames & frame) != 0; }

  // Not told: denied, merely possible, conditional.
  bool is_unreal() const {
    if (context_.is_negated(verb_) && cue_.cue_class != CueClass::kBelieve) return true;
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string form = to_lower(context_.token(c).form);
      if (context_.relation(c) == "aux" && (form == "can" || form == "ca" || form == "could" || form == "may" || form == "might" ||
                                            form == "should" || form == "must" || form == "would")) {
        return cue_.cue_class != CueClass::kBelieve || form != "would";
      }
      if (context_.relation(c) == "mark" && has_word("if without", form) && context_.relation(verb_) == "advcl") return true;
    }
    return false;
  }

  // "Is said to", "was asked about the ban", "is seen as a coward": told or judged by nobody named. What is merely done to somebody ("was
  // praised") is no attribution.
  bool is_hearsay_passive(const Attribution& found) const {
    if (cue_.lemma == "ask") return true;  // "when asked about the ban"
    const bool told = cue_.cue_class == CueClass::kSay || cue_.cue_class == CueClass::kBelieve;
    if (cue_.cue_class == CueClass::kJudge) return found.content.size() > 1;
    return told && is(kClause) && !is(kAddressee) && !has_word("allow decide know suppose", cue_.lemma);
  }

  bool speaks(const std::vector<TokenIndex>& subjects) const {
    const bool human_only = cue_.cue_class != CueClass::kSay || needs_speaker(cue_.lemma);
    for (const TokenIndex subject : subjects) {
      const Token& token = context_.token(subject);
      if (is_second_person(token)) return false;
      if (is_first_person(token) && context_.quote_of(verb_) >= 0) return false;  // the speaker of the quotation goes on
      if (!can_speak(context_, subject, human_only)) return false;
    }
    return true;
  }

  const AttributionContext& context_;
  TokenIndex verb_;
  const Cue& cue_;
};

// Any verb beside a quotation whose subject speaks: "'It is over,' he snarled".
constexpr Cue kQuoting = {"", CueClass::kSay, kClause, ""};

// "As Kline put it, ..."
bool puts_it(const AttributionContext& context, TokenIndex verb) {
  if (context.lemma(verb) != "put" || context.relation(verb) != "advcl" || context.marker(verb) != "as") return false;
  const TokenIndex object = context.child(verb, "obj");
  return object != kNoToken && to_lower(context.token(object).form) == "it";
}

bool stands_beside_quotation(const AttributionContext& context, TokenIndex verb) {
  const auto quoted = [&](TokenIndex t) {
    const int quote = context.quote_of(t);
    return quote >= 0 && quote != context.quote_of(verb) && !context.quoted[static_cast<size_t>(quote)].scare;
  };
  const TokenIndex subject = context.child(verb, "nsubj");
  if (subject == kNoToken || std::abs(subject - verb) > 4 || !can_speak(context, subject, true)) return false;
  const TokenIndex clause = context.child(verb, "ccomp");
  if (clause != kNoToken) return quoted(clause);
  const TokenIndex up = context.head(verb);
  return up != kNoToken && context.relation(verb) == "parataxis" && quoted(up) && context.child(verb, "obj") == kNoToken;
}

// "..., citing officials" (find_citing_cues), as against "cited the low turnout".
bool cites_a_speaker(const AttributionContext& context, TokenIndex verb) {
  const TokenIndex object = context.child(verb, "obj");
  return object != kNoToken && can_speak(context, object, true);
}

}  // namespace

void find_verb_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(context.reading.tokens.size()); ++t) {
    if (context.token(t).upos != Upos::kVerb) continue;
    const Cue* cue = context.verb_cue(t);
    if (cue == nullptr && puts_it(context, t)) cue = &kQuoting;
    if (cue == nullptr && stands_beside_quotation(context, t)) cue = &kQuoting;
    if (cue == nullptr || (cue->cue_class == CueClass::kCite && cites_a_speaker(context, t))) continue;
    Attribution found = VerbCue(context, t, *cue).find();
    if (found.cue_token != kNoToken) out.push_back(std::move(found));
  }
}

}  // namespace annalist
