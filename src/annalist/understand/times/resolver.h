// Resolver: the work of resolve.h, one expression at a time. Its members lie in resolve.cc,
// resolve_calendar.cc, resolve_relative.cc and resolve_parts.cc.
#pragma once

#include <optional>

#include "annalist/understand/times/resolve.h"

namespace annalist {

class Resolver {
 public:
  Resolver(const Expression& expression, const WritingTime& writing, const SpokenTime& spoken, Outlook outlook)
      : expression_(expression), writing_(writing), spoken_(spoken), outlook_(outlook) {}

  Resolved run();

 private:
  void calendar();
  void month_and_day();
  void holiday();
  void weekday();
  void week_of();
  void season_or_part();
  void deictic();
  void offset();
  void duration();
  void set();
  void interval();
  void part_of_period();

  std::optional<int> year_of_month(int month, std::optional<int> day);
  void anchored_at(Origin origin) { result_.anchor = origin == Origin::kText && spoken_.range ? TimeAnchor::kText : writing_.anchor; }

  const Expression& expression_;
  const WritingTime& writing_;
  const SpokenTime& spoken_;
  Outlook outlook_;
  Resolved result_;
};

}  // namespace annalist
