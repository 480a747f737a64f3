#include "annalist/read/acronyms.h"

#include <gtest/gtest.h>

#include <sstream>

namespace annalist {
namespace {

// Words with the kinds of the names among them: "[o Harbour Council of Norland] ( HCN ) said" and so on; o, p, l, x for
// organization, person, place and other.
std::string settled(const std::string& marked) {
  const auto kind_of = [](char letter) {
    return letter == 'o'   ? EntityKind::kOrganization
           : letter == 'p' ? EntityKind::kPerson
           : letter == 'l' ? EntityKind::kPlace
                           : EntityKind::kOther;
  };
  Reading reading;
  std::istringstream in(marked);
  TokenIndex begin = kNoToken;
  EntityKind kind = EntityKind::kOther;
  for (std::string word; in >> word;) {
    if (word.starts_with("[") && word.size() == 2) {
      begin = static_cast<TokenIndex>(reading.tokens.size());
      kind = kind_of(word[1]);
      continue;
    }
    const bool last = word.size() > 1 && word.back() == ']';
    if (last) word.pop_back();
    Token token;
    token.form = word;
    reading.tokens.push_back(token);
    if (last) {
      const TokenRange tokens{begin, static_cast<TokenIndex>(reading.tokens.size())};
      reading.entities.push_back({tokens, span_of(reading, tokens), kind});
    }
  }
  settle_acronyms(reading);
  std::string out;
  for (const Entity& entity : reading.entities) {
    out += out.empty() ? "" : ", ";
    out += std::string(entity_kind_name(entity.kind)) + ":";
    for (TokenIndex t = entity.tokens.begin; t < entity.tokens.end; ++t) out += " " + reading.tokens[static_cast<size_t>(t)].form;
  }
  return out;
}

TEST(Acronyms, TakeTheKindOfTheLongForm) {
  const std::pair<const char*, const char*> rows[] = {
      {"[o Harbour Council of Norland] ( [p HCN] ) met . [p HCN] said",
       "organization: Harbour Council of Norland, organization: HCN, organization: HCN"},
      {"[o Harbour Council of Norland] ( HCON ) met . HCON said",
       "organization: Harbour Council of Norland, organization: HCON, organization: HCON"},
      {"[o Harbour Council] ( HC , of old ) met", "organization: Harbour Council, organization: HC"},
      {"[l HCN] ( the [o Harbour Council of Norland] ) met", "organization: HCN, organization: Harbour Council of Norland"},
      {"[o Ministry of Ports] ( [x MoP] ) met", "organization: Ministry of Ports, organization: MoP"},
      {"[l Upper Norland Isles] ( U.N.I. ) lie", "place: Upper Norland Isles, place: U.N.I."},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(settled(text), expected) << text;
}

TEST(Acronyms, OnlyWhatIsSpelled) {
  for (const char* text : {"[o Harbour Council of Norland] ( [p HNC] ) met", "[o Harbour Council of Norland] ( [l HC] ) met",
                           "[p Ines Havik] ( [o IH] ) spoke", "[o Harbour] ( [p H] ) met", "[o Harbour Council] , [p HC] met",
                           "[o Harbour Council] ( he ) met", "[o Harbour Council] ( [p HC] and others ) met"}) {
    const std::string found = settled(text);
    EXPECT_TRUE(found.find("person") != std::string::npos || found.find("place") != std::string::npos ||
                found == "organization: Harbour Council")
        << text << ": " << found;
  }
}

TEST(Acronyms, InsideALongerNameTheyStay) {
  EXPECT_EQ(settled("[o Harbour Council] ( [o HC] ) and [p HC Smith] met"),
            "organization: Harbour Council, organization: HC, person: HC Smith");
}

}  // namespace
}  // namespace annalist
