#include "annalist/understand/events/status.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/understand/events/status_words.h"

namespace annalist {
namespace {

constexpr int kClimb = 6;
constexpr int kHeadline = 4;  // tokens; shorter sentences without a full stop are left as they are

class StatusReader {
 public:
  StatusReader(const Scene& scene, const Frames& frames, const Match& match) : scene_(scene), frames_(frames), match_(match) {}

  Status read() {
    TokenIndex verb = match_.frame.trigger;
    if (match_.frame.kind == TriggerKind::kNoun) {
      noun(verb);
      verb = match_.frame.light;
    }
    if (verb != kNoToken) clause(verb);
    if (status_.value != EventStatus::kActual || status_.negated) return status_;
    if (verb != kNoToken) {
      habit(verb);
    } else {
      lasting(match_.frame.trigger);
    }
    return status_;
  }

 private:
  const Token& token(TokenIndex t) const { return scene_.token(t); }

  // The first word that decides wins: those nearest to the act are read first.
  void decide(EventStatus value, TokenIndex by) {
    if (status_.value != EventStatus::kActual) return;
    status_.value = value;
    status_.words = token(by).words;
  }

  void hint(StatusHint hint, TokenIndex by, bool doer) {
    if (status_.value != EventStatus::kActual || is_resolve(by)) return;
    switch (hint) {
      case StatusHint::kNoHint:
      case StatusHint::kFact: return;
      case StatusHint::kPlanned: decide(EventStatus::kPlanned, by); break;
      case StatusHint::kPossible: decide(EventStatus::kPossible, by); break;
      case StatusHint::kRequested: decide(EventStatus::kRequested, by); break;
      case StatusHint::kPromised: decide(EventStatus::kPromised, by); break;
      case StatusHint::kDenied: decide(EventStatus::kDenied, by); break;
      case StatusHint::kRefused:
        decide(EventStatus::kDenied, by);
        status_.refused = doer;
        break;
      case StatusHint::kOngoing: decide(EventStatus::kOngoing, by); break;
    }
    status_.by_doer = doer;
  }

  // "Decided to reject it", "voted to condemn": what is done in words is done by deciding it.
  bool is_resolve(TokenIndex by) const {
    const std::string& lemma = scene_.lemma(by);
    if (lemma != "decide" && lemma != "decision") return false;
    const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match_.pattern)];
    const std::string& type = scene_.codebook.types()[static_cast<size_t>(pattern.type)].name;
    return type == "REJECT" || type == "ACCUSE";
  }

  // By its lemma, or as it stands: taggers differ on "suspected".
  StatusHint modifier(TokenIndex t) const {
    const StatusHint of = hint_of_modifier(scene_.lemma(t));
    return of != StatusHint::kNoHint ? of : hint_of_modifier(to_lower(token(t).form));
  }

  // An event noun's own modifiers, and what governs it where no light verb does.
  void noun(TokenIndex at) {
    for (const TokenIndex c : scene_.children.of(at)) {
      const std::string_view relation = base_relation(token(c).deprel);
      if (relation == "det" && scene_.lemma(c) == "no") negate(c);
      if (relation == "case" && scene_.lemma(c) == "without") negate(c);
      if (relation == "amod" || relation == "advmod") hint(modifier(c), c, false);
    }
    const TokenIndex up = token(at).head;
    if (up == kNoToken || match_.frame.light != kNoToken) return;
    const std::string_view relation = base_relation(token(at).deprel);
    if (relation == "nmod") {
      hint(hint_of_noun(scene_.lemma(up)), up, false);
    } else if (relation == "obj" || token(at).deprel == "nsubj:pass") {
      const StatusHint governor = hint_of_governor(scene_.lemma(up));
      if (governor != StatusHint::kNoHint) hint(governor, up, false);
      if (scene_.is_verb(up)) auxiliaries(up, false);
    }
  }

  void negate(TokenIndex by) {
    status_.negated = true;
    status_.words = token(by).words;
  }

