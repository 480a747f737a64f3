// When an event happened, by the times in its own sentence. A time belongs to the verb or event noun that it
// hangs on (Pustejovsky et al. 2010, TLINKs within the sentence); others share it through conjunction,
// control and participial clauses, never through what is said, relative clauses, or a noun that only refers
// ("condemned Monday's attack").
#pragma once

#include <optional>
#include <set>
#include <string>

#include "annalist/understand/events/match.h"

namespace annalist {

struct EventDate {
  DateRange range;
  std::string how;  // "timex in clause", "timex in sentence"; "since timex": from then to the publication date
};

// The date that the act's own clause gives, else the nearest that the sentence gives for it. `triggers`: all
// trigger tokens of the document.
std::optional<EventDate> date_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers);

// The date on a clause's verb itself, whether it is an event or not.
std::optional<DateRange> date_on(const Scene& scene, TokenIndex verb, const std::set<TokenIndex>& triggers);

}  // namespace annalist
