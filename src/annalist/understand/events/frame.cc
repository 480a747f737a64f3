#include "annalist/understand/events/frame.h"

#include <algorithm>

#include "annalist/understand/events/frame_words.h"

namespace annalist {
namespace {

constexpr int kDepth = 6;  // how many verbs a subject is followed through

bool has(const Frame& frame, TermKind kind) {
  return std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const Argument& a) { return a.kind == kind; });
}

bool is_relative(const Token& token) {
  return token.upos == Upos::kPron && (feature(token, "PronType") == "Rel" || token.lemma == "who" || token.lemma == "which" ||
                                       token.lemma == "that" || token.lemma == "whom");
}

bool is_past_participle(const Token& token) {
  return feature(token, "VerbForm") == "Part" && (feature(token, "Tense") == "Past" || feature(token, "Voice") == "Pass");
}

}  // namespace

Frames::Frames(const Scene& scene) : scene_(scene), light_class_(scene.codebook.class_index("light")) {}

Frame Frames::frame(TokenIndex trigger, TriggerKind kind) const {
  switch (kind) {
    case TriggerKind::kVerb: return scene_.token(trigger).deprel == "aux" ? modal_frame(trigger) : verb_frame(trigger);
    case TriggerKind::kNoun: return noun_frame(trigger);
    case TriggerKind::kAdjective: return adjective_frame(trigger);
  }
  return {};
}

bool Frames::is_light(TokenIndex verb) const { return scene_.codebook.in_class(light_class_, scene_.lemma(verb)); }

bool Frames::is_passive(TokenIndex verb) const {
  const bool finite = feature(scene_.token(verb), "VerbForm") == "Fin";  // then a passive label on its subject is a slip of the parser
  bool auxiliary = false;
  for (const TokenIndex c : scene_.children.of(verb)) {
    const std::string& deprel = scene_.token(c).deprel;
    if (deprel == "aux:pass" || (!finite && deprel.ends_with(":pass"))) return true;
    if (deprel == "nsubj" && !is_relative(scene_.token(c))) return false;
    auxiliary |= deprel == "aux";
  }
  const Token& token = scene_.token(verb);
  if (auxiliary || !is_past_participle(token) || token.head == kNoToken) return false;
  if (token.deprel == "acl" || token.deprel == "advcl" || token.deprel == "amod" || token.deprel == "xcomp") return true;
  return token.deprel == "conj" && scene_.is_verb(token.head) && is_passive(token.head);
}

// What a relative pronoun stands for; other tokens stand for themselves.
TokenIndex Frames::antecedent(TokenIndex t) const {
  if (!is_relative(scene_.token(t))) return t;
  TokenIndex up = scene_.token(t).head;
  for (int i = 0; i < kDepth && up != kNoToken; ++i) {
    if (scene_.token(up).deprel == "acl:relcl") return scene_.token(up).head;
    up = scene_.token(up).head;
  }
  return t;
}

