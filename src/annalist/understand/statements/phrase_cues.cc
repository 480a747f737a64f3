#include <algorithm>
#include <string>
#include <string_view>

#include "annalist/base/utf8.h"
#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/find_cues.h"

namespace annalist {
namespace {

// "According to X": its words, the noun phrase's head, and what it hangs on.
struct AccordingPhrase {
  TokenIndex noun = kNoToken;
  TokenIndex clause = kNoToken;
  TokenIndex top = kNoToken;  // the head of the whole phrase
};

AccordingPhrase according_phrase(const AttributionContext& context, TokenIndex according) {
  const TokenIndex head = context.head(according);
  if (head == kNoToken) return {};
  if (context.relation(according) == "case") return {head, context.head(head), head};
  for (const TokenIndex c : context.children.of(according)) {  // analysed as a verb: "according" -> obl X
    const std::string_view relation = context.relation(c);
    if (relation == "obl" || relation == "nmod" || relation == "obj") return {c, head, according};
  }
  return {};
}

// A phrase at the sentence's end after a comma speaks of the whole sentence, wherever the tree hangs it.
TokenIndex clause_of_phrase(const AttributionContext& context, const AccordingPhrase& phrase, TokenRange own) {
  const TokenRange sentence = context.sentence_tokens(phrase.top);
  TokenIndex last = sentence.end - 1;
  while (last > sentence.begin && context.token(last).upos == Upos::kPunct) --last;
  const bool at_end = own.end > last;
  const bool apart = own.begin > sentence.begin && context.token(own.begin - 1).form == ",";
  TokenIndex clause = phrase.clause;
  const auto is_clause = [&](TokenIndex t) {
    const Upos upos = context.token(t).upos;
    return upos == Upos::kVerb || upos == Upos::kAux || context.child(t, "nsubj") != kNoToken || context.head(t) == kNoToken;
  };
  while (clause != kNoToken && context.head(clause) != kNoToken && ((at_end && apart) || !is_clause(clause))) {
    if (context.quote_of(clause) != context.quote_of(context.head(clause))) break;
    clause = context.head(clause);
  }
  return clause;
}

void find_according(const AttributionContext& context, TokenIndex t, std::vector<Attribution>& out) {
  const auto size = static_cast<TokenIndex>(context.reading.tokens.size());
  if (t + 1 >= size || to_lower(context.token(t + 1).form) != "to") return;
  const AccordingPhrase phrase = according_phrase(context, t);
  if (phrase.noun == kNoToken || phrase.clause == kNoToken) return;
  if (context.arguments.own_mentions_of(phrase.noun).empty() && is_measure_noun(context.lemma(phrase.noun))) return;
  const TokenRange own = subtree_range(context.reading, context.children, phrase.top);
  const TokenIndex clause = clause_of_phrase(context, phrase, own);
  if (clause == kNoToken) return;
  TokenSet content(context, context.sentence_tokens(t));
  content.add_subtree(clause);
  content.remove_subtree(phrase.top);
  content.remove(own);
  for (const TokenIndex c : context.children.of(clause)) {
    if (feature(context.token(c), "PronType") == "Rel") content.remove_subtree(c);  // "which, according to AFP, they ..."
  }
  Attribution found;
  found.cue_token = t;
  found.cue_words = cover(context.token(t).words, context.token(t + 1).words);
  found.top = phrase.top;
  found.sources = {phrase.noun};
  found.content = content.ranges();
  if (!found.content.empty()) out.push_back(std::move(found));
}

// "In the poll, ...", "in Kline's view, ...": the phrase's head, when it speaks of its whole clause.
void find_in(const AttributionContext& context, TokenIndex t, std::vector<Attribution>& out) {
  const TokenIndex noun = context.head(t);
  if (noun == kNoToken || context.relation(t) != "case" || context.relation(noun) != "obl") return;
  const std::string lemma = context.lemma(noun);
  const bool opinion = has_word("eye mind opinion telling view words", lemma) && context.child(noun, "nmod") != kNoToken &&
                       context.token(context.child(noun, "nmod")).deprel == "nmod:poss";
  if (!opinion && !has_word("poll polling survey", lemma)) return;
  const TokenIndex clause = context.head(noun);
  if (clause == kNoToken || (!opinion && context.verb_cue(clause) != nullptr)) return;
  TokenSet content(context, context.sentence_tokens(t));
  content.add_subtree(clause);
  content.remove_subtree(noun);
  Attribution found;
  found.cue_token = t;
  found.cue_words = context.token(t).words;
  found.top = noun;
  found.sources = {opinion ? context.child(noun, "nmod") : noun};
  found.content = content.ranges();
  if (!found.content.empty()) out.push_back(std::move(found));
}

void find_hearsay(const AttributionContext& context, TokenIndex t, std::vector<Attribution>& out) {
  const TokenIndex clause = context.head(t);
  if (clause == kNoToken || context.relation(t) != "advmod") return;
  TokenSet content(context, context.sentence_tokens(t));
  content.add_subtree(clause);
  content.remove({t, t + 1});
  for (const TokenIndex c : context.children.of(clause)) {  // the hearsay is of its own clause
    if (context.relation(c) == "parataxis" || (context.relation(c) == "conj" && context.child(c, "nsubj") != kNoToken))
      content.remove_subtree(c);
  }
  Attribution found;
  found.cue_token = found.top = t;
  found.cue_words = context.token(t).words;
  found.content = content.ranges();
  if (!found.content.empty()) out.push_back(std::move(found));
}

bool is_capitals(std::string_view form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_verb(const AttributionContext& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Upos upos = context.token(t).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) return true;
  }
  return false;
}

// Who stands before a colon: a mention, a name in capitals ("TAPPER:"), at a block's start a text ("Poll:").
TokenIndex before_colon(const AttributionContext& context, TokenRange words, bool turn) {
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    if (turn || context.arguments.mention_at(t) != kNone) return t;
  }
  const bool text = words.size() == 1 && has_word("poll report study survey", context.lemma(words.begin));
  return text ? words.begin : kNoToken;
}

