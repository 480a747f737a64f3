#include "annalist/store/archive.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <filesystem>

#include "annalist/base/files.h"
#include "annalist/store/codec.h"
#include "annalist/store/example_records.h"
#include "annalist/store/query.h"
#include "annalist/store/salvage.h"
#include "annalist/store/stats.h"
#include "annalist/store/verify.h"

namespace annalist {
namespace {

const Versions kVersions{"0.1", "m1", "c1", "k1"};

class ArchiveTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "annalist_archive_test.annals";
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + ending);
  }
  Archive filled(int documents) {
    auto archive = Archive::open(path_, Archive::Access::kWrite);
    EXPECT_TRUE(archive);
    std::vector<Records> all;
    for (int i = 1; i <= documents; ++i) all.push_back(example_records(i));
    EXPECT_TRUE(archive->save(all, kVersions));
    return std::move(*archive);
  }
  std::string path_;
};

// A filter with some members set.
template <class Set>
Filter filter_with(Set set) {
  Filter filter;
  set(filter);
  return filter;
}
Filter by_actor(const char* actor, const char* with = nullptr) {
  Filter filter;
  filter.actor = {actor};
  if (with != nullptr) filter.with = {with};
  return filter;
}

void expect_equal(const Records& a, const Records& b) {
  EXPECT_EQ(a.document, b.document);
  EXPECT_EQ(a.reading, b.reading);
  EXPECT_EQ(a.actors, b.actors);
  EXPECT_EQ(a.times, b.times);
  EXPECT_EQ(a.amounts, b.amounts);
  EXPECT_EQ(a.statements, b.statements);
  EXPECT_EQ(a.events, b.events);
}

TEST_F(ArchiveTest, InEqualsOut) {
  Archive archive = filled(2);
  const auto keys = archive.documents();
  ASSERT_TRUE(keys);
  ASSERT_EQ(keys->size(), 2u);
  const auto loaded = archive.load(keys->at(1), true);
  ASSERT_TRUE(loaded);
  expect_equal(*loaded, example_records(2));
}

TEST_F(ArchiveTest, OpensAgainWithWhatItHad) {
  { filled(3); }
  auto archive = Archive::open(path_, Archive::Access::kRead);
  ASSERT_TRUE(archive);
  EXPECT_EQ(archive->documents()->size(), 3u);
  EXPECT_EQ(*archive->versions_of(example_records(3).document.raw_sha256), kVersions);
  EXPECT_EQ(*archive->versions_of("none"), std::nullopt);
}

TEST_F(ArchiveTest, ReplacesTheSameBytesAndRemoves) {
  Archive archive = filled(1);
  Records again = example_records(1);
  again.events.clear();
  ASSERT_TRUE(archive.save({&again, 1}, kVersions));
  const auto keys = archive.documents();
  ASSERT_EQ(keys->size(), 1u);
  EXPECT_TRUE(find_events(archive, {})->empty());
  ASSERT_TRUE(archive.remove(keys->front()));
  EXPECT_TRUE(archive.documents()->empty());
  EXPECT_TRUE(find_statements(archive, {})->empty());
  EXPECT_TRUE(search_sentences(archive, "Ruritania", {}, 10)->empty());
}

TEST_F(ArchiveTest, FindsEvents) {
  Archive archive = filled(2);
  const struct {
    const char* name;
    Filter filter;
    size_t count;
  } rows[] = {
      {"all", {}, 2},
      {"actor by word of its name", by_actor("liberation"), 2},
      {"actor by id", by_actor("front"), 2},
      {"actor not there", by_actor("Utopia"), 0},
      {"a source is no participant", by_actor("\u00c9lan News"), 0},
      {"two actors", by_actor("ruritania", "front"), 2},
      {"two that are one", by_actor("Liberation Front", "front"), 0},
      {"type in any case", filter_with([](Filter& f) { f.type = "aid"; }), 2},
      {"other type", filter_with([](Filter& f) { f.type = "CONSULT"; }), 0},
      {"status", filter_with([](Filter& f) { f.status = "denied"; }), 0},
      {"dates overlap", filter_with([](Filter& f) { f.dates = DateRange{{2019, 5, 31}, {2019, 12, 31}}; }), 2},
      {"dates before", filter_with([](Filter& f) { f.dates = DateRange{{2018, 1, 1}, {2019, 4, 30}}; }), 0},
      {"outlet", filter_with([](Filter& f) { f.outlet = "courier"; }), 2},
      {"confidence", filter_with([](Filter& f) { f.min_confidence = 0.8; }), 0},
  };
  for (const auto& row : rows) {
    const auto found = find_events(archive, row.filter);
    ASSERT_TRUE(found) << row.name << ": " << found.error().text();
    EXPECT_EQ(found->size(), row.count) << row.name;
  }
}

