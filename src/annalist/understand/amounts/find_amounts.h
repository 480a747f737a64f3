// The amounts of a document: sums of money in any currency, counts of persons and things, percentages; exact
// decimals, currencies by ISO 4217.
//
// Takes a document, its reading and the knowledge base (for currencies and peoples), gives Amounts in text
// order, not overlapping. Words of bound and rate belong to an amount ("more than 9,000 families", "$23
// million a month"). `value` is empty where the words fix none, with `low` and `high` as far as they bound
// it: "tens of millions" has low 20,000,000, "$50-70 million" both. Durations, dates, times, ages, ordinals
// and the numbers of names are no amounts.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reading.h"
#include "annalist/understand/amounts/amount.h"

namespace annalist {

std::vector<Amount> find_amounts(const Document& document, const Reading& reading, const Knowledge& knowledge);

}  // namespace annalist
