#include "annalist/understand/events/places.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>

namespace annalist {
namespace {

template <size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto kLocative = std::to_array<std::string_view>({"in", "at", "near", "outside", "inside", "across", "throughout", "around",
                                                            "over", "off", "along", "above", "into", "within", "beyond", "beside"});

// What an act takes place at, by common nouns.
constexpr auto kSites = std::to_array<std::string_view>(
    {"airport",      "airstrip",      "area",     "avenue",   "bank",      "barracks", "base",       "bay",         "beach",
     "border",       "bridge",        "building", "camp",     "capital",   "cemetery", "center",     "centre",      "checkpoint",
     "church",       "city",          "coast",    "compound", "consulate", "convent",  "corridor",   "countryside", "crossing",
     "district",     "embassy",       "enclave",  "facility", "factory",   "field",    "front",      "gate",        "harbor",
     "headquarters", "highway",       "hospital", "hotel",    "house",     "island",   "jail",       "market",      "mosque",
     "neighborhood", "neighbourhood", "office",   "outpost",  "outskirts", "palace",   "plant",      "plaza",       "port",
     "post",         "prison",        "province", "region",   "road",      "school",   "sea",        "shore",       "square",
     "station",      "strait",        "street",   "suburb",   "synagogue", "town",     "university", "village",     "waters"});

// Stretches of fighting or unrest that a country's adjective places: "the Syrian civil war".
constexpr auto kStrife = std::to_array<std::string_view>(
    {"war", "conflict", "uprising", "revolution", "unrest", "insurgency", "offensive", "coup", "election", "crisis", "famine", "fighting"});

// Acts between two sides, whose object is no place to be in.
constexpr auto kContest = std::to_array<std::string_view>({"fight", "battle", "clash", "war", "kill", "fighting", "combat", "skirmish"});

constexpr auto kTravel =
    std::to_array<std::string_view>({"visit", "arrive", "travel", "trip", "tour", "fly", "delegation", "return", "land", "journey"});

const Mention* place_mention(const Scene& scene, TokenIndex head) {
  const MentionIndex mention = scene.mention_at(head);
  if (mention == kNone || scene.actors.mentions[static_cast<size_t>(mention)].kind != EntityKind::kPlace) return nullptr;
  return &scene.actors.mentions[static_cast<size_t>(mention)];
}

bool is_state(const Scene& scene, const Mention& mention) {
  if (mention.actor == kNone) return false;
  const Actor& actor = scene.actors.actors[static_cast<size_t>(mention.actor)];
  return actor.code.size() == 3 && actor.code == actor.country;
}

bool is_site(const Scene& scene, TokenIndex head) { return scene.token(head).upos == Upos::kNoun && is_among(scene.lemma(head), kSites); }

bool is_locative(const Scene& scene, TokenIndex head) {
  const std::string preposition = scene.preposition(head);
  return is_among(preposition, kLocative) || (preposition == "on" && is_site(scene, head));
}

class PlaceFinder {
 public:
  PlaceFinder(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers)
      : scene_(scene), match_(match), triggers_(triggers) {}

  std::optional<EventPlace> find() {
    own();
    if (!is_verbal()) {
      visited();
      for (const Argument& argument : match_.frame.arguments) below(argument.head, 1);
      below(match_.frame.trigger, 0);
      if (match_.frame.light != kNoToken) below(match_.frame.light, 0);
      joined();
    }
    for (const TokenIndex head : heads_)
      if (const Mention* mention = named(head)) return from_mention(*mention);
    for (const TokenIndex head : heads_)
      if (is_site(scene_, head) && !is_verbal()) return from_words(head);
    if (!is_verbal()) {
      if (const auto strife = strife_over(match_.frame.trigger)) return strife;
      if (const auto struck = struck_state()) return struck;
    }
    if (const auto line = from_dateline()) return line;
    return own_country();
  }

 private:
  // Said, not done: what it is about may be elsewhere. Meetings are done.
  bool is_verbal() const {
    const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match_.pattern)];
    const EventType& type = scene_.codebook.types()[static_cast<size_t>(pattern.type)];
    return (type.quad == 1 || type.quad == 3) && type.name != "CONSULT" && type.name != "PROTEST";
  }

  // The phrases of the act itself, and a name before an event noun ("the Gaza war").
  void own() {
    for (const Argument& argument : match_.frame.arguments)
      if (argument.kind == TermKind::kPreposition && is_locative(scene_, argument.head)) heads_.push_back(argument.head);
    if (match_.frame.kind != TriggerKind::kNoun) return;
    for (const Argument& argument : match_.frame.arguments) {
      const Mention* mention = place_mention(scene_, argument.head);
      if (argument.kind == TermKind::kModifier && mention != nullptr && !is_state(scene_, *mention)) heads_.push_back(argument.head);
    }
  }

