#include "annalist/understand/statements/nested.h"

#include <algorithm>
#include <utility>

#include "annalist/understand/statements/attribution_sources.h"

namespace annalist {
namespace {

bool holds(const std::vector<TokenRange>& content, TokenIndex t) {
  return std::any_of(content.begin(), content.end(), [&](TokenRange range) { return range.contains(t); });
}

bool is_infinitive(const AttributionContext& context, TokenIndex t) {
  return std::any_of(context.children.of(t).begin(), context.children.of(t).end(),
                     [&](TokenIndex c) { return context.relation(c) == "mark" && context.token(c).upos == Upos::kPart; });
}

// Whether the source is named or described, not a pronoun.
bool is_named(const AttributionContext& context, const Attribution& attribution) {
  return !attribution.sources.empty() && context.token(attribution.sources[0]).upos != Upos::kPron;
}

ActorIndex speaker(const AttributionContext& context, const Attribution& attribution) {
  if (attribution.sources.empty()) return kNone;
  const std::vector<Source> sources = sources_of(context, attribution.sources[0]);
  return sources.empty() ? kNone : sources[0].actor;
}

// A clause, a quotation, a request: something that was said, as against a matter that was spoken of.
bool tells_something(const AttributionContext& context, const Attribution& attribution) {
  if (!attribution.quotes.empty()) return true;
  const TokenIndex cue = attribution.cue_token;
  if (context.child(cue, "ccomp") != kNoToken || context.child(cue, "xcomp") != kNoToken) return true;
  return context.relation(cue) == "parataxis";
}

bool adds_a_speaker(const AttributionContext& context, const Attribution& inner, const Attribution& outer) {
  if (inner.cue == nullptr || inner.cue->cue_class == CueClass::kCite) return true;  // "according to", "reportedly"
  if (inner.stance) return false;
  if (context.token(inner.cue_token).upos == Upos::kNoun) return inner.top != inner.cue_token;  // "issued an order that"
  if (is_infinitive(context, inner.cue_token) && inner.quotes.empty()) return false;
  if (const ActorIndex who = speaker(context, inner); who != kNone && who == speaker(context, outer)) return false;
  const int quote = context.quote_of(inner.cue_token);
  const bool quoted = quote >= 0 && context.quote_of(outer.cue_token) != quote;
  switch (inner.cue->cue_class) {
    case CueClass::kSay:
    case CueClass::kAsk: return tells_something(context, inner) && (!quoted || is_named(context, inner));
    case CueClass::kBelieve:
    case CueClass::kPromise: return !quoted && is_named(context, inner) && context.child(inner.cue_token, "ccomp") != kNoToken;
    case CueClass::kShow:
    case CueClass::kJudge: return false;
    case CueClass::kCite: break;
  }
  return true;
}

}  // namespace

void drop_nested_attitudes(const AttributionContext& context, std::vector<Attribution>& attributions) {
  std::vector<bool> drop(attributions.size(), false);
  for (size_t i = 0; i < attributions.size(); ++i) {
    if (attributions[i].quoting >= 0) continue;
    for (size_t j = 0; j < attributions.size() && !drop[i]; ++j) {
      if (i == j || attributions[j].quoting >= 0 || !holds(attributions[j].content, attributions[i].cue_token)) continue;
      if (holds(attributions[i].content, attributions[j].cue_token)) continue;  // a misreading: neither is the outer one
      drop[i] = !adds_a_speaker(context, attributions[i], attributions[j]);
    }
  }
  std::vector<int> place(attributions.size(), -1);
  std::vector<Attribution> kept;
  for (size_t i = 0; i < attributions.size(); ++i) {
    const int quoting = attributions[i].quoting;
    if (drop[i] || (quoting >= 0 && drop[static_cast<size_t>(quoting)])) continue;
    place[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(attributions[i]));
  }
  for (Attribution& attribution : kept) {
    if (attribution.quoting >= 0) attribution.quoting = place[static_cast<size_t>(attribution.quoting)];
  }
  attributions = std::move(kept);
}

}  // namespace annalist