// "Zarif: 'We will not yield'": a sentence's first words name somebody, a colon and a quotation follow. Without a quotation an interview's
// turn, or a heading: "Trump: I will sign it", to the block's end.
void find_colon(const AttributionContext& context, size_t index, std::vector<Attribution>& out) {
  const auto& sentences = context.reading.sentences;
  TokenRange sentence = sentences[index].tokens;
  const bool opens_block = index == 0 || sentences[index - 1].block != sentences[index].block;
  size_t last = index;
  while (last + 1 < sentences.size() && sentences[last + 1].block == sentences[index].block) ++last;
  const TokenIndex block_end = sentences[last].tokens.end;
  while (!sentence.empty() && context.token(sentence.begin).upos == Upos::kPunct) ++sentence.begin;  // a turn quoted: '"TAPPER: ...'
  TokenIndex colon = sentence.begin;
  while (colon < sentence.end && colon - sentence.begin < 8 && context.token(colon).form != ":") ++colon;
  if (colon >= sentence.end || colon == sentence.begin || context.token(colon).form != ":") return;
  if (has_verb(context, {sentence.begin, colon})) return;
  TokenIndex end = sentence.end;  // of what follows the colon, which may be a sentence of its own
  if (colon + 1 == end && last > index) end = sentences[index + 1].tokens.end;
  const int quote = colon + 2 < end ? context.quote_of(colon + 2) : -1;
  const bool quotation = quote >= 0 && quote != context.quote_of(colon) && !context.quoted[static_cast<size_t>(quote)].scare;
  const bool turn = is_capitals(context.token(colon - 1).form) && colon - sentence.begin < 4 && (opens_block || quote >= 0);
  if (!quotation && (!opens_block || (!turn && !has_verb(context, {colon + 1, end})))) return;
  const TokenIndex who = before_colon(context, {sentence.begin, colon}, turn);
  if (who == kNoToken) return;
  Attribution found;
  found.cue_token = found.top = colon;
  found.cue_words = context.token(colon).words;
  found.sources = {who};
  if (!quotation) {
    const MentionIndex mention = context.arguments.mention_at(who);
    const bool speaks = turn || mention == kNone || context.actors.mentions[static_cast<size_t>(mention)].kind == EntityKind::kPerson;
    if (!speaks || end - colon < 3) return;
    found.content = {{colon + 1, block_end}};
  }
  out.push_back(std::move(found));
}

bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "–" || form == "—" || form == "―"; }

// '"We lost it all." - Ana Kline': a dash between a quotation and a name that nothing follows.
void find_credit(const AttributionContext& context, TokenIndex dash, std::vector<Attribution>& out) {
  const auto size = static_cast<TokenIndex>(context.reading.tokens.size());
  if (dash < 2 || dash + 1 >= size || context.quote_of(dash) >= 0 || context.quote_of(dash - 1) >= 0) return;
  const int quote = context.quote_of(dash - 2);
  if (quote < 0 || context.quoted[static_cast<size_t>(quote)].scare) return;
  const MentionIndex m = context.arguments.mention_at(dash + 1);
  if (m == kNone) return;
  const Mention& mention = context.actors.mentions[static_cast<size_t>(m)];
  const TokenIndex end = mention.tokens.end;
  if (mention.how != MentionHow::kName || mention.kind != EntityKind::kPerson || mention.tokens.begin != dash + 1) return;
  if (end < context.sentence_tokens(dash + 1).end && context.token(end).upos != Upos::kPunct) return;
  Attribution found;
  found.cue_token = found.top = dash;
  found.cue_words = context.token(dash).words;
  found.sources = {mention.head};
  found.content = {context.quoted[static_cast<size_t>(quote)].inside};
  out.push_back(std::move(found));
}

}  // namespace

void find_phrase_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  for (size_t s = 0; s < context.reading.sentences.size(); ++s) {
    const Sentence& sentence = context.reading.sentences[s];
    find_colon(context, s, out);
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const std::string form = to_lower(context.token(t).form);
      if (form == "according") find_according(context, t, out);
      if (form == "in") find_in(context, t, out);
      if (is_dash(form)) find_credit(context, t, out);
      if (is_hearsay_adverb(form)) find_hearsay(context, t, out);
    }
  }
}

void find_citing_cues(const AttributionContext& context, std::vector<Attribution>& out) {
  const size_t known = out.size();
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(context.reading.tokens.size()); ++t) {
    if (context.token(t).upos != Upos::kVerb) continue;
    const Cue* cue = context.verb_cue(t);
    if (cue == nullptr || cue->cue_class != CueClass::kCite) continue;
    const TokenIndex object = context.child(t, "obj");
    const TokenIndex up = context.head(t);
    const std::string_view relation = context.relation(t);
    if (object == kNoToken || up == kNoToken || (relation != "advcl" && relation != "acl" && relation != "xcomp")) continue;
    if (!can_speak(context, object, true)) continue;
    Attribution found;
    found.cue = cue;
    found.cue_token = found.top = t;
    found.cue_words = context.token(t).words;
    found.sources = {object};
    for (size_t i = 0; i < known; ++i) {  // the statement whose source or verb the participle describes
      const Attribution& outer = out[i];
      const bool of_source = outer.sources.size() == 1 && outer.sources[0] == up;
      if (of_source || outer.cue_token == up || outer.top == up) found.quoting = static_cast<int>(i);
    }
    if (found.quoting < 0) {
      TokenSet content(context, context.sentence_tokens(t));
      content.add_subtree(up);
      content.remove_subtree(t);
      if (relation != "acl") found.content = content.ranges();
      if (found.content.empty()) continue;
    }
    for (size_t i = 0; i < known && found.quoting < 0; ++i) {  // "reported X, citing Y": "citing Y" is no part of X
      std::vector<TokenRange>& told = out[i].content;
      const auto holds = [&](TokenRange range) { return range.contains(t); };
      if (told.size() < 2 || std::none_of(told.begin(), told.end(), holds)) continue;
      std::erase_if(told, holds);
      found.quoting = static_cast<int>(i);
    }
    out.push_back(std::move(found));
  }
}

}  // namespace annalist
