#include "annalist/understand/statements/attribution_sources.h"

#include <algorithm>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/agent_nouns.h"

namespace annalist {
namespace {

constexpr int kDeepest = 6;  // clauses climbed in search of a subject

TokenIndex agent_of(const AttributionContext& context, TokenIndex verb) {
  for (const TokenIndex c : context.children.of(verb)) {
    if (context.token(c).deprel == "obl:agent") return c;
  }
  for (const TokenIndex c : context.children.of(verb)) {
    if (context.relation(c) == "obl" && context.marker(c) == "by" && !context.arguments.own_mentions_of(c).empty()) return c;
  }
  return kNoToken;
}

// "..., reports the Meir Amit Center": the mention that begins right behind a verb set off by a comma, where the tree gives no subject.
TokenIndex speaker_behind(const AttributionContext& context, TokenIndex verb) {
  const TokenRange sentence = context.sentence_tokens(verb);
  if (verb == sentence.begin || context.token(verb - 1).upos != Upos::kPunct) return kNoToken;
  for (TokenIndex t = verb + 1; t < sentence.end && t < verb + 8; ++t) {
    const Upos upos = context.token(t).upos;
    if (upos == Upos::kPunct || upos == Upos::kVerb || upos == Upos::kAdp || upos == Upos::kSconj) return kNoToken;
    const MentionIndex m = context.arguments.mention_at(t);
    if (m == kNone) continue;
    const Mention& mention = context.actors.mentions[static_cast<size_t>(m)];
    if (mention.head == t && mention.tokens.begin > verb) return t;
  }
  return kNoToken;
}

// "... Bush said.": the mention that ends right before a verb, where the tree gives no subject; adverbs, auxiliaries and a comma may part
// them.
TokenIndex speaker_before(const AttributionContext& context, TokenIndex verb) {
  const TokenRange sentence = context.sentence_tokens(verb);
  for (TokenIndex t = verb - 1; t >= sentence.begin && t > verb - 5; --t) {
    const Token& token = context.token(t);
    if (token.upos == Upos::kAdv || token.upos == Upos::kAux || token.form == ",") continue;
    const MentionIndex m = context.arguments.mention_at(t);
    if (m == kNone) return kNoToken;
    const Mention& mention = context.actors.mentions[static_cast<size_t>(m)];
    const bool outside = mention.tokens.begin == sentence.begin || context.token(mention.tokens.begin - 1).upos != Upos::kAdp;
    return mention.tokens.end == t + 1 && outside ? mention.head : kNoToken;
  }
  return kNoToken;
}

TokenIndex subject_of(const AttributionContext& context, TokenIndex verb) {
  TokenIndex found = kNoToken;
  for (const TokenIndex c : context.children.of(verb)) {
    if (context.relation(c) != "nsubj" || context.token(c).deprel == "nsubj:outer") continue;  // not "that" of "that is because X says"
    if (found == kNoToken || context.child(found, "case") != kNoToken) found = c;  // "in a release the ministry said": not the release
  }
  return found;
}

// The noun that a participle or infinitive describes: itself when it can speak, for a text ("a letter thanking him") its writer.
std::optional<std::vector<TokenIndex>> described_noun(const AttributionContext& context, TokenIndex noun) {
  const std::string lemma = context.lemma(noun);
  if (!is_text_noun(lemma) && find_noun_cue(lemma) == nullptr) {
    if (can_speak(context, noun, true)) return std::vector<TokenIndex>{noun};
    TokenIndex verb = context.head(noun);  // "took a step, calling on ...": the clause's subject
    for (int depth = 0; verb != kNoToken && depth < kDeepest; ++depth, verb = context.head(verb)) {
      if (const TokenIndex subject = subject_of(context, verb); subject != kNoToken && subject != noun)
        return std::vector<TokenIndex>{subject};
    }
    return std::nullopt;
  }
  if (!context.arguments.owners_of(noun).empty()) return std::vector<TokenIndex>{noun};
  const TokenIndex verb = context.head(noun);
  if (verb != kNoToken && context.relation(noun) == "obj") {
    if (const TokenIndex subject = subject_of(context, verb); subject != kNoToken) return std::vector<TokenIndex>{subject};
  }
  return std::vector<TokenIndex>{noun};
}

TokenIndex relative_antecedent(const AttributionContext& context, TokenIndex subject, TokenIndex verb) {
  const TokenIndex antecedent = context.arguments.antecedent_of_relative(subject);
  if (antecedent != subject) return antecedent;
  const std::string form = to_lower(context.token(subject).form);
  if (form != "who" && form != "which" && form != "that") return subject;
  TokenIndex clause = verb;
  while (clause != kNoToken && context.relation(clause) == "conj") clause = context.head(clause);
  return clause != kNoToken && context.token(clause).deprel == "acl:relcl" ? context.head(clause) : subject;
}

}  // namespace

std::optional<std::vector<TokenIndex>> logical_subjects(const AttributionContext& context, TokenIndex verb) {
  TokenIndex at = verb;
  for (int depth = 0; at != kNoToken && depth < kDeepest; ++depth) {
    if (context.is_passive(at) && at == verb) {
      const TokenIndex agent = agent_of(context, at);
      return agent == kNoToken ? std::vector<TokenIndex>{} : std::vector<TokenIndex>{agent};
    }
    if (const TokenIndex subject = subject_of(context, at); subject != kNoToken) {
      // "Kline said the talks had failed, adding that ...": talks add nothing
      const bool thing = at != verb && !can_speak(context, subject, true);
      if (thing && context.relation(at) == "ccomp") {
        at = context.head(at);
        continue;
      }
      return std::vector<TokenIndex>{relative_antecedent(context, subject, at)};
    }
    const std::string_view relation = context.relation(at);
    const TokenIndex up = context.head(at);
    if (at == verb && (relation == "parataxis" || up == kNoToken)) {
      if (const TokenIndex behind = speaker_behind(context, verb); behind != kNoToken) return std::vector<TokenIndex>{behind};
    }
    if (at == verb && feature(context.token(verb), "VerbForm") == "Fin" && relation != "conj") {
      if (const TokenIndex before = speaker_before(context, verb); before != kNoToken) return std::vector<TokenIndex>{before};
    }
    if (up == kNoToken) return std::nullopt;
    if (relation == "acl" && context.token(at).deprel != "acl:relcl") {
      if (agent_of(context, at) != kNoToken) return std::vector<TokenIndex>{agent_of(context, at)};
      return described_noun(context, up);
    }
    if (relation == "xcomp" || relation == "advcl" || relation == "obl") {
      const TokenIndex object = context.child(up, "obj");
      const Cue* cue = context.verb_cue(up);
      const bool cites = cue != nullptr && cue->cue_class == CueClass::kCite;
      const bool controls = relation == "xcomp" && cue != nullptr && (cue->frames & kObjectInfinitive) != 0;
      if (object != kNoToken && (cites || controls)) return std::vector<TokenIndex>{object};
    } else if (relation != "conj" && relation != "parataxis") {
      return std::nullopt;
    }
    at = up;
  }
  return std::nullopt;
}

bool is_first_person(const Token& token) { return token.upos == Upos::kPron && feature(token, "Person") == "1"; }
bool is_second_person(const Token& token) { return token.upos == Upos::kPron && feature(token, "Person") == "2"; }

namespace {

// Nouns for people that no list holds, by their ending: "strategist", "contenders".
bool is_person_by_form(const Token& token, std::string_view lemma) {
  if (token.upos != Upos::kNoun || lemma.size() < 6) return false;
  if (lemma.ends_with("ist") || lemma.ends_with("ician")) return true;
  if (feature(token, "Number") != "Plur" || !(lemma.ends_with("er") || lemma.ends_with("or"))) return false;
  return !has_word(
      "answer banner barrier border chapter cluster computer container corner counter disaster dollar error factor filter finger "
      "folder helicopter letter matter mirror monitor number offer order other paper poster power quarter register server shelter "
      "shoulder sister summer tanker tower trailer weather winter wonder",
      lemma);
}

}  // namespace

bool can_speak(const AttributionContext& context, TokenIndex head, bool strict) {
  const Token& token = context.token(head);
  if (!context.arguments.own_mentions_of(head).empty()) return true;
  const std::string lemma = context.lemma(head);
  if (is_text_noun(lemma)) return true;
  if (const AgentNoun* noun = find_agent_noun(lemma); noun != nullptr && noun->noun_class != NounClass::kThing) return true;
  if (token.upos == Upos::kPron || token.upos == Upos::kDet) {
    const std::string form = to_lower(token.form);
    return form != "it" && form != "this" && form != "that" && form != "what" && form != "which" && form != "there" && form != "these";
  }
  if (token.upos == Upos::kPropn || is_share_noun(lemma) || is_person_by_form(token, lemma)) return true;
  if (token.upos == Upos::kAdj && has_word("few many more most others several some", to_lower(token.form))) return true;
  if (token.upos == Upos::kNum) return token.form.size() != 4;  // "two said so"; a year says nothing
  return !strict && (token.upos == Upos::kNoun || token.upos == Upos::kNum || token.upos == Upos::kAdj);
}

std::vector<Source> sources_of(const AttributionContext& context, TokenIndex head) {
  std::vector<MentionIndex> mentions = context.arguments.own_mentions_of(head);
  const bool named = std::any_of(mentions.begin(), mentions.end(), [&](MentionIndex m) {
    return context.actors.mentions[static_cast<size_t>(m)].how == MentionHow::kName &&
           context.actors.mentions[static_cast<size_t>(m)].kind == EntityKind::kPerson;
  });
  if (!named) {  // "a senator, Ada Moss, said": by the name that follows
    for (const TokenIndex c : context.children.of(head)) {
      if (context.relation(c) != "appos") continue;
      for (const MentionIndex m : context.arguments.own_mentions_of(c)) {
        const Mention& name = context.actors.mentions[static_cast<size_t>(m)];
        if (name.how == MentionHow::kName && name.kind == EntityKind::kPerson && name.actor != kNone) mentions = {m};
      }
    }
  }
  const auto nameless = [&](MentionIndex m) { return context.actors.mentions[static_cast<size_t>(m)].actor == kNone; };
  if (is_text_noun(context.lemma(head)) && std::all_of(mentions.begin(), mentions.end(), nameless)) {
    const std::vector<MentionIndex> owners = context.arguments.owners_of(head);
    const bool owned = !std::all_of(owners.begin(), owners.end(), nameless);
    if (owned) mentions = owners;
    const TokenIndex verb = context.head(head);  // "the party issued a statement which said ..."
    if (!owned && verb != kNoToken && context.relation(head) == "obj") {
      const TokenIndex writer = subject_of(context, verb);
      const std::vector<MentionIndex> by = writer == kNoToken ? std::vector<MentionIndex>{} : context.arguments.own_mentions_of(writer);
      const bool puts_out = has_word("issue publish release post send write circulate", context.lemma(verb));
      if (puts_out && !std::all_of(by.begin(), by.end(), nameless)) mentions = by;
    }
  }
  std::vector<Source> out;
  const auto add = [&](const Mention& mention, ActorIndex actor) {
    Source source{mention.words, actor, std::string(words_of(context.document.text, mention.words))};
    if (actor != kNone) source.name = context.actors.actors[static_cast<size_t>(actor)].name;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Source& s) { return s.actor != kNone && s.actor == actor; });
    if (!known) out.push_back(std::move(source));
  };
  for (const MentionIndex m : mentions) {
    const Mention& mention = context.actors.mentions[static_cast<size_t>(m)];
    const bool several = mention.actor != kNone && !context.actors.actors[static_cast<size_t>(mention.actor)].members.empty();
    if (!several) {
      add(mention, mention.actor);
      continue;
    }
    for (const ActorIndex member : context.actors.actors[static_cast<size_t>(mention.actor)].members) add(mention, member);
  }
  if (!out.empty()) return out;
  TokenIndex first = head;  // the noun phrase up to its head and "of" phrase; clauses after it are left out
  TokenIndex last = head;
  for (const TokenIndex c : context.children.of(head)) {
    const std::string_view relation = context.relation(c);
    const TokenRange range = subtree_range(context.reading, context.children, c);
    if (relation == "case" || relation == "cc" || relation == "punct") continue;
    if (c < head) first = std::min(first, range.begin);
    if (c > head && (relation == "nmod" || relation == "flat" || relation == "compound" || relation == "conj")) {
      last = std::max(last, range.end - 1);
    }
  }
  const ByteSpan words = span_of(context.reading, {first, last + 1});
  return {{words, kNone, std::string(words_of(context.document.text, words))}};
}

}  // namespace annalist
