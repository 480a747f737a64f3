// The codebook format's own words: keys of each block, relations, fillers, prepositions; and the nearest of them to a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "annalist/understand/events/codebook.h"

namespace annalist {

std::span<const std::string_view> codebook_type_keys();
std::span<const std::string_view> codebook_pattern_keys();
std::span<const std::string_view> codebook_contexts();

// "subject", "with", "complement subject" ...; nullopt for an unknown relation.
std::optional<Term> term_by_name(std::string_view name);
std::string term_name(const Term& term);
std::span<const std::string_view> codebook_relations();  // all of them but prepositions

// The built-in fillers ("money", "state" ...); nullopt for others, which are lemmas.
std::optional<FillerKind> filler_by_name(std::string_view name);

// Levenshtein distance.
int edit_distance(std::string_view a, std::string_view b);
// " (did you mean 'object'?)" for the nearest of the words when it is within a third of the length, else empty.
std::string suggestion(std::string_view word, std::span<const std::string_view> words);

}  // namespace annalist
