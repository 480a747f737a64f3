// Document: one article as the rest of annalist sees it. `text` is the article's body alone (UTF-8, NFC;
// paragraphs parted by one blank line), and never changes once made; every span of every record is a ByteSpan
// of it. `offsets` leads from the clean text to the raw bytes it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/span.h"

namespace annalist {

enum class BlockKind : uint8_t { kParagraph, kHeading, kCaption, kQuote, kList };
struct Block {
  ByteSpan words;
  BlockKind kind = BlockKind::kParagraph;
  friend bool operator==(const Block&, const Block&) = default;
};

enum class Genre : uint8_t { kNews, kAnalysis, kOpinion, kAdvocacy, kOther };

// The map from clean text to raw bytes: runs of bytes that were taken over. A clean byte b in a run is raw
// byte raw + (b - clean); where the forms differ in length (an entity, a composed accent), the run is of one
// character and leads to its first raw byte.
struct OffsetRun {
  uint32_t clean = 0;
  uint64_t raw = 0;
  friend bool operator==(const OffsetRun&, const OffsetRun&) = default;
};
struct OffsetMap {
  std::vector<OffsetRun> runs;  // sorted by clean, first at 0
  // The raw byte from which the clean byte came. REQUIRES: !runs.empty()
  uint64_t to_raw(uint32_t clean) const;
  friend bool operator==(const OffsetMap&, const OffsetMap&) = default;
};

// A metadatum and where it came from: "json-ld", "og:title", "meta author", "time element", "byline", "first
// line", "jsonl", "option", "outlet list", "path"; empty how = not found.
struct Metadatum {
  std::string value;
  std::string how;
  friend bool operator==(const Metadatum&, const Metadatum&) = default;
};

struct Document {
  std::string id;          // a JSONL line's own id, else the first 16 hex digits of raw_sha256
  std::string path;        // as given; a JSONL line is path:line
  std::string raw_sha256;  // of the raw bytes (of a JSONL line: of that line)
  std::string text;
  OffsetMap offsets;
  std::vector<Block> blocks;  // in order, not overlapping; they cover text but for the blank lines between them

  Metadatum title;
  std::vector<Metadatum> authors;
  Metadatum outlet;
  std::optional<Date> published;
  std::string published_how;
  std::string url;
  Genre genre = Genre::kNews;
  std::string language = "en";  // BCP 47
  std::string encoding = "UTF-8";
  std::string note;  // what a person should know of the reading: "encoding guessed: windows-1252"; empty when nothing

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace annalist
