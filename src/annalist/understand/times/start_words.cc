#include "annalist/understand/times/start_words.h"

#include <string_view>
#include <unordered_set>

#include "annalist/base/date.h"
#include "annalist/understand/times/holidays.h"
#include "annalist/understand/times/named_periods.h"
#include "annalist/understand/times/rules.h"
#include "annalist/understand/times/time_words.h"

namespace annalist {
namespace {

constexpr std::string_view kWords[] = {
    // determiners, shifts
    "the", "a", "an", "this", "that", "these", "those", "same", "current", "present", "following", "previous", "preceding", "prior", "last",
    "past", "next", "coming", "upcoming", "final", "another", "single", "each", "every", "any", "all", "recent",
    // places within a period
    "early", "earlier", "mid", "late", "later", "beginning", "start", "end", "middle", "close", "turn", "onset", "rest", "remainder",
    "remaining", "opening", "closing", "very",
    // counts
    "half", "quarter", "several", "few", "many", "some", "countless", "couple", "various", "numerous", "multiple", "more", "less", "fewer",
    "longer", "up", "shortly",
    // whole expressions and their first words
    "today", "tonight", "tonite", "yesterday", "tomorrow", "tmrw", "tmr", "now", "currently", "nowadays", "presently", "recently", "lately",
    "soon", "date", "eod", "eom", "eoy", "noonish", "noontime", "midnight", "weekend", "weekends", "weekdays", "mornings", "afternoons",
    "evenings", "nights", "everyday", "semi", "semiannual", "semiannually", "bi", "biannual", "biannually", "biweekly", "bimonthly",
    "fiscal", "financial", "school", "academic", "fy", "sy", "cy", "ad", "ce", "q", "h", "workweek"};

std::unordered_set<std::string_view> start_words() {
  std::unordered_set<std::string_view> words(std::begin(kWords), std::end(kWords));
  for (int i = 0; i < kHolidayCount; ++i) {
    const std::string_view name = kHolidays[i].words.substr(0, kHolidays[i].words.find(' '));
    words.insert(name);
    if (name.ends_with('s')) words.insert(name.substr(0, name.size() - 1));
  }
  for (int i = 0; i < kNamedPeriodCount; ++i) words.insert(kNamedPeriods[i].words.substr(0, kNamedPeriods[i].words.find(' ')));
  return words;
}

}  // namespace

bool may_begin_time(const Cursor& at) {
  const Atom& atom = *at.peek();
  if (atom.kind == AtomKind::kNumber) return true;
  if (atom.kind == AtomKind::kMark) return atom.lower == "'" || atom.lower == "½";
  static const std::unordered_set<std::string_view> words = start_words();
  const std::string_view lower = atom.lower;
  if (words.contains(lower) || is_religious_month(lower) || lower.ends_with("days") || approximator(lower)) return true;
  if (month_by_name(lower) != 0 || weekday_by_name(lower) != 0 || unit_word(lower) || frequency_word(lower)) return true;
  if (!part_of_day(lower).empty() || !season(lower).empty() || decade_word(lower) >= 0) return true;
  return read_numeral(at.atoms(), at.at()) || read_ordinal(at.atoms(), at.at());
}

}  // namespace annalist
