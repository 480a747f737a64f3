#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "annalist/base/files.h"
#include "annalist/base/sha256.h"
#include "annalist/kb/index_view.h"
#include "annalist/nn/network_weights.h"
#include "annalist/store/codec.h"
#include "annalist/store/query.h"
#include "annalist/store/stats.h"
#include "annalist/store/verify.h"
#include "annalist/understand/events/codebook.h"
#include "check_document.h"
#include "targets.h"

#include <zstd.h>

namespace annalist::fuzz {
namespace {

void has_place(const Error& error) { require(!error.message.empty() && !error.where.empty(), "an error says what and where"); }

std::string bytes_of_hex(const std::string& digits) {
  std::string bytes;
  for (size_t i = 0; i + 1 < digits.size(); i += 2) bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return bytes;
}

// A file's place of its own, in memory where there is such a folder; gone at the end of the program.
const std::string& archive_path() {
  static const std::filesystem::path kFolder = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
  static const std::string kPath = (kFolder / ("annalist-fuzz-" + std::to_string(::getpid()))).string();
  static const int kAtEnd = std::atexit([] {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) ::unlink((archive_path() + ending).c_str());
  });
  (void)kAtEnd;
  return kPath;
}

}  // namespace

void codebook(std::string_view bytes) {
  std::vector<Error> faults;
  const Codebook book = Codebook::parse({{"fuzz.codebook", std::string(bytes)}}, faults);
  for (const Error& fault : faults) has_place(fault);
  for (const Pattern& pattern : book.patterns()) {
    require(pattern.type >= -1 && pattern.type < static_cast<int>(book.types().size()), "a pattern's type is one");
    for (const Trigger& trigger : pattern.triggers) (void)book.by_lemma(trigger.kind, trigger.head);
  }
}

void knowledge(std::string_view bytes) {
  const auto made = Knowledge::from_text(bytes, "fuzz.kb");
  if (!made) return has_place(made.error());
  for (uint32_t i = 0; i < made->actor_count(); ++i) {
    const KnownIndex index{i};
    const KnownActor actor = made->actor(index);
    require(made->find(actor.id).valid(), "an actor is found by its id");
    for (const std::string_view name : made->names(index)) {
      (void)made->candidates(name);
      (void)made->places(name);
    }
    (void)made->code_at(index, Date{2024, 3, 27});
    for (const HeldRole& role : made->roles(index)) (void)made->holders(role.role, role.of, role.from);
  }
}

// As it stands, and with a right checksum, so that what lies behind that check is tried too.
void knowledge_index(std::string_view bytes) {
  std::vector<uint64_t> aligned((bytes.size() + 7) / 8);
  auto* const copy = reinterpret_cast<char*>(aligned.data());
  std::copy(bytes.begin(), bytes.end(), copy);
  const std::string_view view(copy, bytes.size());
  if (const auto opened = kb::IndexView::open(view, "fuzz.index"); !opened) has_place(opened.error());
  if (view.size() < sizeof(kb::Header)) return;
  reinterpret_cast<kb::Header*>(copy)->checksum = kb::index_checksum(view);
  if (const auto opened = kb::IndexView::open(view, "fuzz.index"); !opened) has_place(opened.error());
}

void weights(std::string_view bytes) {
  for (const bool mended : {false, true}) {
    std::string file(bytes);
    if (mended) file += bytes_of_hex(sha256_hex(file));
    const MemoryFile stored(file);
    const auto opened = WeightsFile::open(stored.path());
    if (!opened) {
      has_place(opened.error());
      continue;
    }
    if (const auto views = network_weights(*opened); !views) has_place(views.error());
  }
}

// A damaged archive: opened, verified, asked and loaded; each a clear error or an answer.
void archive(std::string_view bytes) {
  const std::string& path = archive_path();
  for (const char* ending : {"-wal", "-shm", "-journal"}) ::unlink((path + ending).c_str());
  require(write_file(path, bytes).has_value(), "the archive can be written");
  auto opened = Archive::open(path, Archive::Access::kRead);
  if (!opened) return has_place(opened.error());
  if (const auto verified = verify_archive(*opened); !verified) has_place(verified.error());
  if (const auto found = find_events(*opened, {}); !found) has_place(found.error());
  if (const auto found = search_sentences(*opened, "the", {}, 10); !found) has_place(found.error());
  if (const auto counted = count_archive(*opened); !counted) has_place(counted.error());
  const auto keys = opened->documents();
  if (!keys) return has_place(keys.error());
  for (const DocumentKey key : *keys) {
    if (const auto loaded = opened->load(key, true); !loaded) require(!loaded.error().message.empty(), "an error says what");
  }
}

// The bytes as JSON records in the archive's packed form; and as they stand.
void codec(std::string_view bytes) {
  (void)decode_records(bytes).has_value();
  (void)decode_reading(bytes).has_value();
  const auto value = nlohmann::json::parse(bytes, nullptr, false);
  const std::vector<uint8_t> cbor =
      value.is_discarded() ? std::vector<uint8_t>(bytes.begin(), bytes.end()) : nlohmann::json::to_cbor(value);
  std::string packed(ZSTD_compressBound(cbor.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), cbor.data(), cbor.size(), 1));
  (void)decode_reading(packed).has_value();
  const auto records = decode_records(packed);
  if (records) require(decode_records(encode_records(*records)).has_value(), "records that are read can be written");
}

// What a person types into search and filters.
void query(std::string_view bytes) {
  static Archive empty = [] {
    auto opened = Archive::open(":memory:", Archive::Access::kWrite);
    require(opened.has_value(), "an archive in memory opens");
    return std::move(*opened);
  }();
  const std::string words(bytes);
  Filter filter;
  filter.actor = {words};
  filter.with = {words};
  filter.type = filter.outlet = words;
  const auto answers = [](const auto& result) { require(result || result.error().code == ErrorCode::kUsage, "any words can be asked"); };
  answers(search_sentences(empty, words, {}, 10));
  answers(find_events(empty, filter));
  answers(find_statements(empty, filter));
  answers(find_amounts(empty, filter));
  answers(list_actors(empty, filter));
  answers(find_record(empty, words));
}

}  // namespace annalist::fuzz