TokenIndex Frames::surface_subject(TokenIndex verb, int depth) const {
  if (verb == kNoToken || depth > kDepth) return kNoToken;
  TokenIndex own = kNoToken;
  for (const TokenIndex c : scene_.children.of(verb))  // of two not the one under a preposition ("in a release the ministry denied")
    if (base_relation(scene_.token(c).deprel) == "nsubj" && (own == kNoToken || scene_.child(own, "case") != kNoToken)) own = c;
  if (own != kNoToken) return antecedent(own);
  const Token& token = scene_.token(verb);
  const TokenIndex up = token.head;
  if (up == kNoToken) return kNoToken;
  const std::string_view relation = token.deprel;
  if (relation == "conj" || relation == "parataxis") {
    const Upos upos = scene_.token(up).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kAdj || scene_.child(up, "cop") != kNoToken)
      return surface_subject(up, depth + 1);
    return kNoToken;
  }
  if (relation == "xcomp") {
    if (!is_passive(up) && !is_subject_control(scene_.lemma(up))) {
      if (const TokenIndex object = scene_.child(up, "obj"); object != kNoToken) return antecedent(object);
      if (const TokenIndex object = scene_.child(up, "iobj"); object != kNoToken) return antecedent(object);
    }
    return surface_subject(up, depth + 1);
  }
  if (relation == "advcl") {
    if (feature(token, "VerbForm") == "Fin") return kNoToken;
    if (const TokenIndex clause = scene_.governor(verb); clause != up) return surface_subject(clause, depth + 1);
    const TokenIndex mark = scene_.child(verb, "mark");
    const std::string word = mark == kNoToken ? std::string() : scene_.lemma(mark);
    const TokenIndex object = scene_.child(up, "obj");
    if (object != kNoToken && !is_passive(up) && (word == "for" || word == "of" || word == "from")) return antecedent(object);
    return surface_subject(up, depth + 1);
  }
  if (relation == "acl:relcl") {
    for (const TokenIndex c : scene_.children.of(verb))
      if (is_relative(scene_.token(c)) && base_relation(scene_.token(c).deprel) != "nsubj") return kNoToken;
    return up;
  }
  if (relation == "ccomp" && feature(token, "VerbForm") == "Ger" && scene_.child(verb, "mark") == kNoToken)
    return surface_subject(up, depth + 1);  // "his acts include freeing ..."
  if (relation == "acl") {
    const bool infinitive = feature(token, "VerbForm") == "Inf";
    if (!infinitive && (is_past_participle(token) || !is_message(scene_.lemma(up)))) return up;
    for (const Argument& argument : noun_frame(up).arguments)
      if (argument.kind == TermKind::kSubject || argument.kind == TermKind::kPossessive) return argument.head;
    if (infinitive && !is_intent(scene_.lemma(up))) return kNoToken;
    const TokenIndex named = scene_.child(up, "compound");  // "a Council resolution demanding": the Council's
    if (!infinitive && named != kNoToken && scene_.token(named).upos == Upos::kPropn) return up;
    const Token& noun = scene_.token(up);  // "issued a statement blaming", "drew up plans to attack"
    if (noun.deprel == "obj" && scene_.is_verb(noun.head)) return surface_subject(noun.head, depth + 1);
    if (!infinitive) return up;
  }
  return kNoToken;
}

// "Granted her a pardon", where the parser calls both the object: the first of two receives.
TokenIndex Frames::first_of_two_objects(TokenIndex verb) const {
  TokenIndex first = kNoToken;
  for (const TokenIndex c : scene_.children.of(verb)) {
    if (scene_.token(c).deprel != "obj" || c < verb) continue;
    if (first != kNoToken) return scene_.token(c).upos == Upos::kNoun ? first : kNoToken;
    first = c;
  }
  return kNoToken;
}

// The arguments that hang on a verb itself.
void Frames::add_own(Frame& frame, TokenIndex verb) const {
  const TokenIndex receiver = first_of_two_objects(verb);
  for (const TokenIndex c : scene_.children.of(verb)) {
    const Token& token = scene_.token(c);
    const std::string_view relation = base_relation(token.deprel);
    const TokenIndex head = antecedent(c);
    if (relation == "obj" && c != receiver) {
      frame.arguments.push_back({TermKind::kObject, {}, head, 0});
    } else if (relation == "iobj" || c == receiver) {
      frame.arguments.push_back({TermKind::kIndirect, {}, head, 0});
    } else if (relation == "obl") {
      std::string preposition = scene_.preposition(c);
      const bool agent = token.deprel == "obl:agent" && (preposition == "by" || preposition.empty());
      if (agent || (frame.passive && preposition == "by")) frame.arguments.push_back({TermKind::kSubject, {}, head, 0});
      else if (!preposition.empty()) frame.arguments.push_back({TermKind::kPreposition, std::move(preposition), head, 0});
    } else if (relation == "xcomp" || relation == "ccomp") {
      frame.arguments.push_back({TermKind::kComplement, {}, c, 0});
    } else if (relation == "advcl") {
      const TokenIndex mark = scene_.child(c, "mark");
      const std::string word = mark == kNoToken ? std::string() : scene_.lemma(mark);
      if (word == "from" || word == "of" || word == "to" || word == "for" || word == "with" || word == "on")
        frame.arguments.push_back({TermKind::kComplement, word, c, 1});
    }
  }
}

