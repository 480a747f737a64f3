#include "annalist/kb/knowledge.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "annalist/base/files.h"
#include "annalist/kb/load.h"

namespace annalist {
namespace {

constexpr std::string_view kSmall = R"(
country IRN IR
  name Iran
  alias Islamic Republic of Iran
  adjective Iranian
  people Iranian; Iranians
  seat Tehran
country USA US
  name United States
  alias US; U.S.; America
  adjective American; US
  people Americans
country PSE PS
  name Palestine
country AUS AU
  name Australia
  adjective Australian

role minister.foreign GOV single
  name foreign minister
  word minister of foreign affairs; top diplomat; [USA] secretary of state
role leader GOV
  name leader
role ambassador GOV
  name ambassador

actor zarif person IRN
  name Mohammad Javad Zarif
  alias Javad Zarif
  role minister.foreign IRN 2013-08-15..2021-08-25
actor late person IRN
  name Hossein Amir-Abdollahian
  role minister.foreign IRN 2021-08-25..? asof 2022-07
actor araghchi person IRN
  name Abbas Araghchi
  role minister.foreign IRN 2024-08-21..? asof 2025-06
actor hamas armed-group PSE
  name Hamas
  code PSEREBHMS
actor qassam armed-group PSE
  name Izz ad-Din al-Qassam Brigades
  part hamas
actor haniyeh person PSE
  name Ismail Haniyeh
  role leader hamas 2017-05-06..2024-07-31
actor bashar person
  name Bashar al-Assad
actor qaddafi person
  name Muammar Gaddafi
actor who igo
  name World Health Organization
  alias WHO
actor xi person
  name Xi Jinping
  surname Xi
outlet bbc.com
  name BBC
  alias BBC News
  domain bbc.co.uk

currency USD
  name US dollar
  usual dollar; dollars; $; US$
  in USA
currency AUD
  name Australian dollar
  usual A$
  word dollar; dollars; $
  in AUS
currency TRY
  name Turkish lira
agent MIL
  word soldier; army
agent COP
  word police; police officer; riot police

place 1 IRN 35.69 51.42 7000000 C
  name Tehran
  alias Teheran
place 2 USA 39.8 -89.6 114000 P
  name Springfield
place 3 AUS -27.6 152.9 80000 P
  name Springfield
)";

Knowledge small() {
  Result<Knowledge> knowledge = Knowledge::from_text(kSmall, "small.kb");
  if (!knowledge) ADD_FAILURE() << knowledge.error().text();
  return *std::move(knowledge);
}

std::string id_of(const Knowledge& knowledge, KnownIndex index) {
  return index.valid() ? std::string(knowledge.actor(index).id) : std::string();
}

struct TierCase {
  const char* name;
  const char* query;
  const char* id;  // of the first candidate; empty: none
  NameTier tier;
};
class Tiers : public testing::TestWithParam<TierCase> {};
TEST_P(Tiers, AreTold) {
  const Knowledge knowledge = small();
  const auto found = knowledge.candidates(GetParam().query);
  if (*GetParam().id == '\0') {
    EXPECT_TRUE(found.empty()) << id_of(knowledge, found[0].actor);
    return;
  }
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(id_of(knowledge, found[0].actor), GetParam().id);
  EXPECT_EQ(found[0].tier, GetParam().tier);
}
INSTANTIATE_TEST_SUITE_P(Knowledge, Tiers,
                         testing::Values(TierCase{"exact", "Ismail Haniyeh", "haniyeh", NameTier::kExact},
                                         TierCase{"alias", "Javad Zarif", "zarif", NameTier::kExact},
                                         TierCase{"case", "ISMAIL HANIYEH", "haniyeh", NameTier::kFolded},
                                         TierCase{"accents", "Ismaïl Haniyeh", "haniyeh", NameTier::kFolded},
                                         TierCase{"title", "Foreign Minister Javad Zarif", "zarif", NameTier::kExact},
                                         TierCase{"article", "Bashar Assad", "bashar", NameTier::kFolded},
                                         TierCase{"article_el", "Bashar el-Assad", "bashar", NameTier::kFolded},
                                         TierCase{"sun_letter", "Izz al-Din al-Qassam Brigades", "qassam", NameTier::kFolded},
                                         TierCase{"the", "the Hamas", "hamas", NameTier::kExact},
                                         TierCase{"translit_ending", "Ismail Haniya", "haniyeh", NameTier::kSkeleton},
                                         TierCase{"translit_ismail", "Ismael Haniyya", "haniyeh", NameTier::kSkeleton},
                                         TierCase{"translit_q", "Moammar Qadhafi", "qaddafi", NameTier::kSkeleton},
                                         TierCase{"translit_g", "Muammar Qaddafi", "qaddafi", NameTier::kSkeleton},
                                         TierCase{"translit_mohammed", "Muhammed Jawad Zareef", "zarif", NameTier::kSkeleton},
                                         TierCase{"partial", "Mohammad Zarif", "zarif", NameTier::kPartial},
                                         TierCase{"surname", "Zarif", "zarif", NameTier::kSurname},
                                         TierCase{"surname_article", "al-Assad", "bashar", NameTier::kSurname},
                                         TierCase{"family_name_first", "Xi", "xi", NameTier::kSurname},
                                         TierCase{"given_name_is_none", "Jinping", "", NameTier::kExact},
                                         TierCase{"acronym", "WHO", "who", NameTier::kExact},
                                         TierCase{"acronym_needs_capitals", "who", "", NameTier::kExact},
                                         TierCase{"stranger", "John Nobody", "", NameTier::kExact}),
                         [](const auto& row) { return row.param.name; });

TEST(Knowledge, LastTierLimits) {
  const Knowledge knowledge = small();
  EXPECT_TRUE(knowledge.candidates("Ismail Haniya", NameTier::kFolded).empty());
  EXPECT_TRUE(knowledge.candidates("ISMAIL HANIYEH", NameTier::kExact).empty());
  EXPECT_TRUE(knowledge.candidates("Zarif", NameTier::kPartial).empty());
}

TEST(Knowledge, HoldersByDate) {
  const Knowledge knowledge = small();
  const KnownIndex iran = knowledge.find("IRN");
  struct Case {
    Date day;
    std::vector<std::string> ids;
    bool presumed;
  };
  const Case cases[] = {{{2015, 1, 1}, {"zarif"}, false},     {{2013, 1, 1}, {}, false},
                        {{2022, 1, 1}, {"late"}, false},      {{2023, 6, 1}, {"late"}, true},
                        {{2024, 12, 1}, {"araghchi"}, false}, {{2026, 1, 1}, {"araghchi"}, true}};
  for (const Case& one : cases) {
    const auto holders = knowledge.holders("minister.foreign", iran, one.day);
    std::vector<std::string> ids;
    for (const Holder& holder : holders) ids.push_back(id_of(knowledge, holder.actor));
    EXPECT_EQ(ids, one.ids) << to_iso(one.day);
    if (!holders.empty()) { EXPECT_EQ(holders[0].presumed, one.presumed) << to_iso(one.day); }
  }
}

TEST(Knowledge, CodesFollowRoleAndDate) {
  const Knowledge knowledge = small();
  const auto code = [&](const char* id, std::optional<Date> day) { return knowledge.code_at(knowledge.find(id), day); };
  EXPECT_EQ(code("IRN", std::nullopt), "IRN");
  EXPECT_EQ(code("zarif", Date{2015, 1, 1}), "IRNGOV");
  EXPECT_EQ(code("zarif", Date{2010, 1, 1}), "IRN");
  EXPECT_EQ(code("zarif", Date{2023, 1, 1}), "IRNELI");
  EXPECT_EQ(code("haniyeh", Date{2020, 1, 1}), "PSEREBHMS");
  EXPECT_EQ(code("qassam", std::nullopt), "PSEREBHMS");
  EXPECT_EQ(code("who", std::nullopt), "IGO");
  EXPECT_TRUE(knowledge.actor(knowledge.find("bbc.com")).is_media());
}

TEST(Knowledge, OfficesInACircleEnd) {
  const auto made = Knowledge::from_text(
      "role leader GOV\n  name leader\nactor a party\n  name A\n  role leader b 2010..2020\n"
      "actor b party\n  name B\n  role leader a 2010..2020\n",
      "circle.kb");
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_EQ(made->code_at(made->find("a"), Date{2015, 1, 1}), "");
  EXPECT_EQ(made->code_at(made->find("a"), Date{2025, 1, 1}), "PTY");
  EXPECT_FALSE(made->state_of(made->find("a")).valid());
}

TEST(Knowledge, Words) {
  const Knowledge knowledge = small();
  for (const char* words : {"foreign minister", "Foreign Ministers", "ministers of foreign affairs", "top diplomat"}) {
    const auto meanings = knowledge.role_meanings(words);
    ASSERT_EQ(meanings.size(), 1U) << words;
    EXPECT_EQ(meanings[0].role, "minister.foreign");
    EXPECT_TRUE(meanings[0].only_in.empty());
  }
  ASSERT_EQ(knowledge.role_meanings("secretary of state").size(), 1U);
  EXPECT_EQ(knowledge.role_meanings("secretary of state")[0].only_in, "USA");
  EXPECT_TRUE(knowledge.role_meanings("gardener").empty());
  ASSERT_TRUE(knowledge.agent("soldiers"));
  EXPECT_EQ(knowledge.agent("soldiers")->sector, "MIL");
  EXPECT_EQ(knowledge.agent("masked police officers")->sector, "COP");
  EXPECT_FALSE(knowledge.agent("table"));
}

TEST(Knowledge, Countries) {
  const Knowledge knowledge = small();
  struct Case {
    const char* words;
    const char* country;
    CountryWord how;
  };
  const Case cases[] = {
      {"Iran", "IRN", CountryWord::kName},   {"Iranian", "IRN", CountryWord::kAdjective},      {"Iranians", "IRN", CountryWord::kPeople},
      {"Tehran", "IRN", CountryWord::kSeat}, {"the United States", "USA", CountryWord::kName}, {"U.S.", "USA", CountryWord::kName},
      {"US", "USA", CountryWord::kName}};
  for (const Case& one : cases) {
    const auto meanings = knowledge.country_meanings(one.words);
    ASSERT_FALSE(meanings.empty()) << one.words;
    EXPECT_EQ(meanings[0].country, one.country) << one.words;
    EXPECT_EQ(meanings[0].how, one.how) << one.words;
  }
  EXPECT_TRUE(knowledge.country_meanings("us").empty());
  EXPECT_EQ(knowledge.country_by_iso2("IR"), "IRN");
  EXPECT_EQ(knowledge.country_by_iso2("XX"), "");
}

TEST(Knowledge, PlacesOutletsCurrencies) {
  const Knowledge knowledge = small();
  ASSERT_EQ(knowledge.places("Springfield").size(), 2U);
  EXPECT_EQ(knowledge.places("Springfield")[0].country, "USA");
  EXPECT_EQ(knowledge.places("Springfield", "AUS")[0].country, "AUS");
  EXPECT_NEAR(knowledge.places("Teheran")[0].latitude, 35.69, 1e-6);
  EXPECT_EQ(id_of(knowledge, knowledge.outlet_by_domain("www.BBC.co.uk")), "bbc.com");
  EXPECT_FALSE(knowledge.outlet_by_domain("notbbc.com").valid());
  EXPECT_EQ(id_of(knowledge, knowledge.outlet_by_name("BBC News")), "bbc.com");
  EXPECT_EQ(knowledge.currencies("dollars")[0].code, "USD");
  EXPECT_EQ(knowledge.currencies("dollars", "AUS")[0].code, "AUD");
  EXPECT_EQ(knowledge.currencies("$")[0].code, "USD");
  EXPECT_EQ(knowledge.currencies("A$")[0].code, "AUD");
  EXPECT_EQ(knowledge.currencies("TRY")[0].code, "TRY");
  EXPECT_TRUE(knowledge.currencies("try").empty());
}

TEST(Knowledge, ScanFindsTheLongestNames) {
  const Knowledge knowledge = small();
  struct Case {
    std::vector<std::string_view> tokens;
    std::vector<std::pair<int, int>> spans;
  };
  const Case cases[] = {
      {{"Iranian", "Foreign", "Minister", "Mohammad", "Javad", "Zarif", "left", "Tehran", "."}, {{0, 1}, {3, 6}, {7, 8}}},
      {{"Izz", "ad", "-", "Din", "al", "-", "Qassam", "Brigades", "said"}, {{0, 8}}},
      {{"Izz", "ad-Din", "al-Qassam", "Brigades"}, {{0, 4}}},
      {{"he", "told", "us", "who"}, {}},
      {{"the", "United", "States"}, {{1, 3}}},
      {{"the", "Hamas-run", "ministry"}, {}},
  };
  for (const Case& one : cases) {
    std::vector<std::pair<int, int>> spans;
    for (const KnownSpan& span : knowledge.scan(one.tokens)) spans.push_back({span.begin, span.end});
    EXPECT_EQ(spans, one.spans) << one.tokens[0];
  }
}

class Files : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("annalist_kb_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                                                        "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_ / "mine");
    ASSERT_TRUE(write_file(path("base.kb"), kSmall));
    const auto compiled = kb::compile_kb({path("base.kb")});
    ASSERT_TRUE(compiled);
    ASSERT_TRUE(compiled->faults.empty());
    bytes_ = compiled->bytes;
    ASSERT_TRUE(write_file(path("k.index"), bytes_));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::filesystem::path folder_;
  std::string bytes_;
};

