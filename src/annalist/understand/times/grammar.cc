#include "annalist/understand/times/grammar.h"

#include <utility>

#include "annalist/understand/times/rules.h"
#include "annalist/understand/times/start_words.h"

namespace annalist {
namespace {

struct Rule {
  std::string_view name;
  time_rules::Match (*match)(Cursor);
};

// Of matches of equal length the first rule's is taken.
constexpr Rule kRules[] = {{"interval", time_rules::interval},
                           {"clock interval", time_rules::clock_interval},
                           {"moment", time_rules::moment},
                           {"day", time_rules::day},
                           {"slash day", time_rules::slash_day},
                           {"holiday weekend", time_rules::holiday_weekend},
                           {"era year", time_rules::era_year},
                           {"week of", time_rules::week_of},
                           {"numbered week", time_rules::numbered_week},
                           {"numbered part", time_rules::numbered_part},
                           {"part of year", time_rules::part_of_year},
                           {"season", time_rules::season_of_year},
                           {"named period", time_rules::named_period},
                           {"religious date", time_rules::religious_date},
                           {"century", time_rules::century},
                           {"decade", time_rules::decade},
                           {"month", time_rules::month},
                           {"offset", time_rules::offset},
                           {"day of month", time_rules::day_of_month},
                           {"reckoned year", time_rules::reckoned_year},
                           {"deictic", time_rules::deictic},
                           {"today", time_rules::today},
                           {"set", time_rules::set},
                           {"weekday", time_rules::weekday},
                           {"year", time_rules::year},
                           {"duration", time_rules::duration},
                           {"reference", time_rules::reference}};

time_rules::Match longest(const SentenceAtoms& sentence, size_t at) {
  time_rules::Match best;
  if (!may_begin_time(Cursor(sentence, at))) return best;
  for (const Rule& rule : kRules) {
    time_rules::Match match = rule.match(Cursor(sentence, at));
    if (match && match->end > at && (!best || match->end > best->end)) best = std::move(match);
  }
  return best;
}

}  // namespace

std::vector<Expression> find_expressions(const SentenceAtoms& sentence) {
  std::vector<Expression> found;
  size_t at = 0;
  while (at < sentence.atoms.size()) {
    auto match = longest(sentence, at);
    if (!match) {
      ++at;
      continue;
    }
    at = match->end;
    found.push_back(*match);
    if (match->meaning == Meaning::kInterval) {
      const Expression from = match->parts[0];
      const Expression to = match->parts[1];
      found.push_back(from);
      found.push_back(to);
    }
  }
  return found;
}

}  // namespace annalist
