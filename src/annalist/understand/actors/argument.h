// From a syntactic argument to the mentions that fill it. Takes the head token of a noun phrase in a UD tree (a verb's nsubj, obj, obl; a
// noun's nmod) and the document's Actors; gives mention indices in text order. What later stages ask when they fill a slot:
//
//   Arguments arguments(reading, children, actors);
//   for (MentionIndex mention : arguments.mentions_of(subject)) ...
//
// "Iran and Hamas" gives two mentions; "Zarif, the Iranian minister," one, the name; "members of Hamas" the description as it stands;
// "dozens of Palestinians" the Palestinians; "who" in a relative clause the noun before it; "US drone", "Israel's embassy", where the head
// noun itself is no mention, the owner. Pure: the same answer at every call.
#pragma once

#include <vector>

#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"

namespace annalist {

class Arguments {
 public:
  // Keeps references: all three must outlive it. Linear in tokens and mentions.
  Arguments(const Reading& reading, const Children& children, const Actors& actors);

  // The best mention whose noun phrase is headed by the token: a name before a description before a pronoun, then the longer; kNone when
  // none. For a token inside a name ("Javad"), that name.
  MentionIndex mention_at(TokenIndex token) const;

  // All mentions that fill the argument headed by `token`, looking through conjunction, apposition, partitives and relative pronouns;
  // where a head is no mention, its owners. In text order, each once.
  std::vector<MentionIndex> mentions_of(TokenIndex token) const;

  // The same without looking to owners.
  std::vector<MentionIndex> own_mentions_of(TokenIndex token) const;

  // Whom a noun belongs to: possessor ("Israel's embassy"), nationality ("Iranian attack"), compound ("a Hamas attack"), "of" phrase ("the
  // embassy of Israel"), in text order, conjunctions expanded.
  std::vector<MentionIndex> owners_of(TokenIndex token) const;

  // The heads joined to a token by conjunction, itself first: "Iran and Hamas" -> {Iran, Hamas}.
  std::vector<TokenIndex> conjuncts(TokenIndex token) const;

  // A relative pronoun's noun ("the minister who resigned"); the token itself when it is none.
  TokenIndex antecedent_of_relative(TokenIndex token) const;

 private:
  void add_mentions(TokenIndex head, bool with_owners, int depth, std::vector<MentionIndex>& out) const;

  const Reading& reading_;
  const Children& children_;
  const Actors& actors_;
  std::vector<MentionIndex> best_;  // by token
};

// Arguments::mentions_of for a single question.
std::vector<MentionIndex> mentions_of_argument(const Reading& reading, const Children& children, const Actors& actors, TokenIndex token);

}  // namespace annalist