  // What is visited, states too; else a place that is no state and has something done to it.
  void visited() {
    const bool travel = is_among(scene_.lemma(match_.frame.trigger), kTravel);
    for (const Participant& recipient : match_.recipients) {
      if (recipient.mention == kNone) continue;
      const Mention& mention = scene_.actors.mentions[static_cast<size_t>(recipient.mention)];
      if (mention.kind == EntityKind::kPlace && mention.head != kNoToken && (travel || !is_state(scene_, mention)))
        heads_.push_back(mention.head);
    }
  }

  // Locative phrases further down, not into relative clauses and what is said.
  void below(TokenIndex top, int depth) {
    const bool other = triggers_.contains(top) && top != match_.frame.trigger && scene_.preposition(top) != "in";
    if (depth > kDeepest || other || !seen_.insert(top).second) return;
    for (const TokenIndex c : scene_.children.of(top)) {
      const std::string& deprel = scene_.token(c).deprel;
      const std::string_view relation = base_relation(deprel);
      if (deprel == "acl:relcl" ||
          (relation != "obl" && relation != "nmod" && relation != "obj" && relation != "advcl" && relation != "xcomp" && relation != "acl"))
        continue;
      if ((relation == "obl" || relation == "nmod") && is_locative(scene_, c)) heads_.push_back(c);
      below(c, depth + 1);
    }
  }

  // "Arrived in Tehran and met ...", "rescued some and saved others off Aceh".
  void joined() {
    const Token& trigger = scene_.token(match_.frame.trigger);
    if (trigger.deprel == "conj" && trigger.head != kNoToken) {
      const bool travel = is_among(scene_.lemma(trigger.head), kTravel);
      for (const TokenIndex c : scene_.children.of(trigger.head))
        if ((travel && scene_.token(c).deprel == "obj") || (base_relation(scene_.token(c).deprel) == "obl" && is_locative(scene_, c)))
          heads_.push_back(c);
    }
  }

  // A place's name at the head, or within a phrase for a part of it ("the coast of Aceh", "the town of
  // Yeoncheon").
  const Mention* named(TokenIndex head) const {
    if (const Mention* mention = place_mention(scene_, head)) return mention;
    if (!is_site(scene_, head)) return nullptr;
    for (const TokenIndex c : scene_.children.of(head)) {
      const std::string_view relation = base_relation(scene_.token(c).deprel);
      if (relation != "nmod" && relation != "compound" && relation != "appos") continue;
      if (const Mention* mention = place_mention(scene_, c); mention != nullptr && (relation != "nmod" || scene_.preposition(c) == "of"))
        return mention;
    }
    return nullptr;
  }

  // Of places of one name that in a country of the event's participants.
  EventPlace from_mention(const Mention& mention) const {
    EventPlace place;
    place.words = mention.words;
    place.name = std::string(words_of(scene_.document.text, place.words));
    if (mention.actor != kNone) place.country = scene_.actors.actors[static_cast<size_t>(mention.actor)].country;
    std::vector<Place> known = scene_.knowledge.places(place.name, place.country);
    if (place.country.empty() && known.size() > 1) rank(known);
    if (!known.empty()) {
      if (place.country.empty()) place.country = std::string(known.front().country);
      place.latitude = known.front().latitude;
      place.longitude = known.front().longitude;
    }
    return place;
  }

  // A country of the participants first, then that which the document tells most of, then states, capitals
  // and regions, then the larger.
  void rank(std::vector<Place>& known) const {
    std::set<std::string> countries;
    for (const auto* some : {&match_.recipients, &match_.actors})
      for (const Participant& p : *some)
        if (p.code.size() >= kCountryCode) countries.insert(p.code.substr(0, kCountryCode));
    const auto order = [&](const Place& each) {
      const bool major = each.feature == 'S' || each.feature == 'C' || each.feature == 'A';
      const std::string country(each.country);
      return std::tuple(!countries.contains(country), -scene_.times_told(country), !major, ~each.population);
    };
    std::stable_sort(known.begin(), known.end(), [&](const Place& a, const Place& b) { return order(a) < order(b); });
  }

  EventPlace from_words(TokenIndex head) const {
    TokenRange tokens{head, head + 1};
    for (const TokenIndex c : scene_.children.of(head)) {
      const std::string_view relation = base_relation(scene_.token(c).deprel);
      if (c < head && scene_.token(c).upos != Upos::kPron && (relation == "compound" || relation == "amod" || relation == "nmod"))
        tokens.begin = std::min(tokens.begin, subtree_range(scene_.reading, scene_.children, c).begin);
    }
    EventPlace place;
    place.words = span_of(scene_.reading, tokens);
    place.name = std::string(words_of(scene_.document.text, place.words));
    return place;
  }

  // The first place of a dateline: a short sentence in capitals before the first, closed by a dash.
  std::optional<EventPlace> from_dateline() const {
    const int sentence = scene_.sentence(match_.frame.trigger);
    if (sentence == 0) return std::nullopt;
    const auto& sentences = scene_.reading.sentences;
    const Sentence& line = sentences[static_cast<size_t>(sentence - 1)];
    if (line.block != sentences[static_cast<size_t>(sentence)].block || line.tokens.size() > kDateline || line.tokens.empty())
      return std::nullopt;
    if (sentence > 1 && sentences[static_cast<size_t>(sentence - 2)].block == line.block) return std::nullopt;
    const std::string& last = scene_.token(line.tokens.end - 1).form;
    if (last != "-" && last != "–" && last != "—" && last != "--") return std::nullopt;
    for (const int m : scene_.mentions_in(sentence - 1)) {
      const Mention& mention = scene_.actors.mentions[static_cast<size_t>(m)];
      if (mention.kind == EntityKind::kPlace && mention.head != kNoToken) return from_mention(mention);
    }
    return std::nullopt;
  }

