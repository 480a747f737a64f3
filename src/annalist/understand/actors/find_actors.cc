#include "annalist/understand/actors/find_actors.h"

#include "annalist/understand/actors/build_actors.h"
#include "annalist/understand/actors/coreference.h"
#include "annalist/understand/actors/discourse.h"
#include "annalist/understand/actors/find_mentions.h"
#include "annalist/understand/actors/link_names.h"

namespace annalist {

Actors find_actors(const Document& document, const Reading& reading, const Knowledge& knowledge, const CoreferenceModel* coreference) {
  if (reading.tokens.empty()) return {};
  Discourse discourse(document, reading, knowledge, coreference);
  find_names(discourse);
  find_descriptions(discourse);
  link_names(discourse);
  find_quotations(discourse);
  unite_names(discourse);
  unite_relations(discourse);
  unite_descriptions(discourse);
  unite_pronouns(discourse);
  return build_actors(discourse);
}

}  // namespace annalist