// A preposition that the parser hung on the object rather than on the verb: "imposed sanctions on Iran".
void Frames::add_object_phrases(Frame& frame) const {
  const size_t own = frame.arguments.size();
  for (size_t i = 0; i < own; ++i) {
    if (frame.arguments[i].kind != TermKind::kObject) continue;
    for (const TokenIndex c : scene_.children.of(frame.arguments[i].head)) {
      const std::string_view relation = base_relation(scene_.token(c).deprel);
      if (relation == "nmod") {
        std::string preposition = scene_.preposition(c);
        if (!preposition.empty() && preposition != "of") frame.arguments.push_back({TermKind::kPreposition, preposition, c, 1});
      } else if (relation == "acl" && (scene_.lemma(c) == "target" || scene_.lemma(c) == "aim")) {  // "missiles targeting troops"
        for (const TokenIndex target : scene_.children.of(c))
          if (scene_.token(target).deprel == "obj" || scene_.preposition(target) == "at")
            frame.arguments.push_back({TermKind::kPreposition, "at", target, 1});
      } else if (relation == "acl" && scene_.token(c).deprel != "acl:relcl" && scene_.child(c, "mark") != kNoToken) {
        frame.arguments.push_back({TermKind::kComplement, {}, c, 2});
      }
    }
  }
}

// "attacked and killed soldiers": the first verb shares the second's object.
void Frames::add_shared_object(Frame& frame) const {
  if (has(frame, TermKind::kObject)) return;
  const TokenIndex verb = frame.trigger;
  for (const TokenIndex c : scene_.children.of(verb)) {
    if (scene_.token(c).deprel != "conj" || !scene_.is_verb(c) || c > verb + 3) continue;
    if (const TokenIndex object = scene_.child(c, "obj"); object != kNoToken) frame.arguments.push_back({TermKind::kObject, {}, object, 1});
  }
}

Frame Frames::verb_frame(TokenIndex verb) const {
  Frame frame;
  frame.trigger = verb;
  frame.passive = is_passive(verb);
  add_own(frame, verb);
  const TokenIndex subject = surface_subject(verb);
  if (subject != kNoToken && subject != verb) {
    const bool own = scene_.token(subject).head == verb;
    frame.arguments.push_back({frame.passive ? TermKind::kObject : TermKind::kSubject, {}, subject, own ? 0 : 1});
  }
  if (scene_.token(verb).deprel == "acl:relcl" && !has(frame, TermKind::kObject) && subject != kNoToken &&
      subject != scene_.token(verb).head)
    frame.arguments.push_back({TermKind::kObject, {}, scene_.token(verb).head, 1});
  if (scene_.token(verb).deprel == "amod" && frame.passive)  // "the abducted journalists"
    frame.arguments.push_back({TermKind::kObject, {}, scene_.token(verb).head, 1});
  if (!frame.passive) add_shared_object(frame);
  if (!has(frame, TermKind::kObject)) {  // "warned Japan", "asked Germany for help": the only object, whatever the parser calls it
    for (size_t i = 0; i < frame.arguments.size(); ++i) {
      if (frame.arguments[i].kind != TermKind::kIndirect) continue;
      frame.arguments.push_back({TermKind::kObject, {}, frame.arguments[i].head, 0});
      break;
    }
  }
  add_object_phrases(frame);
  return frame;
}

// "Israel must leave": the modal has the subject of its verb, and that verb for a complement.
Frame Frames::modal_frame(TokenIndex modal) const {
  Frame frame;
  frame.trigger = modal;
  const TokenIndex verb = scene_.token(modal).head;
  frame.arguments.push_back({TermKind::kComplement, {}, verb, 0});
  if (const TokenIndex subject = surface_subject(verb); subject != kNoToken)
    frame.arguments.push_back({TermKind::kSubject, {}, subject, 0});
  return frame;
}

// What a light verb lends to its noun.
// "Is engaged in a battle with": a participle, which the reader may take for an adjective, of whoever does it himself.
bool Frames::is_occupied(TokenIndex up) const {
  const Upos upos = scene_.token(up).upos;
  if (upos != Upos::kVerb && upos != Upos::kAdj) return false;
  const std::string_view lemma = scene_.lemma(up);
  return lemma.starts_with("engage") || lemma.starts_with("lock") || lemma.starts_with("embroil") || lemma.starts_with("involve");
}

