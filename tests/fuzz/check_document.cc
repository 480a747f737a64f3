#include "check_document.h"

#include <sys/mman.h>
#include <unistd.h>

#include "annalist/base/utf8.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/mapped_text.h"
#include "targets.h"

namespace annalist::fuzz {
namespace {

bool is_utf8(std::string_view text) { return find_invalid_utf8(text) == std::string_view::npos; }

bool at_border(const std::string& text, uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
}

}  // namespace

void check_span(const Document& document, ByteSpan span, const char* what) {
  require(span.begin <= span.end && span.end <= document.text.size(), what);
  require(at_border(document.text, span.begin) && at_border(document.text, span.end), what);
}

void check_document(const Document& document, size_t raw_bytes) {
  require(is_utf8(document.text), "the text is UTF-8");
  require(is_nfc(document.text) || to_nfc(document.text) == document.text, "the text is in NFC");
  require(is_utf8(document.id) && is_utf8(document.title.value) && is_utf8(document.outlet.value) && is_utf8(document.url),
          "metadata are UTF-8");
  for (const Metadatum& author : document.authors) require(is_utf8(author.value), "authors are UTF-8");
  require(!document.published || is_valid(*document.published), "the publication date is a day");
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    check_span(document, block.words, "a block lies in the text");
    require(block.words.begin >= end && !block.words.empty(), "blocks are in order and hold words");
    end = block.words.end;
  }
  const auto& runs = document.offsets.runs;
  require(document.text.empty() || (!runs.empty() && runs.front().clean == 0), "the offset map begins at 0");
  for (size_t i = 1; i < runs.size(); ++i) require(runs[i - 1].clean < runs[i].clean, "the offset map is sorted");
  for (uint32_t byte = 0; byte < document.text.size(); ++byte) {
    if (!at_border(document.text, byte)) continue;  // a character leads to its source by its first byte
    require(document.offsets.to_raw(byte) < raw_bytes, "the offset map leads into the raw bytes");
  }
}

void check_reading(const Document& document, const Reading& reading) {
  const auto count = static_cast<TokenIndex>(reading.tokens.size());
  for (const Token& token : reading.tokens) {
    check_span(document, token.words, "a token lies in the text");
    require(token.head == kNoToken || (token.head >= 0 && token.head < count), "a head is a token");
  }
  TokenIndex next = 0;
  for (const Sentence& sentence : reading.sentences) {
    check_span(document, sentence.words, "a sentence lies in the text");
    require(sentence.tokens.begin == next && sentence.tokens.end > next && sentence.tokens.end <= count, "sentences follow one another");
    require(sentence.block < document.blocks.size(), "a sentence has a block");
    next = sentence.tokens.end;
  }
  require(next == count, "each token is in a sentence");
  for (const Entity& entity : reading.entities) check_span(document, entity.words, "a name lies in the text");
}

Document document_of(std::string_view bytes) {
  Document document;
  document.id = "fuzz";
  document.published = Date{2024, 3, 27};
  MappedText clean = clean_characters(decode_bytes(bytes, false).text, true);
  document.offsets = clean.map();
  document.text = std::move(clean).take_text();
  const std::string_view text = document.text;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    const auto begin = static_cast<uint32_t>(line.data() - text.data());
    if (!line.empty()) document.blocks.push_back({{begin, begin + static_cast<uint32_t>(line.size())}, BlockKind::kParagraph});
    at = end + 1;
  }
  return document;
}

MemoryFile::MemoryFile(std::string_view bytes) : descriptor_(memfd_create("annalist-fuzz", MFD_CLOEXEC)) {
  require(descriptor_ >= 0, "a memory file can be made");
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(descriptor_, bytes.data(), bytes.size());
    require(wrote > 0, "a memory file can be written");
    bytes.remove_prefix(static_cast<size_t>(wrote));
  }
}
MemoryFile::~MemoryFile() { ::close(descriptor_); }
std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

}  // namespace annalist::fuzz
