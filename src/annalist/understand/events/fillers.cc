// What may stand in a relation: the conditions' side of matching (match.h).
#include <algorithm>

#include "annalist/understand/events/match.h"

namespace annalist {
namespace {

constexpr int kDeepest = 5;  // conditions within conditions: "agreed to demand that ..."

bool is_armed_sector(std::string_view sector) {
  return sector == "MIL" || sector == "REB" || sector == "COP" || sector == "UAF" || sector == "INS" || sector == "SEP" ||
         sector == "RAD" || sector == "SPY";
}

// The sector's three letters after the country's, of a code such as "IRNMIL".
std::string_view sector_of_code(std::string_view code) { return code.size() >= 6 ? code.substr(3, 3) : std::string_view(); }

}  // namespace

bool Matcher::is_modal_clause(TokenIndex verb) const {
  for (const TokenIndex c : scene_.children.of(verb))
    if (scene_.token(c).deprel == "aux" && feature(scene_.token(c), "VerbForm") == "Fin") return true;
  return false;
}

bool Matcher::has_word(TokenIndex head, const Filler& filler) const {
  const auto fits = [&](const std::string& words) {
    return filler.kind == FillerKind::kClass ? scene_.codebook.in_class(filler.index, words) : words == filler.name;
  };
  const std::string& lemma = scene_.lemma(head);
  if (fits(lemma)) return true;
  if (const TokenIndex meant = scene_.naming_head(head); meant != kNoToken && meant != head) return has_word(meant, filler);
  for (const TokenIndex c : scene_.children.of(head)) {
    const Token& token = scene_.token(c);
    const std::string_view relation = base_relation(token.deprel);
    const bool modifier = relation == "compound" || relation == "amod" || (relation == "nmod" && scene_.preposition(c) == "of");
    if (relation == "compound" && token.upos == Upos::kAdp) {
      if (fits(lemma + " " + scene_.lemma(c))) return true;
    } else if (modifier && (fits(scene_.lemma(c)) || fits(scene_.lemma(c) + " " + lemma) || fits(lemma + " " + scene_.lemma(c)))) {
      return true;
    }
  }
  // A conjunct may be what is asked for: "food and medicine".
  for (const TokenIndex c : scene_.children.of(head)) {
    if (scene_.token(c).deprel == "conj" && fits(scene_.lemma(c))) return true;
  }
  return false;
}

bool Matcher::fills_as_actor(FillerKind kind, TokenIndex head) {
  const std::vector<Participant> found = participants_.under(head);
  return std::any_of(found.begin(), found.end(), [&](const Participant& p) {
    if (kind == FillerKind::kActor) return participants_.is_political(p);
    if (kind == FillerKind::kArmed &&
        is_armed_sector(p.actor == kNone && p.code.size() == 3 ? std::string_view(p.code) : sector_of_code(p.code)))
      return true;
    if (p.actor == kNone) return kind == FillerKind::kGroup;
    const Actor& actor = scene_.actors.actors[static_cast<size_t>(p.actor)];
    switch (kind) {
      case FillerKind::kState: return actor.code.size() == 3 && actor.code == actor.country;
      case FillerKind::kPerson: {  // somebody in particular, not "tourists"
        const bool named = p.mention == kNone || scene_.actors.mentions[static_cast<size_t>(p.mention)].how != MentionHow::kDescription;
        return actor.kind == EntityKind::kPerson && (named || actor.known || !actor.code.empty());
      }
      case FillerKind::kOrganization: return actor.kind == EntityKind::kOrganization;
      case FillerKind::kGroup: return actor.kind == EntityKind::kGroup;
      default: return false;
    }
  });
}

bool Matcher::is_event(TokenIndex head, FillerKind kind, int type) {
  if (depth_ >= kDeepest) return false;
  ++depth_;
  bool found = false;
  TriggerKind trigger = TriggerKind::kVerb;
  const std::vector<TriggerEntry>& all = entries(head, trigger);
  if (!all.empty()) {
    const Frame frame = frames_.frame(head, trigger);
    std::optional<Match> best;
    for (const TriggerEntry entry : all) {
      auto one = admits(frame, entry);
      if (one && (!best || one->score > best->score)) best = std::move(one);
    }
    if (best) {
      const int own = scene_.codebook.patterns()[static_cast<size_t>(best->pattern)].type;
      const int quad = scene_.codebook.types()[static_cast<size_t>(own)].quad;
      found = kind == FillerKind::kEvent || (kind == FillerKind::kType && own == type) || (kind == FillerKind::kCooperation && quad <= 2) ||
              (kind == FillerKind::kConflict && quad >= 3);
    }
  }
  --depth_;
  return found;
}

bool Matcher::fills(const Filler& filler, TokenIndex head, Match&) {
  switch (filler.kind) {
    case FillerKind::kClass:
    case FillerKind::kLemma: return has_word(head, filler);
    case FillerKind::kType:
    case FillerKind::kCooperation:
    case FillerKind::kConflict:
    case FillerKind::kEvent: return is_event(head, filler.kind, filler.index);
    case FillerKind::kInfinitive:  // not "told them that the aid would continue"
      return feature(scene_.token(head), "VerbForm") == "Inf" && !is_modal_clause(head);
    case FillerKind::kPresent: return true;
    case FillerKind::kAbsent: return false;
    case FillerKind::kPlace: {
      const MentionIndex mention = scene_.mention_at(head);
      return mention != kNone && scene_.actors.mentions[static_cast<size_t>(mention)].kind == EntityKind::kPlace;
    }
    case FillerKind::kMoney:
    case FillerKind::kPeople: break;
    default: return fills_as_actor(filler.kind, head);
  }
  const TokenRange phrase = subtree_range(scene_.reading, scene_.children, head);
  const bool money = filler.kind == FillerKind::kMoney;
  for (const int i : scene_.amounts_in(scene_.sentence(head))) {
    const Amount& amount = scene_.amounts[static_cast<size_t>(i)];
    if (amount.tokens.begin >= phrase.end || phrase.begin >= amount.tokens.end) continue;
    const bool currency = amount.unit.size() == 3 && amount.unit[0] >= 'A' && amount.unit[0] <= 'Z';
    if (money ? currency : amount.unit == "persons") return true;
  }
  if (money) return false;
  const MentionIndex mention = scene_.mention_at(head);
  if (mention != kNone) {
    const EntityKind kind = scene_.actors.mentions[static_cast<size_t>(mention)].kind;
    return kind == EntityKind::kPerson || kind == EntityKind::kGroup;
  }
  return !participants_.sector(head).empty() || scene_.token(head).upos == Upos::kPron ||
         scene_.codebook.in_class(scene_.codebook.class_index("people"), scene_.lemma(head));
}

}  // namespace annalist
