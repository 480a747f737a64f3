// For this folder's tests: a parsed document in few words. One line a sentence, words parted by spaces, each
//   form[~][:lemma]/UPOS[+]/head/deprel[/entity]     ~ no space after, + plural, head counted from 1, entity "B-person", "I-place", ...
// and the small knowledge that the tests share.
#pragma once

#include <string>
#include <string_view>

#include "annalist/kb/knowledge.h"
#include "annalist/read/conllu.h"

namespace annalist {

ConlluDocument test_document(std::string_view rows);
const Knowledge& test_knowledge();

}  // namespace annalist