TEST_F(ArchiveTest, TheCodeOfAStateFindsItsOwn) {
  Archive archive = filled(1);
  // The Front's code begins with Ruritania's.
  EXPECT_EQ(find_events(archive, by_actor("Ruritania", "Ruritania"))->size(), 1u);
}

TEST_F(ArchiveTest, FindsStatementsAmountsSentencesActorsSources) {
  Archive archive = filled(2);
  EXPECT_EQ(find_statements(archive, by_actor("elan"))->size(), 2u);
  EXPECT_EQ(find_statements(archive, filter_with([](Filter& f) { f.with = {"Ruritania"}; }))->size(), 2u);
  EXPECT_EQ(find_amounts(archive, {})->size(), 2u);
  EXPECT_EQ(find_amounts(archive, by_actor("Utopia"))->size(), 0u);
  EXPECT_EQ(search_sentences(archive, "reports front", {}, 10)->size(), 2u) << "stems, all words";
  EXPECT_EQ(search_sentences(archive, "\"million to the\"", {}, 10)->size(), 2u);
  EXPECT_EQ(search_sentences(archive, "\"the million\"", {}, 10)->size(), 0u);
  EXPECT_EQ(search_sentences(archive, "elan", {}, 1)->size(), 1u);
  EXPECT_EQ(search_sentences(archive, "ruritania \"to the", {}, 10)->size(), 2u) << "a quotation that is not closed ends with the words";
  EXPECT_EQ(search_sentences(archive, std::string("\"to\0the\"", 8), {}, 10)->size(), 2u);
  EXPECT_FALSE(search_sentences(archive, "?!", {}, 10));
  const auto actors = list_actors(archive, {});
  ASSERT_EQ(actors->size(), 3u);
  EXPECT_EQ(actors->front().documents, 2);
  EXPECT_EQ(list_sources(archive, {})->front().statements, 2);
  EXPECT_EQ(find_record(archive, "doc2.e1")->kind, 'e');
  EXPECT_EQ(find_record(archive, "doc2.s1")->kind, 's');
  EXPECT_FALSE(find_record(archive, "doc9.e1"));
  EXPECT_FALSE(count_archive(archive)->empty());
}

TEST_F(ArchiveTest, VerifyFindsEveryKindOfDamage) {
  const struct {
    const char* name;
    const char* sql;
    const char* what;
  } rows[] = {
      {"text changed", "UPDATE documents SET text = replace(text, '70', '80') WHERE doc = 1", "text"},
      {"records changed", "UPDATE documents SET records = reading WHERE doc = 1", "records"},
      {"path changed", "UPDATE documents SET path = 'other' WHERE doc = 1", "path"},
      {"event row lost", "DELETE FROM events WHERE doc = 1", "events"},
      {"event's type changed", "UPDATE events SET type = 'ASSAULT' WHERE doc = 1", "events"},
      {"event's place moved", "UPDATE events SET latitude = -latitude WHERE doc = 1", "events"},
      {"recipient changed", "UPDATE participants SET code = 'UTO' WHERE doc = 1 AND role = 'recipient'", "participants"},
      {"speaker lost", "DELETE FROM speakers WHERE doc = 1", "speakers"},
      {"sum changed", "UPDATE amounts SET value = '80000000' WHERE doc = 1", "amounts"},
      {"actor changed", "UPDATE actors SET mentions = mentions + 1 WHERE doc = 1 AND number = 1", "actors"},
      {"tie made up", "INSERT INTO ties VALUES (1, 7, 'a', 'b', 'c', 'd')", "ties"},
      {"sentence changed behind the index", "UPDATE sentences SET words = 'other' WHERE doc = 1", "sentences"},
  };
  for (const auto& row : rows) {
    SetUp();
    Archive archive = filled(2);
    EXPECT_TRUE(verify_archive(archive)->damage.empty()) << row.name;
    ASSERT_TRUE(archive.database().run(row.sql)) << row.name;
    const auto result = verify_archive(archive);
    ASSERT_FALSE(result->damage.empty()) << row.name;
    const Damage& last = result->damage.back();  // the file as a whole comes first
    EXPECT_FALSE(last.document.empty()) << row.name;
    EXPECT_NE(last.what.find(row.what), std::string::npos) << row.name << ": " << last.what;
  }
}

