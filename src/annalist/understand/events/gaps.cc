#include "annalist/understand/events/gaps.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "annalist/understand/events/match.h"

namespace annalist {
namespace {

// Verbs that tell of a state or only carry a noun: no pattern would rest on them alone.
bool tells_no_act(std::string_view lemma) {
  static constexpr std::array<std::string_view, 22> kVerbs = {"be",   "become",  "belong",    "concern", "consist", "do",   "get",  "have",
                                                              "hope", "include", "involve",   "keep",    "know",    "like", "make", "mean",
                                                              "need", "remain",  "represent", "seem",    "use",     "want"};
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

// The relation of the second actor: "" for an object, a preposition, or "-" when there is none.
std::string other_side(const Frame& frame, const Participants& participants, const Participant& first) {
  const auto other = [&](TokenIndex head) {
    for (const Participant& p : participants.under(head))
      if (participants.is_political(p) && p.words != first.words && (p.actor == kNone || p.actor != first.actor)) return true;
    return false;
  };
  for (const Argument& argument : frame.arguments) {
    if ((argument.kind == TermKind::kObject || argument.kind == TermKind::kIndirect) && other(argument.head)) return "";
  }
  for (const Argument& argument : frame.arguments)
    if (argument.kind == TermKind::kPreposition && argument.distance == 0 && other(argument.head)) return argument.preposition;
  return "-";
}

}  // namespace

void count_gaps(const Records& records, const Codebook& codebook, const Knowledge& knowledge, std::map<std::string, Gap>& gaps) {
  const Scene scene(records.document, records.reading, records.actors, records.times, records.amounts, records.statements, codebook,
                    knowledge);
  Matcher matcher(scene);
  std::set<TokenIndex> taken;
  for (const Statement& statement : records.statements.statements) taken.insert(statement.cue_token);
  for (const Event& event : records.events) taken.insert(event.trigger_token);
  const TokenIndex end = static_cast<TokenIndex>(records.reading.tokens.size());
  for (TokenIndex t = 0; t < end; ++t) {
    const bool noun = scene.token(t).upos == Upos::kNoun && !matcher.participants().at(t);  // not "the envoy of Iran to Iraq"
    if ((!scene.is_verb(t) && !noun) || taken.contains(t) || tells_no_act(scene.lemma(t)) || matcher.match(t) != nullptr) continue;
    const Frame frame = matcher.frames().frame(t, noun ? TriggerKind::kNoun : TriggerKind::kVerb);
    for (const TokenIndex subject : heads_of(frame, Term{TermKind::kSubject, {}}, true)) {
      const std::vector<Participant> doers = matcher.participants().under(subject);
      if (doers.empty() || !matcher.participants().is_political(doers.front())) continue;
      const std::string other = other_side(frame, matcher.participants(), doers.front());
      if (other == "-" || (noun && (other.empty() || other == "of" || other == "in"))) continue;  // "Iran's part of it", "its men in Iraq"
      Gap& gap = gaps[other.empty() ? scene.lemma(t) : scene.lemma(t) + " " + other];
      if (gap.count++ == 0)
        gap.example = std::string(words_of(records.document.text, records.reading.sentences[static_cast<size_t>(scene.sentence(t))].words));
      break;
    }
  }
}

}  // namespace annalist