void Frames::add_light(Frame& frame, TokenIndex noun) const {
  const Token& token = scene_.token(noun);
  const std::string_view relation = base_relation(token.deprel);
  TokenIndex up = token.head;
  if (up == kNoToken) return;
  if (relation == "conj" && scene_.is_nominal(up)) {
    add_light(frame, up);
    return;
  }
  const bool occupied = is_occupied(up) && scene_.preposition(noun) == "in";
  if (!scene_.is_verb(up) && !occupied) return;
  const bool object = relation == "obj" || token.deprel == "nsubj:pass";
  const std::string preposition = scene_.preposition(noun);
  const TokenIndex done = relation == "obl" ? scene_.child(up, "obj") : kNoToken;  // "voiced support for the inquiry": support is voiced
  const bool does = is_doing(preposition) && (done == kNoToken || preposition != "for");
  if (((object || relation == "nsubj" || (relation == "obl" && does)) && is_light(up)) || occupied) {
    frame.light = up;
    for (const TokenIndex c : scene_.children.of(up)) {
      if (c == noun) continue;
      const std::string& deprel = scene_.token(c).deprel;
      const std::string beside = scene_.preposition(c);
      if (base_relation(deprel) == "obl" && (deprel == "obl:agent" || beside == "by"))
        frame.arguments.push_back({TermKind::kSubject, {}, antecedent(c), 1});
      else if (base_relation(deprel) == "obl" && !beside.empty())
        frame.arguments.push_back({TermKind::kPreposition, beside, antecedent(c), 1});
      else if (deprel == "iobj" || (deprel == "obj" && relation == "obj" && c < noun))
        frame.arguments.push_back({TermKind::kIndirect, {}, antecedent(c), 1});
      else if (deprel == "obj" && relation == "obl") frame.arguments.push_back({TermKind::kIndirect, {}, antecedent(c), 1});
      else if (deprel == "xcomp" || deprel == "ccomp") frame.arguments.push_back({TermKind::kComplement, {}, c, 1});
    }
    if (relation == "obj" || occupied || (relation == "obl" && !is_passive(up))) {
      if (const TokenIndex subject = surface_subject(up); subject != kNoToken)
        frame.arguments.push_back({TermKind::kSubject, {}, subject, 1});
    }
    return;
  }
  // "killed five in an attack on ...", "arrived for talks with ...": the verb's doer is the noun's. Not so of what is known
  // already: "backed Hamas in the war with Israel", "stayed at home during the rally".
  const TokenIndex article = scene_.child(noun, "det");
  const bool known = article != kNoToken && scene_.lemma(article) != "a";
  if (relation == "obl" && !known && (preposition == "in" || preposition == "for" || preposition == "during") && !is_passive(up)) {
    if (const TokenIndex subject = surface_subject(up); subject != kNoToken)
      frame.arguments.push_back({TermKind::kSubject, {}, subject, 3});
  }
}

// "promises made by X", "the attack that X launched", "a promise to send arms".
void Frames::add_noun_clause(Frame& frame, TokenIndex clause) const {
  if (scene_.is_verb(clause) && is_light(clause)) {
    const bool passive = is_passive(clause);
    for (const TokenIndex c : scene_.children.of(clause)) {
      const std::string& deprel = scene_.token(c).deprel;
      const std::string preposition = scene_.preposition(c);
      if (base_relation(deprel) == "obl" && (deprel == "obl:agent" || (passive && preposition == "by")))
        frame.arguments.push_back({TermKind::kSubject, {}, c, 1});
      else if (base_relation(deprel) == "obl" && !preposition.empty())
        frame.arguments.push_back({TermKind::kPreposition, preposition, c, 1});
      else if (deprel == "nsubj" && !is_relative(scene_.token(c))) frame.arguments.push_back({TermKind::kSubject, {}, c, 1});
    }
    frame.light = clause;
  } else if (scene_.token(clause).deprel != "acl:relcl" && !is_past_participle(scene_.token(clause))) {
    frame.arguments.push_back({TermKind::kComplement, {}, clause, 0});
  }
}

// "the killing of soldiers by rebels", where the parser hung "by" on "soldiers".
void Frames::add_nested_agent(Frame& frame, TokenIndex inner) const {
  for (const TokenIndex c : scene_.children.of(inner)) {
    if (base_relation(scene_.token(c).deprel) != "nmod" || scene_.preposition(c) != "by") continue;
    frame.arguments.push_back({TermKind::kSubject, {}, c, 0});
    frame.arguments.push_back({TermKind::kPreposition, "by", c, 1});
  }
}

