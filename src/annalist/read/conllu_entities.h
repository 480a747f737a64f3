// Entities and coreference chains as CorefUD 1.x writes them in MISC (ufal.mff.cuni.cz/corefud): brackets that open and close at words.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "annalist/read/conllu.h"

namespace annalist {

// What the brackets hold, as the file says in "# global.Entity = ...": the entity's id, its kind, the head's number within the mention
// (from 1), the words of the name within it where the mention is wider ("3,4"), and "name:KIND" where it is or holds a name that the reader
// found.
inline constexpr std::string_view kEntityFields = "eid-etype-head-minspan-other";

// For each token the value of its Entity, empty for most. `entities` counts the ids given so far and is moved on.
std::vector<std::string> entity_brackets(const Reading& reading, std::span<const LinkedMention> mentions, size_t& entities);

// Brackets back into names. Takes tokens in order; a value that is no such bracket, and whatever follows it in its token, is passed over.
class EntityBrackets {
 public:
  // Gives the names that close at this token. Mentions do not cross sentences: call end_sentence.
  void token(TokenIndex token, std::string_view value, std::vector<Entity>& names);
  void end_sentence() { open_.clear(); }

 private:
  struct Open {
    std::string id, minspan, other;
    TokenIndex begin = 0;
  };
  std::vector<Open> open_;
};

}  // namespace annalist
