#include "annalist/understand/events/gaps.h"

#include <algorithm>
#include <set>

#include "annalist/understand/events/match.h"

namespace annalist {
namespace {

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
    if (!scene.is_verb(t) || taken.contains(t) || matcher.match(t) != nullptr) continue;
    const Frame frame = matcher.frames().frame(t, TriggerKind::kVerb);
    for (const TokenIndex subject : heads_of(frame, Term{TermKind::kSubject, {}}, true)) {
      const std::vector<Participant> doers = matcher.participants().under(subject);
      if (doers.empty() || !matcher.participants().is_political(doers.front())) continue;
      const std::string other = other_side(frame, matcher.participants(), doers.front());
      if (other == "-") continue;
      Gap& gap = gaps[other.empty() ? scene.lemma(t) : scene.lemma(t) + " " + other];
      if (gap.count++ == 0)
        gap.example = std::string(words_of(records.document.text, records.reading.sentences[static_cast<size_t>(scene.sentence(t))].words));
      break;
    }
  }
}

}  // namespace annalist
