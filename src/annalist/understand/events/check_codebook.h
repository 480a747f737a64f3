// The codebook's own test: every example of every pattern is read and coded, as an article's sentence would be, and every `not` sentence
// must leave its pattern silent.
#pragma once

#include <string>
#include <vector>

#include "annalist/kb/knowledge.h"
#include "annalist/read/reader.h"
#include "annalist/understand/events/codebook.h"
#include "annalist/understand/events/event.h"

namespace annalist {

// A sentence coded by itself, without a date or an outlet.
std::vector<Event> code_sentence(const std::string& sentence, const Codebook& codebook, const Reader& reader, const Knowledge& knowledge);

// What examples failed: at "file:line:column", what was expected and what came. Patterns without an example or
// without a twin are told of too, and twins that hold no trigger word of their pattern.
std::vector<Diagnostic> check_examples(const Codebook& codebook, const Reader& reader, const Knowledge& knowledge);

// All faults of the files' form, as Codebook::parse tells them; where there is none, what check_examples finds.
std::vector<Diagnostic> check_codebook(const std::vector<std::string>& paths, const Reader& reader, const Knowledge& knowledge);

}  // namespace annalist
