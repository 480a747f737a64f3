#include "annalist/understand/times/named_periods.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {

// A named period is a time where it is used as one ("during World War II", "the outbreak of the Korean War"),
// and not where it qualifies ("a World War II veteran") or is the actor of the clause.
Match named_period(Cursor c) {
  const Cursor first = c;
  c.take("the");
  if (c.peek() == nullptr || !c.peek()->capital) return std::nullopt;
  for (int i = 0; i < kNamedPeriodCount; ++i) {
    Cursor ahead = c;
    if (kNamedPeriods[i].words[0] != c.peek()->lower[0]) continue;
    if (!ahead.take_words(kNamedPeriods[i].words)) continue;
    const bool led = first.is_any({"during", "in", "since", "before", "after", "until", "till", "of", "from", "to", "through", "throughout",
                                   "between", "post", "pre", "by"},
                                  -1);
    const bool qualifies = ahead.upos() == Upos::kNoun || ahead.upos() == Upos::kPropn || ahead.is("-");
    if (!led || qualifies) return std::nullopt;
    Expression date;
    date.meaning = Meaning::kReference;
    date.reference = kNamedPeriods[i].value;
    return finished(date, first, ahead);
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