TEST_F(ArchiveTest, VerifyFindsASpanOutsideItsText) {
  Archive archive = filled(0);
  Records records = example_records(1);
  records.events[0].trigger = {1, 4};  // inside the two bytes of the first letter
  ASSERT_TRUE(archive.save({&records, 1}, kVersions));
  const auto result = verify_archive(archive);
  ASSERT_EQ(result->damage.size(), 1u);
  EXPECT_NE(result->damage[0].what.find("trigger"), std::string::npos);
}

TEST_F(ArchiveTest, LoadNeverGivesADamagedTextOrRecord) {
  Archive archive = filled(1);
  const auto key = archive.documents()->front();
  ASSERT_TRUE(archive.database().run("UPDATE documents SET text = replace(text, '70', '80')"));
  const auto text = archive.load(key);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().where, "news/1.txt");
  ASSERT_TRUE(archive.database().run("UPDATE documents SET text = replace(text, '80', '70')"));
  ASSERT_TRUE(archive.load(key, true));
  std::string changed = encode_records(example_records(1));
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
  auto update = archive.database().prepare("UPDATE documents SET records = ?");
  ASSERT_TRUE(update->bind(Query::Blob{changed}).done());
  EXPECT_FALSE(archive.load(key));
}

TEST_F(ArchiveTest, SalvageBringsTheWholeOnesOver) {
  const std::string out = path_ + ".new";
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(out + ending);
  {
    Archive archive = filled(4);
    ASSERT_TRUE(archive.database().run("UPDATE documents SET text = 'other' WHERE path = 'news/2.txt'"));
    ASSERT_TRUE(archive.database().run("DELETE FROM events WHERE doc = 3"));  // its records are whole
  }
  const auto result = salvage_archive(path_, out);
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_EQ(result->saved, 3);
  ASSERT_EQ(result->lost.size(), 1u);
  EXPECT_EQ(result->lost[0].document, "news/2.txt");
  auto fresh = Archive::open(out, Archive::Access::kRead);
  ASSERT_TRUE(fresh);
  EXPECT_TRUE(verify_archive(*fresh)->damage.empty());
  EXPECT_EQ(find_events(*fresh, {})->size(), 3u);
  const auto keys = fresh->documents();
  ASSERT_EQ(keys->size(), 3u);
  expect_equal(*fresh->load(keys->at(1), true), example_records(3));
  EXPECT_EQ(*fresh->versions(keys->at(1)), kVersions);
  EXPECT_FALSE(salvage_archive(path_, out)) << "nothing is written over";
}

TEST_F(ArchiveTest, RefusesWhatIsNoArchive) {
  EXPECT_FALSE(Archive::open(path_, Archive::Access::kRead)) << "missing";
  ASSERT_TRUE(write_file(path_, std::string(4096, 'x')));
  const auto garbage = Archive::open(path_, Archive::Access::kWrite);
  ASSERT_FALSE(garbage);
  EXPECT_EQ(garbage.error().where, path_);
  EXPECT_NE(garbage.error().message.find("no annalist archive"), std::string::npos);
}

TEST_F(ArchiveTest, RefusesAnotherProgramsDatabase) {
  auto other = Database::open(path_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  ASSERT_TRUE(other->run("CREATE TABLE t(x)"));
  EXPECT_FALSE(Archive::open(path_, Archive::Access::kWrite));
  EXPECT_FALSE(Archive::open(path_, Archive::Access::kRead));
}

TEST_F(ArchiveTest, RefusesANewerSchema) {
  { ASSERT_TRUE(filled(1).database().run("PRAGMA user_version = 99")); }
  for (const auto access : {Archive::Access::kRead, Archive::Access::kWrite}) {
    const auto archive = Archive::open(path_, access);
    ASSERT_FALSE(archive);
    EXPECT_NE(archive.error().message.find("newer"), std::string::npos);
  }
}

TEST(Codec, RefusesDamage) {
  const std::string good = encode_records(example_records(1));
  EXPECT_TRUE(decode_records(good));
  EXPECT_FALSE(decode_records(""));
  EXPECT_FALSE(decode_records("garbage"));
  EXPECT_FALSE(decode_records(good.substr(0, good.size() / 2)));
  EXPECT_FALSE(decode_reading(good));
  // CBOR that never came from encode: arrays too long to be, too deep to be read, without an end.
  for (const std::string& cbor :
       {std::string(40, '\x9b'), std::string(100'000, '\x81'), std::string("\x9f\x01"), std::string("\x01\x01")}) {
    std::string packed(ZSTD_compressBound(cbor.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), cbor.data(), cbor.size(), 1));
    EXPECT_FALSE(decode_records(packed));
  }
}

}  // namespace
}  // namespace annalist
