#include <algorithm>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/find_cues.h"

namespace annalist {
namespace {

bool has_word(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

class VerbCue {
 public:
  VerbCue(const AttributionContext& context, TokenIndex verb, const Cue& cue)
      : context_(context), verb_(verb), cue_(cue), content_(context, context.sentence_tokens(verb)) {}

  // The attribution, or one without a cue token when the verb attributes nothing here.
  Attribution find() {
    Attribution out;
    if (is_unreal()) return out;
    out.cue = &cue_;
    out.top = verb_;
    out.cue_words = cue_words();
    find_content(out.cue_words);
    out.content = content_.ranges();
    if (out.content.empty() && (cue_.frames & kClause) == 0) return out;
    const auto subjects = logical_subjects(context_, verb_);
    if (!subjects || !speaks(*subjects)) return out;
    if (subjects->empty() && (out.content.empty() || !is_hearsay_passive())) return out;
    out.sources = *subjects;
    out.cue_token = verb_;
    return out;
  }

 private:
  bool is(uint8_t frame) const { return (cue_.frames & frame) != 0; }

  // The lower-case form of the token behind the verb in its sentence, or empty.
  std::string next_form() const {
    const bool last = verb_ + 1 >= context_.sentence_tokens(verb_).end;
    return last ? "" : to_lower(context_.token(verb_ + 1).form);
  }

  // Not told: denied, merely possible, conditional.
  bool is_unreal() const {
    if (context_.is_negated(verb_) && cue_.cue_class != CueClass::kBelieve) return true;
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string form = to_lower(context_.token(c).form);
      if (context_.relation(c) == "aux" && (form == "can" || form == "ca" || form == "could" || form == "may" || form == "might" ||
                                            form == "should" || form == "must" || form == "would")) {
        return cue_.cue_class != CueClass::kBelieve || form != "would";
      }
      if (context_.relation(c) == "mark" && form == "if" && context_.relation(verb_) == "advcl") return true;
    }
    return false;
  }

  bool is_hearsay_passive() const {
    if (cue_.lemma == "ask") return true;  // "when asked about the ban"
    return is(kClause) && !is(kAddressee) && (cue_.cue_class == CueClass::kSay || cue_.cue_class == CueClass::kBelieve) &&
           cue_.lemma != "know" && cue_.lemma != "allow" && cue_.lemma != "decide";
  }

  bool speaks(const std::vector<TokenIndex>& subjects) const {
    const bool human_only = cue_.cue_class != CueClass::kSay || needs_speaker(cue_.lemma);
    for (const TokenIndex subject : subjects) {
      const Token& token = context_.token(subject);
      if (is_second_person(token)) return false;
      if (is_first_person(token) && context_.quote_of(verb_) >= 0) return false;  // the speaker of the quotation goes on
      if (!can_speak(context_, subject, human_only)) return false;
    }
    return true;
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
    if (!found && (is(kObject) || is(kMatter))) found = add_object();
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
      if (relation != "obj" && relation != "iobj") continue;
      return c;
    }
    return kNoToken;
  }

  bool is_relative(TokenIndex t) const { return feature(context_.token(t), "PronType") == "Rel"; }

  void add_object_too(TokenIndex found) {
    if (found != kNoToken && !is_relative(found)) content_.add_subtree(found);
  }

  bool is_infinitive(TokenIndex clause) const { return context_.marker(clause) == "to"; }

  bool add_open_complement() {
    const TokenIndex theme = object();
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string_view relation = context_.relation(c);
      const bool purpose = relation == "advcl" && theme != kNoToken && c > theme && is(kObjectInfinitive) && is_infinitive(c);
      if (relation != "xcomp" && !purpose) continue;
      const bool infinitive = is_infinitive(c);
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
      if (!infinitive && is(kPredicate) && (theme != kNoToken || is_relative_clause())) {
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
      if (context_.relation(c) != "obl" || !has_word(cue_.prepositions, context_.marker(c)) || c > clause) continue;
      content_.add_subtree(clause);
      return true;
    }
    return false;
  }

  bool is_relative_clause() const { return context_.token(verb_).deprel == "acl:relcl"; }

  bool add_prepositional(bool found, ByteSpan& cue_words) {
    if (cue_.prepositions.empty()) return false;
    const TokenIndex theme = object();
    const bool judged = cue_.cue_class == CueClass::kJudge;
    for (const TokenIndex c : context_.children.of(verb_)) {
      const std::string_view relation = context_.relation(c);
      if (relation != "obl" && relation != "advcl" && relation != "nmod") continue;
      const std::string marker = context_.marker(c);
      if (!has_word(cue_.prepositions, marker)) continue;
      if (found && cue_.lemma != "call") return false;
      if (judged && marker != "against" && marker != "at" && marker != "on" && theme == kNoToken && !is_relative_clause()) continue;
      content_.add_subtree(c);
      if (judged) add_object_too(theme);
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
    const TokenIndex theme = object();
    if (theme == kNoToken || context_.token(theme).upos == Upos::kPron) return false;
    if (is(kMatter) && !context_.arguments.own_mentions_of(theme).empty()) return false;
    const TokenIndex subject = context_.child(verb_, "nsubj");  // a person shows courage, a poll shows a lead
    if (cue_.cue_class == CueClass::kShow && (subject == kNoToken || !is_text_noun(context_.lemma(subject)))) return false;
    content_.add_subtree(theme);
    return true;
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
};

// "Egypt is confident that ..."
Attribution adjective_cue(const AttributionContext& context, TokenIndex adjective, const Cue& cue) {
  Attribution out;
  const TokenIndex clause = context.child(adjective, "ccomp");
  const TokenIndex subject = context.child(adjective, "nsubj");
  if (clause == kNoToken || subject == kNoToken || context.is_negated(adjective)) return out;
  const Token& token = context.token(subject);
  if (is_second_person(token) || (is_first_person(token) && context.quote_of(adjective) >= 0)) return out;
  if (!can_speak(context, subject, true)) return out;
  TokenSet content(context, context.sentence_tokens(adjective));
  content.add_subtree(clause);
  out.cue = &cue;
  out.cue_token = out.top = adjective;
  out.cue_words = context.token(adjective).words;
  out.sources = {subject};
  out.content = content.ranges();
  return out;
}

}  // namespace

void find_verb_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(context.reading.tokens.size()); ++t) {
    const Upos upos = context.token(t).upos;
    Attribution found;
    if (upos == Upos::kVerb) {
      const Cue* cue = context.verb_cue(t);
      if (cue == nullptr || cue->cue_class == CueClass::kCite) continue;
      found = VerbCue(context, t, *cue).find();
    } else if (upos == Upos::kAdj) {
      const Cue* cue = find_adjective_cue(context.lemma(t));
      if (cue != nullptr) found = adjective_cue(context, t, *cue);
    }
    if (found.cue_token != kNoToken) out.push_back(std::move(found));
  }
}

}  // namespace annalist