Frame Frames::noun_frame(TokenIndex noun) const {
  Frame frame;
  frame.trigger = noun;
  frame.kind = TriggerKind::kNoun;
  for (const TokenIndex c : scene_.children.of(noun)) {
    const Token& token = scene_.token(c);
    const std::string_view relation = base_relation(token.deprel);
    if (token.deprel == "nmod:poss") {
      frame.arguments.push_back({TermKind::kPossessive, {}, antecedent(c), 0});
    } else if (relation == "compound" || relation == "amod") {
      frame.arguments.push_back({TermKind::kModifier, {}, c, 0});
    } else if (relation == "nmod" || relation == "obl") {
      const std::string preposition = scene_.preposition(c);
      if (preposition == "by") frame.arguments.push_back({TermKind::kSubject, {}, c, 0});
      else if (preposition == "of") frame.arguments.push_back({TermKind::kObject, "of", c, 0});
      else if (!preposition.empty()) frame.arguments.push_back({TermKind::kPreposition, preposition, c, 0});
      else frame.arguments.push_back({TermKind::kModifier, {}, c, 0});
      if (preposition == "of" || preposition == "by") frame.arguments.push_back({TermKind::kPreposition, preposition, c, 0});
      if (preposition == "of") add_nested_agent(frame, c);
    } else if (token.deprel == "nsubj" && !scene_.preposition(noun).empty()) {
      frame.arguments.push_back({TermKind::kSubject, {}, antecedent(c), 0});  // "Iran is in talks with"
    } else if (relation == "acl" || relation == "xcomp" || relation == "ccomp") {
      add_noun_clause(frame, c);
    }
  }
  add_light(frame, noun);
  return frame;
}

Frame Frames::adjective_frame(TokenIndex adjective) const {
  Frame frame;
  frame.trigger = adjective;
  frame.kind = TriggerKind::kAdjective;
  add_own(frame, adjective);
  for (const TokenIndex c : scene_.children.of(adjective)) {  // "ready to help": UD gives xcomp or advcl
    if (scene_.token(c).deprel == "advcl" && feature(scene_.token(c), "VerbForm") == "Inf" && !has(frame, TermKind::kComplement))
      frame.arguments.push_back({TermKind::kComplement, {}, c, 1});
  }
  const TokenIndex subject = surface_subject(adjective);
  if (subject != kNoToken) frame.arguments.push_back({TermKind::kSubject, {}, subject, 0});
  return frame;
}

namespace {

void add_heads(const Frame& frame, TermKind kind, const std::string& preposition, int from, int to, std::vector<TokenIndex>& out) {
  for (const Argument& argument : frame.arguments) {
    if (argument.kind != kind || argument.distance < from || argument.distance > to) continue;
    if (kind == TermKind::kPreposition && argument.preposition != preposition) continue;
    if (std::find(out.begin(), out.end(), argument.head) == out.end()) out.push_back(argument.head);
  }
}

}  // namespace

std::vector<TokenIndex> heads_of(const Frame& frame, const Term& term, bool has_object) {
  constexpr int kAll = 9;
  std::vector<TokenIndex> out;
  if (frame.kind == TriggerKind::kNoun && term.kind == TermKind::kSubject) {
    add_heads(frame, TermKind::kSubject, {}, 0, 0, out);
    add_heads(frame, TermKind::kPossessive, {}, 0, kAll, out);  // whose order it is, whoever "called the king's order unwise"
    add_heads(frame, TermKind::kSubject, {}, 1, 2, out);
    add_heads(frame, TermKind::kModifier, {}, 0, kAll, out);
    if (!has_object) add_heads(frame, TermKind::kObject, {}, 0, kAll, out);
    add_heads(frame, TermKind::kSubject, {}, 3, kAll, out);
    return out;
  }
  if (frame.kind == TriggerKind::kNoun && term.kind == TermKind::kObject) {
    add_heads(frame, TermKind::kObject, {}, 0, kAll, out);
    const bool by = std::any_of(frame.arguments.begin(), frame.arguments.end(),
                                [](const Argument& a) { return a.kind == TermKind::kSubject && a.distance == 0; });
    if (by) add_heads(frame, TermKind::kPossessive, {}, 0, kAll, out);
    return out;
  }
  if (term.kind == TermKind::kPlace) {
    for (const Argument& argument : frame.arguments) {
      const std::string& p = argument.preposition;
      if (argument.kind == TermKind::kPreposition &&
          (p == "in" || p == "at" || p == "near" || p == "outside" || p == "inside" || p == "across" || p == "throughout" || p == "around"))
        out.push_back(argument.head);
    }
    return out;
  }
  add_heads(frame, term.kind, term.preposition, 0, kAll, out);
  return out;
}

}  // namespace annalist
