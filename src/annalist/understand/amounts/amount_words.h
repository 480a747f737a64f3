// The closed word classes of amounts: who counts as a person, words of rate, bound and change, plurals. Lower
// case throughout.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace annalist {

// Whether a count of this noun (its lemma) is a count of persons: "soldier", "protester", "wounded".
bool person_noun(std::string_view lemma);

// Time words: a number before one is a duration, not an amount. By lemma.
bool time_noun(std::string_view lemma);

// Nouns that make "one X" an idiom and no count: "one day", "one way".
bool idiom_after_one(std::string_view lemma);

// "month" of "monthly" and of "month"; empty when the word is none.
std::string_view rate_unit(std::string_view lower);    // day, week, month, year, hour
std::string_view rate_adverb(std::string_view lower);  // "monthly" -> "month", "annual" -> "year"

// Verbs and nouns of change: "cut", "raise", "increase". By lemma.
bool change_word(std::string_view lemma);

// Verbs and adjectives that say what happened to people: a bare number with them counts persons ("killing
// 36", "12 wounded").
bool casualty_word(std::string_view lemma);

// "family" -> "families".
std::string plural_of(std::string_view noun);

}  // namespace annalist