  // "Fought each other during the Syrian civil war", of the clause or of one that it hangs on in time.
  std::optional<EventPlace> strife_over(TokenIndex verb) const {
    for (int step = 0; verb != kNoToken && step < kDeepest; ++step) {
      for (const TokenIndex c : scene_.children.of(verb)) {
        const std::string preposition = scene_.preposition(c);
        if ((preposition == "during" || preposition == "in" || preposition == "amid") && is_among(scene_.lemma(c), kStrife))
          if (auto place = of_adjective(c)) return place;
        for (const TokenIndex below_it : scene_.children.of(c))  // "what happened between them during the war"
          if (scene_.preposition(below_it) == "during" && is_among(scene_.lemma(below_it), kStrife))
            if (auto place = of_adjective(below_it)) return place;
      }
      const std::string_view relation = base_relation(scene_.token(verb).deprel);
      if (relation != "advcl" && relation != "conj" && relation != "xcomp") return std::nullopt;
      verb = scene_.token(verb).head;
    }
    return std::nullopt;
  }

  // The state of a noun's adjective: "Syrian" of "the Syrian civil war".
  std::optional<EventPlace> of_adjective(TokenIndex noun) const {
    for (const TokenIndex c : scene_.children.of(noun)) {
      const std::string_view relation = base_relation(scene_.token(c).deprel);
      if (relation != "amod" && relation != "compound" && relation != "nmod") continue;
      const MentionIndex mention = scene_.mention_at(c);
      if (mention == kNone || scene_.actor_of(mention) == kNone) continue;
      const Actor& actor = scene_.actors.actors[static_cast<size_t>(scene_.actor_of(mention))];
      if (actor.code.size() != kCountryCode || actor.code != actor.country) continue;
      EventPlace place = from_mention(scene_.actors.mentions[static_cast<size_t>(mention)]);
      place.name = actor.name;
      return place;
    }
    return std::nullopt;
  }

  // "A strike on the country", "fired rockets into Israel": the state that is struck is where it happened.
  std::optional<EventPlace> struck_state() const {
    const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match_.pattern)];
    const std::string& by = match_.recipient_by;
    const bool onto = by == "on" || by == "into" || by == "in" || by == "at";
    if (!pattern.cameo.starts_with("19") || !onto || is_among(scene_.lemma(match_.frame.trigger), kContest)) return std::nullopt;
    for (const Participant& recipient : match_.recipients) {
      if (recipient.mention == kNone || recipient.actor == kNone) continue;
      const Mention& mention = scene_.actors.mentions[static_cast<size_t>(recipient.mention)];
      const Actor& actor = scene_.actors.actors[static_cast<size_t>(recipient.actor)];
      if (mention.how == MentionHow::kPronoun || actor.code.size() != kCountryCode || actor.code != actor.country) continue;
      EventPlace place = from_mention(mention);
      if (mention.how == MentionHow::kDescription) place.name = actor.name;
      place.country = actor.country;
      return place;
    }
    return std::nullopt;
  }

  // What a state does to people within it ("Thailand cracked down on smugglers") it does at home.
  std::optional<EventPlace> own_country() const {
    const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match_.pattern)];
    if (scene_.codebook.types()[static_cast<size_t>(pattern.type)].name != "COERCE" || match_.actors.size() != 1) return std::nullopt;
    const Participant& state = match_.actors.front();
    if (state.mention == kNone || state.actor == kNone) return std::nullopt;
    const Mention& mention = scene_.actors.mentions[static_cast<size_t>(state.mention)];
    if (mention.kind != EntityKind::kPlace || mention.how != MentionHow::kName || !is_state(scene_, mention)) return std::nullopt;
    for (const Participant& recipient : match_.recipients) {
      const std::string country = recipient.actor != kNone ? scene_.actors.actors[static_cast<size_t>(recipient.actor)].country
                                  : recipient.code.size() > kCountryCode ? recipient.code.substr(0, kCountryCode)
                                                                         : std::string();
      if (!country.empty() && country != state.code) return std::nullopt;
    }
    return from_mention(mention);
  }

  static constexpr int kDateline = 16;  // tokens of the longest
  static constexpr int kDeepest = 5;
  static constexpr size_t kCountryCode = 3;
  const Scene& scene_;
  const Match& match_;
  const std::set<TokenIndex>& triggers_;
  std::vector<TokenIndex> heads_;
  std::set<TokenIndex> seen_;
};

}  // namespace

std::optional<EventPlace> place_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers) {
  return PlaceFinder(scene, match, triggers).find();
}

}  // namespace annalist
