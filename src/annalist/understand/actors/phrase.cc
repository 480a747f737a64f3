#include "annalist/understand/actors/phrase.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/discourse.h"

namespace annalist {
namespace {

constexpr TokenIndex kReach = 60;  // a phrase goes no farther from its head than this; keeps the search linear

template <size_t N>
constexpr bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Children to the left of the head, and to its right, that are no part of its phrase.
constexpr std::array<std::string_view, 20> kOutsideLeft = {
    "case", "cc",  "punct",     "mark",       "nsubj",     "nsubj:pass", "nsubj:outer", "cop",   "aux",      "aux:pass",
    "expl", "obl", "parataxis", "reparandum", "discourse", "ccomp",      "csubj",       "advcl", "vocative", "advmod"};
constexpr std::array<std::string_view, 25> kOutsideRight = {
    "conj",   "punct", "parataxis",    "obj",   "obl",    "obl:unmarked", "iobj",       "dep",       "cop",
    "nsubj",  "advcl", "ccomp",        "xcomp", "advmod", "list",         "reparandum", "discourse", "vocative",
    "orphan", "mark",  "compound:prt", "csubj", "cc",     "aux",          "obl:agent"};

struct PronounMeaning {
  std::string_view form, subject;
  PhraseType type;
};
constexpr std::array<PronounMeaning, 37> kPronouns = {{
    {"i", "i", PhraseType::kFirstSingular},
    {"me", "i", PhraseType::kFirstSingular},
    {"my", "i", PhraseType::kFirstSingular},
    {"mine", "i", PhraseType::kFirstSingular},
    {"myself", "i", PhraseType::kFirstSingular},
    {"we", "we", PhraseType::kFirstPlural},
    {"us", "we", PhraseType::kFirstPlural},
    {"our", "we", PhraseType::kFirstPlural},
    {"ours", "we", PhraseType::kFirstPlural},
    {"ourselves", "we", PhraseType::kFirstPlural},
    {"you", "you", PhraseType::kSecond},
    {"your", "you", PhraseType::kSecond},
    {"yours", "you", PhraseType::kSecond},
    {"yourself", "you", PhraseType::kSecond},
    {"yourselves", "you", PhraseType::kSecond},
    {"he", "he", PhraseType::kHe},
    {"him", "he", PhraseType::kHe},
    {"his", "he", PhraseType::kHe},
    {"himself", "he", PhraseType::kHe},
    {"she", "she", PhraseType::kShe},
    {"her", "she", PhraseType::kShe},
    {"hers", "she", PhraseType::kShe},
    {"herself", "she", PhraseType::kShe},
    {"it", "it", PhraseType::kIt},
    {"its", "it", PhraseType::kIt},
    {"itself", "it", PhraseType::kIt},
    {"they", "they", PhraseType::kThey},
    {"them", "they", PhraseType::kThey},
    {"their", "they", PhraseType::kThey},
    {"theirs", "they", PhraseType::kThey},
    {"themselves", "they", PhraseType::kThey},
    {"'em", "they", PhraseType::kThey},
    {"themself", "they", PhraseType::kThey},
    {"this", "this", PhraseType::kDemonstrative},
    {"that", "that", PhraseType::kDemonstrative},
    {"these", "these", PhraseType::kDemonstrative},
    {"those", "those", PhraseType::kDemonstrative},
}};

PhraseGroup group_of(PhraseType type) {
  switch (type) {
    case PhraseType::kFirstSingular:
    case PhraseType::kFirstPlural:
    case PhraseType::kSecond: return PhraseGroup::kSpeaker;
    case PhraseType::kHe:
    case PhraseType::kShe: return PhraseGroup::kPerson;
    case PhraseType::kIt: return PhraseGroup::kIt;
    case PhraseType::kThey: return PhraseGroup::kThey;
    case PhraseType::kDemonstrative: return PhraseGroup::kDemonstrative;
    case PhraseType::kPersonName:
    case PhraseType::kOrganizationName:
    case PhraseType::kPlaceName:
    case PhraseType::kGroupName:
    case PhraseType::kOtherName: return PhraseGroup::kName;
    case PhraseType::kDefinite:
    case PhraseType::kDemonstrativeNoun:
    case PhraseType::kPossessed: return PhraseGroup::kGiven;
    default: return PhraseGroup::kOther;
  }
}

PhraseRole role_of(std::string_view relation) {
  if (relation == "nsubj" || relation == "nsubj:outer" || relation == "csubj") return PhraseRole::kSubject;
  if (relation == "nsubj:pass" || relation == "csubj:pass") return PhraseRole::kPassiveSubject;
  if (relation == "obj" || relation == "iobj") return PhraseRole::kObject;
  if (relation == "nmod:poss") return PhraseRole::kPossessor;
  if (relation == "nmod") return PhraseRole::kOf;
  if (relation == "compound" || relation == "amod" || relation.starts_with("nmod:")) return PhraseRole::kModifier;
  if (relation == "appos") return PhraseRole::kApposition;
  if (relation.starts_with("obl")) return PhraseRole::kOblique;
  if (relation == "conj") return PhraseRole::kConjunct;
  if (relation == "root") return PhraseRole::kRoot;
  return PhraseRole::kOther;
}

class Finder {
 public:
  Finder(const Reading& reading, const Children& children) : reading_(reading), children_(children) {
    entity_.assign(reading.tokens.size(), -1);
    for (size_t i = 0; i < reading.entities.size(); ++i) {
      const TokenRange range = reading.entities[i].tokens;
      for (TokenIndex token = range.begin; token < range.end; ++token) entity_[static_cast<size_t>(token)] = static_cast<int>(i);
    }
  }

