#include "annalist/understand/events/dates.h"

#include <algorithm>
#include <string_view>

namespace annalist {
namespace {

// The token of a range whose head lies outside it.
TokenIndex head_of(const Scene& scene, TokenRange tokens) {
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t)
    if (!tokens.contains(scene.token(t).head)) return t;
  return tokens.begin;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Prepositions that set something before or after, not at, what they govern.
bool is_sequence(std::string_view p) {
  return is_one_of(p, {"after", "before", "following", "since", "until", "till", "ahead of", "prior to", "pending"});
}

// Prepositions of what contains an act in time: "killed in an attack", "said at a summit".
bool is_containing(std::string_view p) { return is_one_of(p, {"in", "at", "during", "on", "amid", "within", "throughout"}); }

// The verb or event noun that a time hangs on, or kNoToken where it only describes a noun ("signed the 2015
// deal", "after the July war").
TokenIndex anchor_of(const Scene& scene, TokenIndex time, const std::set<TokenIndex>& triggers) {
  TokenIndex from = time;
  if (const TokenIndex verb = scene.token(time).head; verb != kNoToken && verb < time) {
    for (const TokenIndex c : scene.children.of(verb))  // "came after talks in Oslo on Friday"
      if (verb < c && c < time && triggers.contains(c) && is_sequence(scene.preposition(c))) return c;
  }
  for (TokenIndex t = scene.token(time).head; t != kNoToken; from = t, t = scene.token(t).head) {
    if (scene.is_verb(t) || triggers.contains(t) || scene.token(t).head == kNoToken) return t;
    if (!scene.is_nominal(t)) continue;
    const std::string preposition = scene.preposition(t);
    if (is_sequence(preposition)) return kNoToken;
    const bool describes = from < t || scene.token(from).deprel == "nmod:poss";
    if (describes && !is_containing(preposition)) return kNoToken;
  }
  return kNoToken;
}

// Whether a date passes from an act to the noun for another below it: to what contains it or is its event by
// another word.
bool noun_shares(const Scene& scene, TokenIndex noun, const std::set<TokenIndex>& triggers) {
  const Token& at = scene.token(noun);
  const std::string_view relation = base_relation(at.deprel);
  if (relation == "obj") return !triggers.contains(at.head);
  if (relation == "nsubj") return true;
  const std::string preposition = scene.preposition(noun);
  if (relation == "nmod") return preposition == "of" || preposition == "in";
  return relation == "obl" && (is_containing(preposition) || preposition == "by" || preposition == "with");
}

// Whether a clause or phrase under a head has that head's time.
bool step_shares(const Scene& scene, TokenIndex t, const std::set<TokenIndex>& triggers) {
  const Token& at = scene.token(t);
  const std::string_view relation = base_relation(at.deprel);
  if (relation == "conj" || relation == "xcomp") return true;
  if (relation == "advcl") {
    const TokenIndex mark = scene.child(t, "mark");
    const std::string word = mark == kNoToken ? std::string() : scene.lemma(mark);
    return word.empty() || is_one_of(word, {"by", "in", "while", "when", "as"});
  }
  return !scene.is_verb(t) && scene.is_nominal(t) && noun_shares(scene, t, triggers);
}

// Whether a word's clause hangs below another word.
bool is_under(const Scene& scene, TokenIndex low, TokenIndex high) {
  for (TokenIndex t = low; t != kNoToken; t = scene.governor(t))
    if (t == high) return true;
  return false;
}

// Steps from `low` up to `high` when all of them share the time, else nothing.
std::optional<int> shared_distance(const Scene& scene, TokenIndex low, TokenIndex high, const std::set<TokenIndex>& triggers) {
  int steps = 0;
  for (TokenIndex t = low; t != high; t = scene.governor(t), ++steps)
    if (t == kNoToken || !step_shares(scene, t, triggers)) return std::nullopt;
  return steps;
}

// Whether other arcs cross that from a time to its head: the parser then drew it out of the clause that it
// stands in ("the plan, due on May 5, was ..." with May 5 on "was").
bool is_crossed(const Scene& scene, TokenIndex time) {
  const TokenIndex head = scene.token(time).head;
  const TokenIndex first = std::min(time, head);
  const TokenIndex last = std::max(time, head);
  for (TokenIndex t = first + 1; t < last && first >= 0; ++t)
    if (const TokenIndex up = scene.token(t).head; up != kNoToken && (up < first || up > last)) return true;
  return false;
}

// How far the time's anchor is from the act: 0 its own; nothing when the time is another's.
std::optional<int> distance(const Scene& scene, TokenIndex anchor, const Match& match, const std::set<TokenIndex>& triggers) {
  const TokenIndex trigger = match.frame.trigger;
  if (anchor == trigger || anchor == match.frame.light) return 0;
  if (is_under(scene, anchor, trigger)) {
    if (match.absorbs && std::any_of(match.complements.begin(), match.complements.end(),
                                     [&](TokenIndex complement) { return scene.below(anchor, complement); }))
      return std::nullopt;  // "ordered them to leave by May 1"
    if (!scene.is_verb(anchor) && !is_containing(scene.preposition(anchor))) return std::nullopt;
    return shared_distance(scene, anchor, trigger, triggers);
  }
  const TokenIndex low = match.frame.light != kNoToken && is_under(scene, match.frame.light, anchor) ? match.frame.light : trigger;
  if (is_under(scene, low, anchor)) return shared_distance(scene, low, anchor, triggers);
  return std::nullopt;
}

// Days, months and years that are fixed; of an interval the whole, not its ends.
bool is_usable(const Scene& scene, const Timex& timex) {
  if (!timex.range || timex.type == TimexType::kSet || timex.type == TimexType::kDuration) return false;
  const std::vector<int>& beside = scene.times_in(scene.sentence(timex.tokens.begin));
  return std::none_of(beside.begin(), beside.end(), [&](int i) {
    const Timex& other = scene.times[static_cast<size_t>(i)];
    return &other != &timex && other.range && other.tokens.begin <= timex.tokens.begin && timex.tokens.end <= other.tokens.end &&
           other.tokens.size() > timex.tokens.size();
  });
}

int days_in(const DateRange& range) { return to_days(range.to) - to_days(range.from); }

// The date that a time gives: "since" runs on to the day of writing; what is before or after a time is not at
// it.
std::optional<EventDate> dated(const Scene& scene, const Timex& timex, TokenIndex head, int steps) {
  const std::string preposition = scene.preposition(head);
  EventDate out{*timex.range, steps == 0 ? "timex in clause" : "timex in sentence"};
  if (preposition == "since") {
    const auto& published = scene.document.published;
    if (published && out.range.from <= *published) out = {{out.range.from, *published}, "since timex"};
    return out;
  }
  if (is_sequence(preposition)) return std::nullopt;
  return out;
}

}  // namespace

std::optional<EventDate> date_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers) {
  std::optional<EventDate> best;
  int nearest = 0;
  for (const int i : scene.times_in(scene.sentence(match.frame.trigger))) {
    const Timex& timex = scene.times[static_cast<size_t>(i)];
    if (!is_usable(scene, timex)) continue;
    const TokenIndex head = head_of(scene, timex.tokens);
    const TokenIndex anchor = is_crossed(scene, head) ? kNoToken : anchor_of(scene, head, triggers);
    if (anchor == kNoToken) continue;
    const std::optional<int> steps = distance(scene, anchor, match, triggers);
    if (!steps) continue;
    const std::optional<EventDate> found = dated(scene, timex, head, *steps);
    if (!found) continue;
    if (best && (*steps > nearest || (*steps == nearest && days_in(found->range) >= days_in(best->range)))) continue;
    best = found;
    nearest = *steps;
  }
  return best;
}

std::optional<DateRange> date_on(const Scene& scene, TokenIndex verb, const std::set<TokenIndex>& triggers) {
  Match bare;
  bare.frame.trigger = verb;
  const std::optional<EventDate> found = date_of(scene, bare, triggers);
  if (!found || found->how != "timex in clause") return std::nullopt;
  return found->range;
}

}  // namespace annalist