TEST_F(Files, CompilingIsDeterministicAndTheIndexAnswersAsTheText) {
  EXPECT_EQ(kb::compile_kb({path("base.kb")})->bytes, bytes_);
  const auto opened = Knowledge::open(path("k.index"));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->version(), small().version());
  EXPECT_EQ(opened->actor_count(), small().actor_count());
  EXPECT_EQ(id_of(*opened, opened->candidates("Ismail Haniya")[0].actor), "haniyeh");
}

TEST_F(Files, AnyDamageIsRefused) {
  for (size_t at = 0; at < bytes_.size(); at += at < 300 ? 1 : 997) {
    std::string damaged = bytes_;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    ASSERT_TRUE(write_file(path("bad.index"), damaged));
    const auto opened = Knowledge::open(path("bad.index"));
    ASSERT_FALSE(opened) << "byte " << at;
    EXPECT_EQ(opened.error().code, ErrorCode::kBadConfiguration) << "byte " << at;
    EXPECT_EQ(opened.error().where, path("bad.index"));
  }
  for (size_t size : {size_t{0}, size_t{10}, size_t{100}, bytes_.size() / 2, bytes_.size() - 1}) {
    ASSERT_TRUE(write_file(path("bad.index"), bytes_.substr(0, size)));
    EXPECT_FALSE(Knowledge::open(path("bad.index"))) << "cut to " << size;
  }
  EXPECT_EQ(Knowledge::open(path("missing.index")).error().code, ErrorCode::kIo);
}