  Phrases find() {
    for (size_t s = 0; s < reading_.sentences.size(); ++s) {
      sentence_ = reading_.sentences[s].tokens;
      for (TokenIndex i = sentence_.begin; i < sentence_.end; ++i) {
        if (is_head(i)) add(i, static_cast<int>(s));
      }
    }
    std::ranges::stable_sort(out_.phrases, [](const Phrase& a, const Phrase& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    out_.by_head.assign(reading_.tokens.size(), kNone);
    for (size_t i = 0; i < out_.phrases.size(); ++i) {
      const Phrase& phrase = out_.phrases[i];
      if (phrase.type != PhraseType::kCoordination) out_.by_head[static_cast<size_t>(phrase.head)] = static_cast<PhraseIndex>(i);
    }
    out_.quotations = find_quoted(reading_, children_, [&](TokenIndex token) { return out_.by_head[static_cast<size_t>(token)] != kNone; });
    size_t next = 0;
    for (Phrase& phrase : out_.phrases) {
      while (next < out_.quotations.size() && out_.quotations[next].tokens.end <= phrase.tokens.begin) ++next;
      if (next < out_.quotations.size() && out_.quotations[next].tokens.contains(phrase.tokens.begin))
        phrase.quotation = static_cast<int>(next);
    }
    return std::move(out_);
  }

 private:
  const Token& token(TokenIndex index) const { return reading_.tokens[static_cast<size_t>(index)]; }
  std::string lower(TokenIndex index) const { return to_lower(token(index).form); }

  bool is_head(TokenIndex index) const {
    const Token& word = token(index);
    const std::string_view relation = word.deprel;
    const std::string_view base = base_relation(relation);
    if (base == "fixed" || base == "flat" || base == "goeswith") return false;
    switch (word.upos) {
      case Upos::kNoun: return base != "compound";
      case Upos::kPropn:
      case Upos::kSym: return base != "case" && base != "cc" && base != "punct";
      case Upos::kPron: return base != "expl" && feature(word, "PronType") != "Rel";
      case Upos::kNum: return base != "nummod" && base != "compound" && base != "dep";
      case Upos::kDet: return base != "det" && base != "cc";
      case Upos::kAdj:
        return std::ranges::any_of(children_.of(index), [&](TokenIndex child) { return base_relation(token(child).deprel) == "det"; });
      default: return false;
    }
  }

  bool is_outside(TokenIndex child, TokenIndex head, bool coordination) const {
    const std::string_view relation = token(child).deprel;
    if (child < head) return holds(kOutsideLeft, relation) || relation == "cc:preconj";
    return holds(kOutsideRight, relation) && !(coordination && relation == "conj");
  }

  TokenRange extent(TokenIndex head, bool coordination) const {
    const TokenIndex first = std::max(sentence_.begin, head - kReach);
    const TokenIndex end = std::min(sentence_.end, head + kReach);
    std::vector<char> inside(static_cast<size_t>(end - first), 0);
    std::vector<TokenIndex> open;
    const auto mark = [&](TokenIndex index) {
      if (index >= first && index < end) inside[static_cast<size_t>(index - first)] = 1;
    };
    mark(head);
    for (TokenIndex child : children_.of(head)) {
      if (token(child).deprel == "punct") mark(child);
      else if (!is_outside(child, head, coordination)) open.push_back(child);
    }
    while (!open.empty()) {
      const TokenIndex index = open.back();
      open.pop_back();
      mark(index);
      for (TokenIndex child : children_.of(index)) open.push_back(child);
    }
    const auto in = [&](TokenIndex index) { return index >= first && index < end && inside[static_cast<size_t>(index - first)] != 0; };
    const auto punct = [&](TokenIndex index) { return token(index).upos == Upos::kPunct; };
    TokenRange range{head, head + 1};
    while (in(range.begin - 1)) --range.begin;
    while (in(range.end)) ++range.end;
    while (range.begin < head && punct(range.begin)) ++range.begin;
    while (range.end > head + 1 && punct(range.end - 1) && !closes_inside(range)) --range.end;
    return range;
  }

  // A bracket or quotation mark at the end that was opened inside: "the Ministry (MoD)", "her dog 'Rex'".
  bool closes_inside(TokenRange range) const {
    const std::string& last = token(range.end - 1).form;
    for (TokenIndex i = range.begin; i + 1 < range.end; ++i) {
      const std::string& form = token(i).form;
      if ((last == ")" && form == "(") || (last == "]" && form == "[") || (last == "”" && form == "“")) return true;
      if ((last == "\"" || last == "'") && form == last) return true;
    }
    return false;
  }

  void add(TokenIndex head, int sentence) {
    Phrase phrase;
    phrase.head = head;
    phrase.sentence = sentence;
    phrase.tokens = extent(head, false);
    TokenIndex top = head;
    for (int i = 0; i < 8 && token(top).deprel == "conj" && token(top).head != kNoToken; ++i) top = token(top).head;
    phrase.role = role_of(token(head).deprel);
    phrase.governor = token(top).head;
    describe(phrase);
    phrase.group = group_of(phrase.type);
    const bool joined =
        std::ranges::any_of(children_.of(head), [&](TokenIndex child) { return child > head && token(child).deprel == "conj"; });
    if (joined) add_coordination(phrase);
    out_.phrases.push_back(std::move(phrase));
  }

  void add_coordination(const Phrase& first) {
    Phrase all = first;
    all.tokens = extent(first.head, true);
    if (all.tokens == first.tokens) return;
    all.type = PhraseType::kCoordination;
    all.group = PhraseGroup::kOther;
    all.number = PhraseNumber::kPlural;
    all.gender = Gender::kUnknown;
    all.first_name.clear();
    all.name.clear();
    all.key = words_of(all.tokens);
    out_.phrases.push_back(std::move(all));
  }

  // In lower case, without article and closing 's.
  std::string words_of(TokenRange range) const {
    std::string words;
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      const std::string word = lower(i);
      if (i == range.begin && i + 1 < range.end && (word == "the" || word == "a" || word == "an")) continue;
      if (i + 1 == range.end && token(i).deprel == "case") continue;
      if (!words.empty()) words += ' ';
      words += word;
    }
    return words;
  }

  void describe(Phrase& phrase) const {
    const Token& head = token(phrase.head);
    const std::string form = lower(phrase.head);
    phrase.lemma = lower_lemma(head);
    const auto pronoun = std::ranges::find(kPronouns, std::string_view(form), &PronounMeaning::form);
    if (pronoun != kPronouns.end() && (phrase.tokens.size() == 1 || head.upos == Upos::kPron)) {
      describe_pronoun(phrase, *pronoun, form);
      return;
    }
    phrase.key = words_of(phrase.tokens);
    phrase.article = article_of(phrase.head);
    phrase.number = is_plural(head) ? PhraseNumber::kPlural : PhraseNumber::kSingular;
    if (head.upos == Upos::kPron || head.upos == Upos::kDet) {
      phrase.type = PhraseType::kOtherPronoun;
      phrase.number = PhraseNumber::kUnknown;
      return;
    }
    const int entity = entity_[static_cast<size_t>(phrase.head)];
    if (entity >= 0) phrase.entity = 1 + static_cast<int>(reading_.entities[static_cast<size_t>(entity)].kind);
    if (head.upos == Upos::kPropn) describe_name(phrase, entity);
    else describe_noun(phrase);
  }

  void describe_pronoun(Phrase& phrase, const PronounMeaning& pronoun, const std::string& form) const {
    phrase.type = pronoun.type;
    phrase.lemma = pronoun.subject;
    phrase.key = pronoun.subject;
    phrase.reflexive = form.ends_with("self") || form.ends_with("selves");
    switch (pronoun.type) {
      case PhraseType::kFirstPlural:
      case PhraseType::kThey: phrase.number = PhraseNumber::kPlural; break;
      case PhraseType::kSecond: break;
      case PhraseType::kDemonstrative: phrase.number = form.ends_with("se") ? PhraseNumber::kPlural : PhraseNumber::kSingular; break;
      default: phrase.number = PhraseNumber::kSingular;
    }
    if (pronoun.type == PhraseType::kHe) phrase.gender = Gender::kMale;
    if (pronoun.type == PhraseType::kShe) phrase.gender = Gender::kFemale;
    if (phrase.gender != Gender::kUnknown || pronoun.type == PhraseType::kFirstSingular) phrase.animacy = Animacy::kPerson;
    if (pronoun.type == PhraseType::kIt || pronoun.type == PhraseType::kDemonstrative) phrase.animacy = Animacy::kThing;
  }

  void describe_name(Phrase& phrase, int entity) const {
    phrase.type = PhraseType::kOtherName;
    TokenRange range{phrase.head, phrase.head + 1};
    if (entity >= 0) {
      const Entity& found = reading_.entities[static_cast<size_t>(entity)];
      range = found.tokens;
      switch (found.kind) {
        case EntityKind::kPerson:
          phrase.type = PhraseType::kPersonName;
          phrase.animacy = Animacy::kPerson;
          break;
        case EntityKind::kOrganization:
          phrase.type = PhraseType::kOrganizationName;
          phrase.animacy = Animacy::kBody;
          break;
        case EntityKind::kPlace:
          phrase.type = PhraseType::kPlaceName;
          phrase.animacy = Animacy::kBody;
          break;
        case EntityKind::kGroup: phrase.type = PhraseType::kGroupName; break;
        case EntityKind::kOther: break;
      }
    } else {
      for (TokenIndex child : children_.of(phrase.head)) {
        const std::string_view relation = base_relation(token(child).deprel);
        if (relation != "flat" && relation != "compound") continue;
        if (child + 1 == range.begin) --range.begin;
        if (child == range.end) ++range.end;
      }
    }
    for (TokenIndex i = range.begin; i < range.end; ++i) {
      if (token(i).upos != Upos::kPunct && token(i).deprel != "case" && lower(i) != "the") phrase.name.push_back(lower(i));
    }
    if (phrase.name.empty()) phrase.name.push_back(lower(phrase.head));
    phrase.lemma = phrase.name.back();
    phrase.key.clear();
    for (const std::string& word : phrase.name) phrase.key += phrase.key.empty() ? word : ' ' + word;
    if (phrase.type == PhraseType::kPersonName) {
      if (phrase.name.size() > 1) phrase.first_name = fold(phrase.name.front());
      phrase.gender = gender_of_given_name(phrase.name.front());
    }
    for (TokenIndex i = std::max(phrase.tokens.begin, range.begin - 3); i < range.begin; ++i) {
      if (const Gender titled = gender_of_title(lower_lemma(token(i))); titled != Gender::kUnknown) phrase.gender = titled;
      else if (const AgentNoun* noun = find_agent_noun(lower_lemma(token(i))); noun != nullptr && noun->gender != Gender::kUnknown)
        phrase.gender = noun->gender;
    }
  }

  void describe_noun(Phrase& phrase) const {
    const Token& head = token(phrase.head);
    if (const AgentNoun* noun = find_agent_noun(phrase.lemma); noun != nullptr) {
      phrase.gender = noun->gender;
      const bool person = noun->noun_class == NounClass::kPerson || noun->noun_class == NounClass::kPersons;
      phrase.animacy = person ? Animacy::kPerson : Animacy::kBody;
      if (noun->noun_class == NounClass::kPersons) phrase.number = PhraseNumber::kPlural;
    } else {
      phrase.animacy = head.upos == Upos::kNoun ? Animacy::kThing : Animacy::kUnknown;
    }
    switch (phrase.article) {
      case Article::kThe: phrase.type = PhraseType::kDefinite; break;
      case Article::kThis: phrase.type = PhraseType::kDemonstrativeNoun; break;
      case Article::kPossessive: phrase.type = PhraseType::kPossessed; break;
      case Article::kA: phrase.type = PhraseType::kIndefinite; break;
      case Article::kQuantity:
      case Article::kOther: phrase.type = PhraseType::kQuantity; break;
      default: phrase.type = head.upos == Upos::kNum ? PhraseType::kNumeral : PhraseType::kBare;
    }
    for (TokenIndex child : children_.of(phrase.head)) {
      const std::string_view relation = base_relation(token(child).deprel);
      if (relation == "amod" || relation == "compound" || relation == "nummod" || relation == "nmod") {
        phrase.modifiers.push_back(lower_lemma(token(child)));
      }
    }
    std::ranges::sort(phrase.modifiers);
  }

  Article article_of(TokenIndex head) const {
    for (TokenIndex child : children_.of(head)) {
      if (child > head) break;
      const std::string_view relation = token(child).deprel;
      if (relation == "nmod:poss") return Article::kPossessive;
      if (relation == "nummod") return Article::kQuantity;
      if (base_relation(relation) != "det") continue;
      const std::string word = lower(child);
      if (word == "the") return Article::kThe;
      if (word == "a" || word == "an" || word == "another") return Article::kA;
      if (word == "this" || word == "that" || word == "these" || word == "those") return Article::kThis;
      return Article::kOther;
    }
    return Article::kBare;
  }

  const Reading& reading_;
  const Children& children_;
  std::vector<int> entity_;  // by token: index into the reading's entities, or -1
  TokenRange sentence_;
  Phrases out_;
};

}  // namespace

Phrases find_phrases(const Reading& reading, const Children& children) { return Finder(reading, children).find(); }

}  // namespace annalist