  void auxiliaries(TokenIndex verb, bool doer) {
    bool negated = false;
    TokenIndex future = kNoToken;
    for (const TokenIndex c : scene_.children.of(verb)) {
      const Token& child = token(c);
      const std::string_view relation = base_relation(child.deprel);
      if (relation == "aux") {
        const StatusHint of = hint_of_auxiliary(scene_.lemma(c));
        if (of == StatusHint::kPlanned) future = c;
        // "Would have attacked", "may have attacked": contrary to fact, or a guess.
        const bool perfect = of != StatusHint::kNoHint && scene_.lemma(c) != "will" && has_auxiliary(verb, "have");
        const bool guess = perfect || (scene_.lemma(c) == "would" && !in_speech(verb));
        hint(guess ? StatusHint::kPossible : of, c, doer && of == StatusHint::kPlanned && !perfect);
      } else if (relation == "advmod" && is_negation(scene_.lemma(c))) {
        if (is_more_than(c)) continue;
        negated = true;
        if (!status_.negated) negate(c);
      } else if (relation == "advmod") {
        hint(modifier(c), c, false);
      } else if (relation == "mark" && (scene_.lemma(c) == "if" || scene_.lemma(c) == "unless" || scene_.lemma(c) == "whether")) {
        hint(StatusHint::kPossible, c, false);
      } else if (relation == "obj" && has_no(c)) {  // "put no pressure on"
        if (!status_.negated) negate(c);
      } else if (relation == "nsubj" && (scene_.lemma(c) == "nobody" || scene_.lemma(c) == "none" || has_no(c))) {
        negate(c);
      }
    }
    if (negated && future != kNoToken && doer) status_.refused = true;
  }

  bool has_auxiliary(TokenIndex verb, std::string_view lemma) const {
    for (const TokenIndex c : scene_.children.of(verb))
      if (base_relation(token(c).deprel) == "aux" && scene_.lemma(c) == lemma) return true;
    return false;
  }

  // "Not only", "not just".
  bool is_more_than(TokenIndex negation) const {
    if (negation + 1 >= static_cast<TokenIndex>(scene_.reading.tokens.size())) return false;
    const std::string& next = scene_.lemma(negation + 1);
    return next == "only" || next == "just" || next == "merely" || next == "simply";
  }

  bool is_negated(TokenIndex verb) const {
    for (const TokenIndex c : scene_.children.of(verb))
      if (base_relation(token(c).deprel) == "advmod" && is_negation(scene_.lemma(c)) && !is_more_than(c)) return true;
    return false;
  }

  // "Was able to": did.
  bool was_able(TokenIndex up) const {
    const TokenIndex copula = scene_.child(up, "cop");
    return scene_.lemma(up) == "able" && copula != kNoToken && feature(token(copula), "Tense") == "Past" && !is_negated(up) &&
           scene_.child(up, "aux") == kNoToken;
  }

  // "Did not deny": what a denial governs is open when it is negated itself. True when it was.
  bool undenied(StatusHint of, TokenIndex up) {
    if ((of != StatusHint::kDenied && of != StatusHint::kRefused) || !is_negated(up)) return false;
    hint(StatusHint::kPossible, up, false);
    return true;
  }

  // Over a finite clause verbs of telling tell, and only a clause that is still to come is asked for, planned or warned of.
  StatusHint over_finite(TokenIndex verb, TokenIndex up) const {
    const StatusHint of = hint_of_governor(scene_.lemma(up));
    if (of == StatusHint::kNoHint || of == StatusHint::kDenied || of == StatusHint::kRefused) return of;
    if (feature(token(verb), "VerbForm") == "Inf" && scene_.child(verb, "aux") == kNoToken) return of;
    if (tells_facts(scene_.lemma(up))) return StatusHint::kNoHint;
    bool past = feature(token(verb), "Tense") == "Past";
    for (const TokenIndex c : scene_.children.of(verb))
      if (base_relation(token(c).deprel) == "aux") past = feature(token(c), "Tense") == "Past" || scene_.lemma(c) == "have";
    const bool opinion = of == StatusHint::kPossible && scene_.lemma(up) != "warn";
    return past && !opinion ? StatusHint::kNoHint : of;
  }

