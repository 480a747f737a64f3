#include <algorithm>
#include <array>
#include <string_view>

#include "annalist/understand/times/rules.h"

namespace annalist {
namespace {

// Months of the Islamic and the Hebrew calendar under the spellings of newspapers, by their first word; which civil days they are depends
// on sightings of the moon and on rules that the text does not give.
constexpr std::array<std::string_view, 28> kMonths = {"adar",   "cheshvan", "dhu",      "dhul",     "elul",  "heshvan", "iyar",
                                                      "iyyar",  "jumada",   "kislev",   "muharram", "nisan", "nissan",  "rabi",
                                                      "rajab",  "ramadan",  "ramadhan", "ramazan",  "safar", "sha'ban", "shaaban",
                                                      "shaban", "shawwal",  "shevat",   "sivan",    "tevet", "tishrei", "tishri"};
static_assert(std::ranges::is_sorted(kMonths));

// "Dhu al-Hijjah", "Rabi al-awwal": what may follow the first word.
void take_rest_of_name(Cursor& c) {
  if (!c.is_any({"dhu", "dhul", "rabi", "jumada"}, -1)) return;
  c.take("-");
  if (c.take_any({"al", "ul", "el"})) c.take("-");
  if (c.peek() != nullptr && c.upos() == Upos::kPropn) c.skip();
}

}  // namespace

bool is_religious_month(std::string_view lower) { return std::ranges::binary_search(kMonths, lower); }

namespace time_rules {

// A date of a religious calendar is a time whose words alone stand for it: its value leaves all open. A bare name is one only behind a
// word of time, since people are called so too ("Ramadan Shallah said").
Match religious_date(Cursor c) {
  const Cursor first = c;
  const bool article = c.take("the");
  Cursor ahead = c;
  bool day = false;
  if (article && (ahead.take_any({"first", "last"}) || ahead.take_ordinal(30))) {
    const bool named = ahead.take_any({"day", "night", "friday", "week"});
    day = ahead.take("of") || !named;
  } else if (!article) {
    const auto number = ahead.take_integer(1, 2);
    day = number && *number >= 1 && *number <= 30;
    if (day) ahead.take("of");
  }
  if (day) c = ahead;
  c.take("holy");
  c.take("month");
  c.take("of");
  if (c.peek() == nullptr || !c.peek()->capital || !is_religious_month(c.peek()->lower)) return std::nullopt;
  const bool led =
      day || first.is_any({"during", "in", "since", "before", "after", "until", "till", "of", "throughout", "by", "end", "this"}, -1);
  c.skip();
  take_rest_of_name(c);
  if (!led || c.upos() == Upos::kPropn) return std::nullopt;
  Cursor year = c;
  year.take(",");
  if (const auto number = year.take_integer(4, 4); number && (*number < 1500 || *number > 5000)) {
    c = year;
    c.take_any({"ah", "am"});
  }
  Expression date;
  date.meaning = Meaning::kReference;
  date.reference = day ? "XXXX-XX-XX" : "XXXX-XX";
  return finished(date, first, c);
}

}  // namespace time_rules
}  // namespace annalist