TEST_F(Files, UsersFilesLieOver) {
  ASSERT_TRUE(write_file(path("mine/a.kb"),
                         "actor nobody person IRN\n  name John Nobody\n  role ambassador IRN 2020..2024\n\n"
                         "amend zarif\n  name Javad Zarif-Khonsari\n  role minister.foreign IRN 2026-01-01..?\n\n"
                         "amend hamas\n  alias The Movement\n\ndrop qassam\n"));
  const auto base = Knowledge::open(path("k.index"));
  const auto over = Knowledge::open(path("k.index"), {path("mine")});
  ASSERT_TRUE(base);
  ASSERT_TRUE(over) << over.error().text();
  EXPECT_NE(over->version(), base->version());
  EXPECT_EQ(over->actor_count(), base->actor_count());  // one more, one less
  EXPECT_EQ(over->code_at(over->find("nobody"), Date{2022, 1, 1}), "IRNGOV");
  EXPECT_FALSE(over->find("qassam").valid());
  EXPECT_TRUE(over->candidates("Izz ad-Din al-Qassam Brigades").empty());
  EXPECT_EQ(id_of(*over, over->candidates("The Movement")[0].actor), "hamas");
  EXPECT_EQ(over->actor(over->find("zarif")).name, "Javad Zarif-Khonsari");
  EXPECT_EQ(id_of(*over, over->candidates("Mohammad Javad Zarif")[0].actor), "zarif");
  EXPECT_EQ(id_of(*over, over->holders("minister.foreign", over->find("IRN"), {2026, 2, 1})[0].actor), "zarif");
  // References of the base lead to the changed record.
  EXPECT_EQ(over->code_at(over->find("haniyeh"), Date{2020, 1, 1}), "PSEREBHMS");
  EXPECT_EQ(over->roles(over->find("haniyeh"))[0].of, over->find("hamas"));
}

TEST_F(Files, UsersPartsInACircleAreRefused) {
  ASSERT_TRUE(write_file(path("user.kb"), "amend hamas\n  part qassam\n"));
  const auto opened = Knowledge::open(path("k.index"), {path("user.kb")});
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("'part' leads in a circle"), std::string::npos) << opened.error().text();
}

TEST_F(Files, WrongUsersFilesAreRefusedWithTheirPlace) {
  ASSERT_TRUE(write_file(path("mine/a.kb"), "actor zarif person IRN\n  name X\n"));
  const auto opened = Knowledge::open(path("k.index"), {path("mine")});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().where, path("mine/a.kb") + ":1:7");
  EXPECT_NE(opened.error().message.find("amend zarif"), std::string::npos);
  const auto faults = check_knowledge({path("mine")}, path("k.index"));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].message, opened.error().message);
}

}  // namespace
}  // namespace annalist
