#include "annalist/understand/statements/verb_content.h"

#include <string>

#include "annalist/base/utf8.h"
#include "annalist/understand/statements/attribution_sources.h"

namespace annalist {
namespace {

class ContentFinder {
 public:
  ContentFinder(const AttributionContext& context, TokenIndex verb, const Cue& cue)
      : context_(context), verb_(verb), cue_(cue), content_(context, context.sentence_tokens(verb)) {}

  VerbContent find() {
    VerbContent out;
    out.cue_words = cue_words();
    find_content(out.cue_words);
    out.ranges = content_.ranges();
    out.stance = stance_;
    return out;
  }

 private:
  bool is(uint16_t frame) const { return (cue_.frames & frame) != 0; }

  // The lower-case form of the token behind the verb in its sentence, or empty.
  std::string next_form() const {
    const bool last = verb_ + 1 >= context_.sentence_tokens(verb_).end;
    return last ? "" : to_lower(context_.token(verb_ + 1).form);
  }

  ByteSpan cue_words() const {
    ByteSpan words = context_.token(verb_).words;
    for (const TokenIndex c : context_.children.of(verb_)) {
      if (cue_.lemma == "report" && context_.relation(c) == "obl" && context_.marker(c) == "by" &&
          context_.relation(verb_) != "acl:relcl" && next_form() == "by" && context_.child(verb_, "aux") == kNoToken) {
        words = cover(words, context_.token(verb_ + 1).words);
      }
      if (context_.token(c).deprel == "compound:prt" && c == verb_ + 1) words = cover(words, context_.token(c).words);
    }
    return words;
  }

  void find_content(ByteSpan& cue_words) {
    bool found = false;
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string_view relation = context_.relation(c);
      if (is(kClause) && (relation == "ccomp" || (relation == "csubj" && context_.is_passive(verb_)))) {
        content_.add_subtree(c);
        remove_before_that(c);
        found = true;
      }
    }
    if (found) keep_right_complement();
    found = found || add_open_complement();
    found = add_prepositional(found, cue_words) || found;
    if (!found && (is(kObject) || is(kMatter))) found = add_object() || add_antecedent();
    if (!found && is(kClause)) found = add_beside() || add_trailing();
    if (found) remove_cue_clause();
  }

  // With complements on both sides and no comma behind the verb, the one on the left is a clause misread.
  void keep_right_complement() {
    TokenIndex left = kNoToken, right = kNoToken;
    for (const TokenIndex c : context_.children.of(verb_)) {
      if (context_.relation(c) == "ccomp") (c < verb_ ? left : right) = c;
    }
    if (left == kNoToken || right == kNoToken || next_form() == ",") return;
    if (context_.quote_of(left) < 0) content_.remove_subtree(left);
  }

  // "said in May that ...": what stands before "that" is the cue's.
  void remove_before_that(TokenIndex clause) {
    for (const TokenIndex c : context_.children.of(clause)) {
      if (context_.relation(c) == "mark" && c > verb_ && to_lower(context_.token(c).form) == "that") content_.remove({verb_, c});
    }
  }

  TokenIndex object() const {
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string_view relation = context_.relation(c);
      if (relation == "obj" || relation == "iobj") return c;
    }
    return kNoToken;
  }

  // What is spoken of: the object, in the passive the subject ("Kline was accused of theft").
  TokenIndex theme() const {
    if (const TokenIndex found = object(); found != kNoToken) return found;
    return context_.is_passive(verb_) ? context_.child(verb_, "nsubj") : kNoToken;
  }

  bool is_relative(TokenIndex t) const { return feature(context_.token(t), "PronType") == "Rel"; }

  void add_object_too(TokenIndex found) {
    if (found != kNoToken && !is_relative(found)) content_.add_subtree(found);
  }

  bool is_infinitive(TokenIndex clause) const { return context_.marker(clause) == "to"; }

