#include "annalist/understand/statements/resolve_persons.h"

#include <algorithm>
#include <string>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

enum class Person : uint8_t { kNone, kI, kWe, kYou };

Person person_of(const std::string& form) {
  for (const char* word : {"i", "me", "my", "mine", "myself"}) {
    if (form == word) return Person::kI;
  }
  for (const char* word : {"we", "us", "our", "ours", "ourselves"}) {
    if (form == word) return Person::kWe;
  }
  for (const char* word : {"you", "your", "yours", "yourself", "yourselves"}) {
    if (form == word) return Person::kYou;
  }
  return Person::kNone;
}

// The body or state for which somebody speaks.
ActorIndex spoken_for(const Actors& actors, ActorIndex speaker) {
  const Actor& who = actors.actors[static_cast<size_t>(speaker)];
  if (who.kind != EntityKind::kPerson) return speaker;
  for (const Tie& tie : actors.ties) {
    if (tie.who == speaker && tie.of != kNone) return tie.of;
  }
  if (who.country.empty()) return speaker;
  for (size_t i = 0; i < actors.actors.size(); ++i) {  // the state itself, when the article names it
    const Actor& actor = actors.actors[i];
    if (actor.kind == EntityKind::kPlace && actor.country == who.country && actor.code == who.country) {
      return static_cast<ActorIndex>(i);
    }
  }
  return speaker;
}

// Whom the cue's clause names as hearer: "told the envoy", "asked him".
ActorIndex hearer(const AttributionContext& context, const Attribution& attribution) {
  if (attribution.cue == nullptr || (attribution.cue->frames & kAddressee) == 0) return kNone;
  for (const TokenIndex c : context.children.of(attribution.cue_token)) {
    const std::string_view relation = context.relation(c);
    const bool passive_subject = context.token(c).deprel == "nsubj:pass";
    if (relation != "obj" && relation != "iobj" && !passive_subject) continue;
    for (const MentionIndex m : context.arguments.own_mentions_of(c)) {
      const Mention& mention = context.actors.mentions[static_cast<size_t>(m)];
      const bool media = mention.actor != kNone && context.actors.actors[static_cast<size_t>(mention.actor)].media;
      if (mention.actor != kNone && !media) return mention.actor;
    }
  }
  return kNone;
}

// The innermost directly quoted statement that holds the words, or -1.
int quoting_statement(const std::vector<Statement>& statements, const std::vector<Attribution>& attributions, ByteSpan words) {
  int best = -1;
  uint32_t best_size = 0;
  for (size_t i = 0; i < statements.size(); ++i) {
    if (attributions[i].quotes.empty() && statements[i].quote != QuoteKind::kDirect) continue;
    for (const ByteSpan piece : statements[i].content) {
      if (!piece.contains(words) || (best >= 0 && piece.size() >= best_size)) continue;
      best = static_cast<int>(i);
      best_size = piece.size();
    }
  }
  return best;
}

}  // namespace

std::vector<PersonResolution> resolve_persons(const AttributionContext& context, const std::vector<Attribution>& attributions,
                                              const std::vector<Statement>& statements) {
  std::vector<PersonResolution> out;
  for (size_t m = 0; m < context.actors.mentions.size(); ++m) {
    const Mention& mention = context.actors.mentions[m];
    if (mention.how != MentionHow::kPronoun || mention.tokens.empty()) continue;
    const Person person = person_of(to_lower(context.token(mention.tokens.begin).form));
    if (person == Person::kNone || context.quote_of(mention.tokens.begin) < 0) continue;
    const int statement = quoting_statement(statements, attributions, mention.words);
    if (statement < 0) continue;
    const auto at = static_cast<size_t>(statement);
    if (statements[at].source.empty() || statements[at].source[0].actor == kNone) continue;
    const ActorIndex speaker = statements[at].source[0].actor;
    const ActorIndex who = person == Person::kI    ? speaker
                           : person == Person::kWe ? spoken_for(context.actors, speaker)
                                                   : hearer(context, attributions[at]);
    if (who != kNone) out.push_back({static_cast<MentionIndex>(m), who});
  }
  return out;
}

}  // namespace annalist
