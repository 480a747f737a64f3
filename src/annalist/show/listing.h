// Records as text for people: one entry of a few lines each, for the terminal. Plain words, no verdict; the entry ends with its id, for
// `annalist explain`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/understand/events/records.h"

namespace annalist {

struct ListingStyle {
  bool color = false;  // ANSI: trigger and cue in bold, the rest as it is
  size_t width = 100;  // columns at which text is wrapped
};

// "Iran, Syria -> Hamas"; "?" for nobody named. Mutual events list all as actors.
std::string participants_text(const Event& event);
// "according to Mehr News Agency, as reported by Meir Amit Center"; empty for no chain.
std::string chain_text(const std::vector<Source>& chain);
// "Al-Monitor, 2019-08-12": outlet or path, and the publication date if known.
std::string document_text(const Document& document);
// "USD 70,000,000 a year", "about 9,000 families", "thousands of persons (no figure)".
std::string amount_text(const Amount& amount, const std::string& text);

std::string list_event(const Records& records, size_t event, const ListingStyle& style);
std::string list_statement(const Records& records, size_t statement, const ListingStyle& style);
// The amount, and the events that it belongs to.
std::string list_amount(const Records& records, size_t amount, const ListingStyle& style);
// A sentence of a search, with the ids of the events in it.
std::string list_sentence(const Records& records, size_t sentence, const ListingStyle& style);

// Everything behind one event: its sentence, the pattern by name and line, each slot with its words and whom they stand for, date and
// status with what decided them, the chain, and the tree of the sentence. REQUIRES: records hold the reading.
std::string explain_event(const Records& records, size_t event, const ListingStyle& style);
std::string explain_statement(const Records& records, size_t statement, const ListingStyle& style);

// Text broken at white space into lines of at most `width` columns, each line after `indent` spaces.
std::string wrap(std::string_view text, size_t indent, size_t width);

}  // namespace annalist