  bool add_open_complement() {
    const TokenIndex theme = is(kAddressee) ? object() : this->theme();
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string_view relation = context_.relation(c);
      const bool purpose = relation == "advcl" && theme != kNoToken && c > theme && is(kObjectInfinitive) && is_infinitive(c);
      const bool infinitive = is_infinitive(c);
      if (relation == "advcl" && infinitive && add_called_on(c)) return true;
      if (relation != "xcomp" && !purpose) continue;
      if (infinitive && theme != kNoToken && is(kObjectInfinitive)) {
        content_.add_subtree(c);
        content_.add_subtree(theme);
        return true;
      }
      if (infinitive && is(kInfinitive)) {
        content_.add_subtree(c);
        if (theme != kNoToken && !is(kAddressee)) add_object_too(theme);
        return true;
      }
      if (context_.is_passive(verb_) && is(kClause) && infinitive) {  // "is said to"
        content_.add_subtree(c);
        return true;
      }
      if (infinitive && !cue_.prepositions.empty() && add_called_on(c)) return true;
      if (!infinitive && is(kGerund) && theme == kNoToken && context_.token(c).form.ends_with("ing")) {  // "denied taking the money"
        content_.add_subtree(c);
        return true;
      }
      if (!infinitive && is(kPredicate)) {  // also "what the officials called a wave"
        content_.add_subtree(c);
        add_object_too(theme);
        return true;
      }
    }
    return is(kPredicate) && add_second_object(theme);
  }

  // "which Egypt considers a terrorist group", analysed with two objects.
  bool add_second_object(TokenIndex theme) {
    if (theme == kNoToken) return false;
    bool found = false;
    for (const TokenIndex c : context_.children.of(verb_)) {
      const bool object = context_.relation(c) == "obj" || context_.relation(c) == "iobj";
      if (object && c != theme) {
        content_.add_subtree(c);
        found = true;
      }
    }
    if (found) add_object_too(theme);
    return found;
  }

  // "called on the Palestinians to resist", handled with the preposition.
  bool add_called_on(TokenIndex clause) {
    for (const TokenIndex c : context_.children.of(verb_)) {
      const bool between = verb_ < c && c < clause && !is_day(c);
      if (context_.relation(c) != "obl" || !between || !has_word(cue_.prepositions, context_.marker(c))) continue;
      content_.add_subtree(clause);
      return true;
    }
    return false;
  }

  // "Called on Friday for calm".
  bool is_day(TokenIndex t) const {
    return has_word(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
        "november december",
        to_lower(context_.token(t).form));
  }

  bool is_relative_clause() const { return context_.token(verb_).deprel == "acl:relcl"; }

  bool add_prepositional(bool found, ByteSpan& cue_words) {
    if (cue_.prepositions.empty()) return false;
    const TokenIndex theme = this->theme();
    const bool judged = cue_.cue_class == CueClass::kJudge;
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string_view relation = context_.relation(c);
      const std::string marker = context_.marker(c);
      const bool gerund = relation == "xcomp" && marker != "to";  // "accused them of retreating"
      if (relation != "obl" && relation != "advcl" && relation != "nmod" && !gerund) continue;
      if (!has_word(cue_.prepositions, marker) || (marker == "on" && is_day(c))) continue;
      if (found && cue_.lemma != "call") return false;
      if (judged && marker != "against" && marker != "at" && marker != "on" && theme == kNoToken && !is_relative_clause()) continue;
      content_.add_subtree(c);
      if (judged) add_object_too(theme);
      stance_ = judged && !has_word("as for of over to", marker);
      if (cue_.lemma == "call") take_preposition(c, cue_words);
      return true;
    }
    return false;
  }

  // "called on", "called for": the preposition is the cue's.
  void take_preposition(TokenIndex nominal, ByteSpan& cue_words) {
    for (const TokenIndex c : context_.children.of(nominal)) {
      if ((context_.relation(c) == "case" || context_.relation(c) == "mark") && c == verb_ + 1) {
        cue_words = cover(cue_words, context_.token(c).words);
        content_.remove({c, c + 1});
      }
    }
  }

  bool add_object() {
    const TokenIndex theme = this->theme();
    if (theme == kNoToken || (is_relative(theme) && theme < verb_)) return false;
    const bool judged = cue_.cue_class == CueClass::kJudge;
    const std::string form = to_lower(context_.token(theme).form);
    const bool open = has_word("anything everything something what", form);  // "condemned what he called a theft"
    if (context_.token(theme).upos == Upos::kPron && !open && (!judged || form == "it")) return false;
    if (is(kMatter) && !context_.arguments.own_mentions_of(theme).empty()) return false;
    if (is(kText) && has_cue_below(theme)) return false;
    if (is(kText) && !is_text_noun(context_.lemma(theme)) && find_noun_cue(context_.lemma(theme)) == nullptr) return false;
    const TokenIndex subject = context_.child(verb_, "nsubj");  // a person shows courage, a poll shows a lead
    if (cue_.cue_class == CueClass::kShow && (subject == kNoToken || !is_text_noun(context_.lemma(subject)))) return false;
    content_.add_subtree(theme);
    stance_ = judged || is(kMatter);
    return true;
  }

  // "A statement saying that ...": the participle says it.
  bool has_cue_below(TokenIndex noun) const {
    for (const TokenIndex c : context_.children.of(noun)) {
      if (context_.relation(c) == "acl" && context_.verb_cue(c) != nullptr) return true;
    }
    return false;
  }

  // "The ban, which they oppose", "a charge made up by rivals": the noun that the verb's clause describes, and the relative pronoun.
  bool add_antecedent() {
    const std::string& deprel = context_.token(verb_).deprel;
    const TokenIndex noun = context_.head(verb_);
    if (noun == kNoToken || noun > verb_ || is(kText)) return false;
    if (is(kMatter) && !context_.arguments.own_mentions_of(noun).empty()) return false;
    if (deprel == "acl:relcl") {
      const TokenIndex subject = context_.child(verb_, "nsubj");
      const TokenIndex theme = object();
      if (subject == kNoToken || is_relative(subject) || context_.is_passive(verb_)) return false;
      if (context_.token(subject).deprel != "nsubj" || (theme != kNoToken && !is_relative(theme))) return false;
      for (const TokenIndex c : context_.children.of(verb_)) {  // "the day on which they spoke"
        const std::string_view relation = context_.relation(c);
        if (relation == "obl" && context_.marker(c).empty() && is_relative(c)) return false;
        if (relation == "ccomp" || relation == "xcomp") return false;
        for (const TokenIndex d : context_.children.of(c)) {
          if (is_relative(d) && c != theme) return false;
        }
        if (relation == "advmod" && is_relative(c)) return false;  // "the place where"
      }
      content_.add({noun, noun + 1});
      if (theme != kNoToken) content_.add({theme, theme + 1});
    } else if (deprel == "acl" && context_.is_passive(verb_) && has_agent()) {
      content_.add_subtree(noun);
      content_.remove_subtree(verb_);
    } else {
      return false;
    }
    stance_ = cue_.cue_class == CueClass::kJudge || is(kMatter);
    return true;
  }

  bool has_agent() const {
    for (const TokenIndex c : context_.children.of(verb_)) {
      if (context_.token(c).deprel == "obl:agent") return true;
    }
    return false;
  }

  // Speech beside the verb: "..., he said", "as he said, ...", "he said: ...".
  bool add_beside() {
    const std::string_view relation = context_.relation(verb_);
    const TokenIndex up = context_.head(verb_);
    const bool as = relation == "advcl" && context_.marker(verb_) == "as";
    if (up != kNoToken && (relation == "parataxis" || as) && stands_apart()) {
      content_.add_subtree(up);
      return true;
    }
    if (up != kNoToken && (relation == "acl" || relation == "conj") && context_.is_passive(verb_)) return add_reported_by();
    for (const TokenIndex c : context_.children.of(verb_)) {  // "X believes and Y fears that ..."
      const TokenIndex shared = context_.relation(c) == "conj" && object() == kNoToken ? context_.child(c, "ccomp") : kNoToken;
      if (shared != kNoToken && context_.verb_cue(c) != nullptr && c < shared) {
        content_.add_subtree(shared);
        return true;
      }
    }
    for (const TokenIndex c : context_.children.of(verb_)) {
      if (context_.relation(c) != "parataxis" || context_.verb_cue(c) != nullptr) continue;
      if (c < verb_ || follows_colon(c)) {
        content_.add_subtree(c);
        return true;
      }
    }
    return false;
  }

  // "..., Israel Hayom reported." and "..., says X.": the cue's clause ends the sentence after a comma, and what stands before it is told,
  // however the tree hangs the two.
  bool add_trailing() {
    const TokenRange sentence = context_.sentence_tokens(verb_);
    TokenIndex last = sentence.end - 1;
    while (last > verb_ && context_.token(last).upos == Upos::kPunct) --last;
    TokenIndex begin = verb_;
    const TokenIndex subject = context_.child(verb_, "nsubj");
    if (last - verb_ > 12 || context_.quote_of(verb_) >= 0 || subject == kNoToken) return false;
    if (object() != kNoToken && !is(kAddressee)) return false;
    if (subject < verb_) {
      begin = subtree_range(context_.reading, context_.children, subject).begin;
    } else if (last - verb_ > 0 && subject - verb_ > 8) {
      return false;
    }
    for (TokenIndex t = verb_ + 1; t <= last; ++t) {
      if (context_.relation(t) == "ccomp" || context_.token(t).form == ":") return false;
    }
    if (begin - sentence.begin < 4 || begin > verb_) return false;
    if (context_.token(begin - 1).form != "," && context_.quote_of(begin - 2) < 0) return false;
    content_.add({sentence.begin, begin});
    trailing_ = true;
    return true;
  }

  // "..., said X in an interview and reported by Y": the sentence but for this clause.
  bool add_reported_by() {
    if (cue_.lemma != "report" || context_.child(verb_, "aux") != kNoToken || context_.token(verb_).deprel == "acl:relcl") return false;
    const bool by = next_form() == "by";
    TokenIndex root = verb_;
    while (context_.head(root) != kNoToken) root = context_.head(root);
    if (!by || root == verb_) return false;
    content_.add_subtree(root);
    content_.remove_subtree(verb_);
    return true;
  }

  // A comma, dash or quotation mark parts the verb's clause from what is told.
  bool stands_apart() const {
    const TokenRange own = subtree_range(context_.reading, context_.children, verb_);
    const TokenRange sentence = context_.sentence_tokens(verb_);
    const auto punctuation = [&](TokenIndex t) {
      return t >= sentence.begin && t < sentence.end && context_.token(t).upos == Upos::kPunct;
    };
    return punctuation(own.begin - 1) || punctuation(own.end);
  }

  bool follows_colon(TokenIndex clause) const {
    const TokenRange range = subtree_range(context_.reading, context_.children, clause);
    for (TokenIndex t = verb_ + 1; t < range.begin; ++t) {
      if (context_.token(t).form == ":") return true;
    }
    return false;
  }

  // What is told may hang above the verb and so hold its clause.
  void remove_cue_clause() {
    content_.remove({verb_, verb_ + 1});
    const std::string_view relation = context_.relation(verb_);
    if (trailing_ || (relation != "parataxis" && relation != "advcl")) return;
    for (const TokenIndex c : context_.children.of(verb_)) {
      if (context_.relation(c) != "ccomp" && context_.relation(c) != "xcomp" && context_.relation(c) != "parataxis") {
        if (c != object() || !is(kObject)) remove_if_above(c);
      }
    }
  }

  void remove_if_above(TokenIndex child) {
    if (cue_.prepositions.empty() || !has_word(cue_.prepositions, context_.marker(child))) {
      if (context_.child(verb_, "ccomp") == kNoToken) content_.remove_subtree(child);
    }
  }
  const AttributionContext& context_;
  TokenIndex verb_;
  const Cue& cue_;
  TokenSet content_;
  bool trailing_ = false;
  bool stance_ = false;
};

}  // namespace

VerbContent verb_content(const AttributionContext& context, TokenIndex verb, const Cue& cue) {
  return ContentFinder(context, verb, cue).find();
}

}  // namespace annalist
