#include "annalist/understand/statements/find_statements.h"

#include <algorithm>

#include "annalist/understand/statements/assign_quotations.h"
#include "annalist/understand/statements/attribution_context.h"
#include "annalist/understand/statements/build_statements.h"
#include "annalist/understand/statements/find_cues.h"
#include "annalist/understand/statements/nested.h"
#include "annalist/understand/statements/resolve_persons.h"

namespace annalist {
namespace {

// One attribution a cue, in text order. "quoting" indices are moved along.
void sort_by_cue(std::vector<Attribution>& attributions) {
  std::vector<int> order(attributions.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  const auto cue = [&](int i) { return attributions[static_cast<size_t>(i)].cue_token; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return cue(a) < cue(b); });
  std::vector<int> place(attributions.size());
  std::vector<Attribution> sorted;
  for (const int i : order) {
    if (!sorted.empty() && sorted.back().cue_token == cue(i)) {
      place[static_cast<size_t>(i)] = static_cast<int>(sorted.size()) - 1;
      continue;
    }
    place[static_cast<size_t>(i)] = static_cast<int>(sorted.size());
    sorted.push_back(attributions[static_cast<size_t>(i)]);
  }
  for (Attribution& attribution : sorted) {
    if (attribution.quoting >= 0) attribution.quoting = place[static_cast<size_t>(attribution.quoting)];
  }
  attributions = std::move(sorted);
}

}  // namespace

Statements find_statements(const Document& document, const Reading& reading, const Actors& actors, const std::vector<Timex>& times,
                           const Knowledge& /*knowledge*/) {
  Statements out;
  if (reading.tokens.empty()) return out;
  const AttributionContext context(document, reading, actors, times);
  std::vector<Attribution> attributions;
  find_verb_cues(context, attributions);
  find_adjective_cues(context, attributions);
  find_noun_cues(context, attributions);
  find_phrase_cues(context, attributions);
  find_citing_cues(context, attributions);
  sort_by_cue(attributions);
  assign_quotations(context, attributions);
  settle_nested(context, attributions);
  out.statements = build_statements(context, attributions);
  out.persons = resolve_persons(context, attributions, out.statements);
  return out;
}

}  // namespace annalist