  bool has_no(TokenIndex nominal) const {
    for (const TokenIndex c : scene_.children.of(nominal))
      if (token(c).deprel == "det" && scene_.lemma(c) == "no") return true;
    return false;
  }

  bool in_speech(TokenIndex verb) const { return token(verb).deprel == "ccomp" || token(verb).deprel == "parataxis"; }

  // The verb's own words, then those that govern it.
  void clause(TokenIndex verb) {
    const bool active = !frames_.is_passive(verb);
    auxiliaries(verb, active && !match_.actors.empty());
    for (int i = 0; i < kClimb && verb != kNoToken; ++i) {
      const Token& at = token(verb);
      const TokenIndex up = at.head;
      if (up == kNoToken) return;
      const std::string_view relation = base_relation(at.deprel);
      if ((relation == "ccomp" || relation == "xcomp" || relation == "obj") && scene_.lemma(up) == "include") {
        const TokenIndex list = scene_.child(up, "nsubj");  // "their demands include dissolving ..."
        if (list != kNoToken) hint(hint_of_noun(scene_.lemma(list)), list, false);
        return;
      }
      if (relation == "xcomp") {
        const bool own = frames_.surface_subject(verb) == frames_.surface_subject(up);  // not "wants Iran to leave"
        const bool doer = active && own && !match_.actors.empty() && scene_.lemma(up) != "expect";
        const StatusHint of = hint_of_governor(scene_.lemma(up));
        if (undenied(of, up) || was_able(up)) return;
        hint(of, up, doer);
        auxiliaries(up, doer);
      } else if (relation == "ccomp" || relation == "csubj") {
        const StatusHint of = over_finite(verb, up);
        if (of != StatusHint::kNoHint && !undenied(of, up)) hint(of, up, false);
        return;
      } else if (relation == "acl" && at.deprel != "acl:relcl") {
        const StatusHint of = hint_of_noun(scene_.lemma(up));
        const bool finite = feature(at, "VerbForm") != "Inf" && feature(at, "VerbForm") != "Ger";
        if (!finite || (scene_.child(verb, "mark") != kNoToken && (of == StatusHint::kPossible || of == StatusHint::kDenied)))
          hint(of, up, active && !finite);
        return;
      } else if (relation == "advcl") {
        advcl(verb, up);
        return;
      } else if (relation == "conj") {
        // Shared auxiliaries: "will visit Iran and meet ...".
        if (scene_.child(verb, "aux") != kNoToken || scene_.child(verb, "nsubj") != kNoToken || !scene_.is_verb(up)) return;
        shared_auxiliaries(up, active);
      } else {
        return;
      }
      verb = up;
    }
  }

  void shared_auxiliaries(TokenIndex up, bool active) {
    for (const TokenIndex c : scene_.children.of(up)) {
      if (base_relation(token(c).deprel) != "aux") continue;
      const StatusHint of = hint_of_auxiliary(scene_.lemma(c));
      hint(of, c, active && of == StatusHint::kPlanned && !match_.actors.empty());
    }
  }

  // "sent troops to protect ...": a purpose; "by bombing", "after bombing": a fact; gerunds under from, of: by their governor.
  void advcl(TokenIndex verb, TokenIndex up) {
    const TokenIndex mark = scene_.child(verb, "mark");
    const std::string word = mark == kNoToken ? std::string() : scene_.lemma(mark);
    if (word == "to" && feature(token(verb), "VerbForm") == "Inf") {
      const StatusHint of = hint_of_governor(scene_.lemma(up));
      hint(of == StatusHint::kNoHint || of == StatusHint::kOngoing ? StatusHint::kPlanned : of, of == StatusHint::kNoHint ? mark : up,
           of != StatusHint::kNoHint);
    } else if (word == "from" || word == "of" || word == "against" || word == "without") {
      const StatusHint of = word == "without" ? StatusHint::kDenied : hint_of_governor(scene_.lemma(up));
      hint(of, up, false);
    }
  }

