#include "annalist/understand/statements/nested.h"

#include <algorithm>
#include <utility>

#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/covering.h"

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

// "She said it had failed, adding that ...": a participle behind a comma whose speaker is the outer one, hung below what she said.
bool goes_on(const AttributionContext& context, const Attribution& inner, const Attribution& outer) {
  const TokenIndex cue = inner.cue_token;
  const Token& token = context.token(cue);
  if (inner.top != cue || inner.sources.empty() || cue < outer.cue_token || context.sentence(cue) != context.sentence(outer.cue_token))
    return false;
  if (context.relation(cue) != "advcl" || !token.form.ends_with("ing") || context.child(cue, "nsubj") != kNoToken) return false;
  if (cue == 0 || context.token(cue - 1).form != "," || context.quote_of(cue) >= 0) return false;
  if (!outer.sources.empty() && inner.sources[0] == outer.sources[0]) return true;
  const ActorIndex who = speaker(context, inner);
  return who != kNone && who == speaker(context, outer);
}

// Takes what hangs on a token, from the token on, out of content.
void cut(const AttributionContext& context, TokenIndex head, Attribution& from) {
  const TokenIndex end = subtree_range(context.reading, context.children, head).end;
  std::vector<TokenRange> kept;
  for (const TokenRange range : from.content) {
    if (!range.contains(head)) {
      kept.push_back(range);
      continue;
    }
    if (head - 1 > range.begin) kept.push_back({range.begin, head - 1});
    if (end < range.end) kept.push_back({end, range.end});
  }
  from.content = std::move(kept);
}

bool adds_a_speaker(const AttributionContext& context, const Attribution& inner, const Attribution& outer) {
  if (inner.cue == nullptr) return context.token(inner.cue_token).upos != Upos::kAdp;  // "according to", "reportedly"; not "in the poll"
  if (inner.cue->cue_class == CueClass::kCite) return true;
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

void settle_nested(const AttributionContext& context, std::vector<Attribution>& attributions) {
  std::vector<Stretch> contents, cues;
  for (size_t i = 0; i < attributions.size(); ++i) {
    const auto cue = static_cast<uint32_t>(attributions[i].cue_token);
    cues.push_back({cue, cue + 1, 0});
    if (attributions[i].quoting >= 0) continue;
    for (const TokenRange range : attributions[i].content) {
      contents.push_back({static_cast<uint32_t>(range.begin), static_cast<uint32_t>(range.end), static_cast<int>(i)});
    }
  }
  const std::vector<std::vector<int>> around = owners_around(std::move(contents), cues);
  std::vector<bool> drop(attributions.size(), false);
  for (size_t i = 0; i < attributions.size(); ++i) {
    if (attributions[i].quoting >= 0) continue;
    for (const int outer : around[i]) {
      const auto j = static_cast<size_t>(outer);
      if (i == j || drop[i] || !holds(attributions[j].content, attributions[i].cue_token)) continue;  // or cut since
      if (holds(attributions[i].content, attributions[j].cue_token)) continue;  // a misreading: neither is the outer one
      if (goes_on(context, attributions[i], attributions[j])) {
        cut(context, attributions[i].cue_token, attributions[j]);
        continue;
      }
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
