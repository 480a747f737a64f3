#include "annalist/understand/actors/build_actors.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/affiliation.h"

namespace annalist {
namespace {

size_t at(int32_t index) { return static_cast<size_t>(index); }

// Words on one line, single spaces.
std::string plain(std::string_view words) {
  std::string text;
  for (size_t i = 0; i < words.size();) {
    const CodePoint point = decode_utf8(words, i);
    const bool space = is_space(point.value);
    if (!space) text += words.substr(i, point.bytes);
    else if (!text.empty() && text.back() != ' ') text += ' ';
    i += point.bytes;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string without_article(std::string_view words) {
  const std::string text = plain(words);
  return to_lower(text.substr(0, 4)) == "the " ? text.substr(4) : text;
}

bool begins_name(const Discourse& discourse, TokenIndex token) {
  const DraftIndex draft = discourse.headed_by(token);
  return draft != kNone && discourse.draft(draft).mention.how == MentionHow::kName;
}

// A description without article, and without the capital that it has only for standing first in its sentence.
std::string description_name(const Discourse& discourse, const Draft& draft) {
  std::string text = plain(discourse.words(draft));
  for (const std::string_view mark : {"“", "”", "\""}) {
    for (size_t found = text.find(mark); found != std::string::npos; found = text.find(mark)) text.erase(found, mark.size());
  }
  const Token& first = discourse.token(draft.mention.tokens.begin);
  const TokenIndex begins = discourse.reading.sentences[at(draft.sentence)].tokens.begin;
  if (draft.mention.tokens.begin <= begins + 1 && first.upos != Upos::kPropn && !begins_name(discourse, draft.mention.tokens.begin)) {
    const std::string lower = to_lower(first.form);
    if (text.starts_with(first.form) && first.form.size() == lower.size() && to_lower(first.form.substr(1)) == first.form.substr(1)) {
      text = lower + text.substr(first.form.size());
    }
  }
  return without_article(text);
}

bool ends_like_outlet(std::string_view name) {
  for (std::string_view ending :
       {" News Agency", " News", " Newspaper", " TV", " Television", " Radio", " Times", " Tribune", " Daily", " Gazette"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

class Builder {
 public:
  explicit Builder(const Discourse& discourse)
      : discourse_(discourse), affiliations_(discourse), actor_of_(discourse.drafts.size(), kNone) {}

  Actors build() {
    std::map<DraftIndex, std::vector<DraftIndex>> clusters;
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) clusters[discourse_.clusters.find(i)].push_back(i);
    for (const auto& [root, drafts] : clusters) make_named(drafts);
    for (const auto& [root, drafts] : clusters) make_described(drafts);
    for (const auto& [root, drafts] : clusters) make_group(drafts);
    add_mentions();
    add_ties();
    return std::move(out_);
  }

 private:
  ActorIndex add(Actor actor) {
    const auto [found, fresh] = by_id_.try_emplace(actor.id, static_cast<ActorIndex>(out_.actors.size()));
    if (fresh) out_.actors.push_back(std::move(actor));
    return found->second;
  }

  void assign(const std::vector<DraftIndex>& drafts, ActorIndex actor) {
    for (DraftIndex draft : drafts) actor_of_[at(draft)] = actor;
  }

  void make_named(const std::vector<DraftIndex>& drafts) {
    DraftIndex known = kNone;
    for (DraftIndex i : drafts) {
      const Draft& draft = discourse_.draft(i);
      if (draft.thing || !draft.members.empty()) continue;
      if (draft.known.valid() && known == kNone) known = i;
    }
    const DraftIndex name = canonical_name(drafts);
    if (known != kNone) assign(drafts, add(known_actor(discourse_.draft(known).known)));
    else if (name != kNone && can_act(discourse_.draft(name))) assign(drafts, add(named_actor(drafts, name)));
  }

  // Descriptions come after names, so that whose they are can be said by name.
  void make_described(const std::vector<DraftIndex>& drafts) {
    DraftIndex description = kNone;
    for (DraftIndex i : drafts) {
      const Draft& draft = discourse_.draft(i);
      if (actor_of_[at(i)] != kNone || draft.mention.how == MentionHow::kName) return;
      if (draft.thing || !draft.members.empty()) continue;
      if (draft.mention.how == MentionHow::kDescription &&
          (description == kNone || draft.mention.words.size() > discourse_.draft(description).mention.words.size())) {
        description = i;
      }
    }
    if (description == kNone) return;
    for (DraftIndex i : drafts) {
      const KnownIndex state = affiliations_.governed_state(i);
      if (!state.valid()) continue;
      assign(drafts, add(known_actor(state)));
      return;
    }
    assign(drafts, add(described_actor(drafts, description)));
  }

  // A person's longest name; of a body the most frequent that is no acronym, as a longer one may be of its branch. Of one name "Brenn"
  // rather than a dateline's "BRENN".
  DraftIndex canonical_name(const std::vector<DraftIndex>& drafts) const {
    std::map<std::string, int> counts;
    for (DraftIndex i : drafts) {
      if (discourse_.draft(i).mention.how == MentionHow::kName) ++counts[plain(discourse_.words(discourse_.draft(i)))];
    }
    DraftIndex best = kNone;
    const auto weight = [&](DraftIndex i) {
      const Draft& draft = discourse_.draft(i);
      const std::string words = plain(discourse_.words(draft));
      const bool body = draft.mention.kind == EntityKind::kOrganization && draft.mention.tokens.size() > 1;
      return std::tuple(body ? counts[words] : 0, words.size(), has_lower(words));
    };
    for (DraftIndex i : drafts) {
      if (discourse_.draft(i).mention.how != MentionHow::kName || !discourse_.draft(i).members.empty()) continue;
      if (best == kNone || weight(i) > weight(best)) best = i;
    }
    return best;
  }

  static bool has_lower(std::string_view words) {
    for (size_t i = 0; i < words.size();) {
      const CodePoint point = decode_utf8(words, i);
      if (is_lower(point.value)) return true;
      i += point.bytes;
    }
    return false;
  }

  static bool can_act(const Draft& name) { return name.mention.kind != EntityKind::kOther || name.country_word.has_value(); }

  Actor known_actor(KnownIndex index) const {
    const KnownActor known = discourse_.knowledge.actor(index);
    Actor actor;
    actor.id = known.id;
    actor.name = known.name;
    switch (known.kind) {
      case ActorKind::kPerson: actor.kind = EntityKind::kPerson; break;
      case ActorKind::kState: actor.kind = EntityKind::kPlace; break;
      case ActorKind::kPeople:
      case ActorKind::kReligion: actor.kind = EntityKind::kGroup; break;
      default: actor.kind = EntityKind::kOrganization;
    }
    actor.country = known.country;
    if (actor.country.empty()) {
      const KnownIndex state = discourse_.knowledge.state_of(index);
      if (state.valid()) actor.country = discourse_.knowledge.actor(state).country;
    }
    actor.code = discourse_.knowledge.code_at(index, discourse_.document.published);
    actor.known = true;
    actor.media = known.is_media();
    return actor;
  }

  Actor named_actor(const std::vector<DraftIndex>& drafts, DraftIndex name) const {
    const Draft& draft = discourse_.draft(name);
    Actor actor;
    actor.name = plain(discourse_.words(draft));
    actor.kind = draft.mention.kind;
    actor.country = draft.country;
    if (!draft.place_id.empty()) {
      actor.id = draft.place_id;
      return actor;
    }
    actor.id = "text:" + actor.name;
    if (draft.country_word) {
      actor.code = draft.country;
      return actor;
    }
    for (DraftIndex i : drafts) {
      if (discourse_.draft(i).mention.how == MentionHow::kDescription && actor.code.empty()) affiliations_.of_description(i, actor);
    }
    if (actor.code.empty() && actor.kind != EntityKind::kPerson) affiliations_.of_name(draft, actor);
    if (actor.kind == EntityKind::kOrganization) {
      actor.media =
          ends_like_outlet(actor.name) || std::ranges::any_of(drafts, [&](DraftIndex i) { return discourse_.draft(i).sector == "MED"; });
    }
    return actor;
  }

  Actor described_actor(const std::vector<DraftIndex>& drafts, DraftIndex description) const {
    // The first description as it stands names the cluster, unless a later one says whose he is.
    Actor actor;
    actor.kind = discourse_.draft(description).mention.kind;
    DraftIndex naming = kNone;
    for (DraftIndex i : drafts) {
      const Draft& draft = discourse_.draft(i);
      if (draft.mention.how != MentionHow::kDescription || draft.thing) continue;
      if (naming == kNone) naming = i;
      if (actor.code.empty() || actor.country.empty()) affiliations_.of_description(i, actor);
    }
    actor.name = name_with_owner(discourse_.draft(naming));
    actor.id = "text:" + actor.name;
    actor.media = discourse_.draft(naming).sector == "MED" && actor.kind == EntityKind::kOrganization;
    return actor;
  }

  // "Its troops", "the country's military" by the owner's name: "Syria's troops", "North Korea's military".
  std::string name_with_owner(const Draft& draft) const {
    const TokenRange tokens = draft.mention.tokens;
    for (TokenIndex child : discourse_.children.of(draft.mention.head)) {
      if (child >= draft.mention.head || discourse_.token(child).deprel != "nmod:poss") continue;
      const DraftIndex owner = discourse_.headed_by(child);
      if (owner == kNone || discourse_.draft(owner).mention.how == MentionHow::kName) continue;
      const ActorIndex actor = actor_of_[at(owner)];
      if (actor == kNone || discourse_.draft(owner).mention.tokens.begin != tokens.begin) continue;
      TokenIndex rest = discourse_.draft(owner).mention.tokens.end;
      while (rest < draft.mention.head && discourse_.token(rest).deprel == "case") ++rest;
      return out_.actors[at(actor)].name + "'s " + plain(discourse_.words(span_of(discourse_.reading, {rest, tokens.end})));
    }
    return description_name(discourse_, draft);
  }

  // "Both sides", "they" for several.
  void make_group(const std::vector<DraftIndex>& drafts) {
    for (DraftIndex i : drafts) {
      const Draft& draft = discourse_.draft(i);
      if (draft.members.empty() || actor_of_[at(i)] != kNone) continue;
      Actor actor;
      for (DraftIndex member : draft.members) {
        const ActorIndex of = actor_of_[at(member)];
        if (of != kNone && std::ranges::find(actor.members, of) == actor.members.end()) actor.members.push_back(of);
      }
      if (actor.members.empty()) continue;
      if (actor.members.size() == 1) {
        assign(drafts, actor.members.front());
        return;
      }
      for (size_t m = 0; m < actor.members.size(); ++m) {
        if (m > 0) actor.name += m + 1 == actor.members.size() ? " and " : ", ";
        actor.name += out_.actors[at(actor.members[m])].name;
      }
      actor.kind = EntityKind::kGroup;
      actor.id = "text:" + actor.name;
      assign(drafts, add(std::move(actor)));
      return;
    }
  }

  void add_mentions() {
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) {
      const Draft& draft = discourse_.draft(i);
      if (draft.thing) continue;
      Mention mention = draft.mention;
      mention.actor = draft.mention.how == MentionHow::kPronoun && draft.person != 3 ? kNone : actor_of_[at(i)];
      if (mention.how != MentionHow::kName && mention.actor != kNone) mention.kind = out_.actors[at(mention.actor)].kind;
      out_.mentions.push_back(mention);
    }
  }

  void add_ties() {
    for (const TieDraft& draft : discourse_.ties) {
      Tie tie;
      tie.who = actor_of_[at(draft.who)];
      tie.role = draft.role;
      tie.of = draft.of == kNone ? kNone : actor_of_[at(draft.of)];
      tie.words = draft.words;
      if (tie.who != kNone && tie.who != tie.of && std::ranges::find(out_.ties, tie) == out_.ties.end())
        out_.ties.push_back(std::move(tie));
    }
    std::ranges::stable_sort(out_.ties, {}, &Tie::words);
  }

  const Discourse& discourse_;
  const Affiliations affiliations_;
  Actors out_;
  std::vector<ActorIndex> actor_of_;  // by draft
  std::map<std::string, ActorIndex> by_id_;
};

}  // namespace

Actors build_actors(const Discourse& discourse) { return Builder(discourse).build(); }

}  // namespace annalist