  // A state told as being so: "is in contact with", "its blockade of".
  void lasting(TokenIndex noun) {
    const TokenIndex copula = scene_.child(noun, "cop");
    if (copula != kNoToken && feature(token(copula), "Tense") == "Pres" && scene_.child(noun, "case") != kNoToken) {
      decide(EventStatus::kOngoing, copula);
    } else if (copula == kNoToken && is_lasting(scene_.lemma(noun)) && scene_.child(noun, "nmod:poss") != kNoToken) {
      decide(EventStatus::kOngoing, noun);
    }
  }

  // "Has long backed", "has backed ... since 2011", "has backed ... for years".
  bool is_long_perfect(TokenIndex verb) const {
    const TokenIndex have = scene_.child(verb, "aux");
    if (have == kNoToken || scene_.lemma(have) != "have" || feature(token(have), "Tense") != "Pres") return false;
    for (const TokenIndex c : scene_.children.of(verb)) {
      const std::string_view relation = base_relation(token(c).deprel);
      const std::string& lemma = scene_.lemma(c);
      if (relation == "advmod" && (lemma == "long" || lemma == "always" || lemma == "consistently" || lemma == "traditionally"))
        return true;
      if (relation != "obl") continue;
      const std::string preposition = scene_.preposition(c);
      const bool timed = std::any_of(scene_.times.begin(), scene_.times.end(), [&](const Timex& t) { return t.tokens.contains(c); });
      if (timed && (preposition == "since" || preposition == "for")) return true;
    }
    return false;
  }

  // Support that is spoken of as such ("accused Iran of arming ..."): a practice.
  bool is_practice(TokenIndex verb) const {
    if (!is_progressive(token(verb)) || scene_.child(verb, "aux") != kNoToken) return false;
    const TokenIndex mark = scene_.child(verb, "mark");
    if (mark == kNoToken || (scene_.lemma(mark) != "of" && scene_.lemma(mark) != "for")) return false;
    return scene_.codebook.types()[static_cast<size_t>(scene_.codebook.patterns()[static_cast<size_t>(match_.pattern)].type)].quad == 2;
  }

  // Goes on: "is bombing", "has been bombing", and of material acts the plain present ("Iran arms Hamas") outside headlines.
  void habit(TokenIndex verb) {
    const Token& at = token(verb);
    bool be_present = false;
    bool have_been = false;
    bool any_aux = false;
    for (const TokenIndex c : scene_.children.of(verb)) {
      if (base_relation(token(c).deprel) != "aux") continue;
      any_aux = true;
      be_present |= scene_.lemma(c) == "be" && feature(token(c), "Tense") == "Pres";
      have_been |= scene_.lemma(c) == "be" && token(c).form == "been";
    }
    if (is_progressive(at) && (be_present || have_been)) {
      decide(EventStatus::kOngoing, verb);
      return;
    }
    if (is_long_perfect(verb) || is_practice(verb)) {
      decide(EventStatus::kOngoing, verb);
      return;
    }
    if (is_invariant(scene_.lemma(verb)) && to_lower(at.form) == scene_.lemma(verb)) return;  // "six shells hit": most often a past
    if (any_aux || feature(at, "Tense") != "Pres" || feature(at, "VerbForm") == "Part" || feature(at, "VerbForm") == "Ger") return;
    const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match_.pattern)];
    const int quad = scene_.codebook.types()[static_cast<size_t>(pattern.type)].quad;
    const uint32_t block = scene_.reading.sentences[static_cast<size_t>(scene_.sentence(verb))].block;
    const TokenRange sentence = scene_.reading.sentences[static_cast<size_t>(scene_.sentence(verb))].tokens;
    const Upos end = token(sentence.end - 1).upos;
    if (sentence.size() > kHeadline && end != Upos::kPunct) return;  // headlines tell the past in the present
    const bool running = block >= scene_.document.blocks.size() || scene_.document.blocks[block].kind == BlockKind::kParagraph ||
                         scene_.document.blocks[block].kind == BlockKind::kQuote;
    if ((quad == 2 || quad == 4) && running) decide(EventStatus::kOngoing, verb);
  }

  const Scene& scene_;
  const Frames& frames_;
  const Match& match_;
  Status status_;
};

}  // namespace

Status status_of(const Scene& scene, const Frames& frames, const Match& match) { return StatusReader(scene, frames, match).read(); }

}  // namespace annalist
