#include "annalist/store/codec.h"

#include <zstd.h>

#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

// nlohmann's macros make the conversions of plain structs; the few types that are no plain structs follow by hand.
namespace nlohmann {

template <class T>
struct adl_serializer<std::optional<T>> {
  static void to_json(json& out, const std::optional<T>& value) { out = value ? json(*value) : json(nullptr); }
  static void from_json(const json& in, std::optional<T>& value) {
    if (in.is_null()) value.reset();
    else value = in.get<T>();
  }
};

template <>
struct adl_serializer<annalist::Decimal> {
  static void to_json(json& out, const annalist::Decimal& value) { out = value.to_string(); }
  static void from_json(const json& in, annalist::Decimal& value) { value = annalist::Decimal::parse(in.get<std::string>()).value(); }
};

template <>
struct adl_serializer<annalist::ByteSpan> {
  static void to_json(json& out, const annalist::ByteSpan& span) { out = json::array({span.begin, span.end}); }
  static void from_json(const json& in, annalist::ByteSpan& span) { span = {in.at(0), in.at(1)}; }
};

template <>
struct adl_serializer<annalist::TokenRange> {
  static void to_json(json& out, const annalist::TokenRange& range) { out = json::array({range.begin, range.end}); }
  static void from_json(const json& in, annalist::TokenRange& range) { range = {in.at(0), in.at(1)}; }
};

template <>
struct adl_serializer<annalist::OffsetRun> {
  static void to_json(json& out, const annalist::OffsetRun& run) { out = json::array({run.clean, run.raw}); }
  static void from_json(const json& in, annalist::OffsetRun& run) { run = {in.at(0), in.at(1)}; }
};

template <>
struct adl_serializer<annalist::Date> {
  static void to_json(json& out, const annalist::Date& date) { out = json::array({date.year, date.month, date.day}); }
  static void from_json(const json& in, annalist::Date& date) { date = {in.at(0), in.at(1), in.at(2)}; }
};

template <>
struct adl_serializer<annalist::Token> {
  static void to_json(json& out, const annalist::Token& t) {
    out = json::array({t.words, t.form, t.lemma, t.upos, t.feats, t.head, t.deprel, t.space_after});
    if (std::fabs(t.factuality) > 0) out.push_back(t.factuality);
  }
  static void from_json(const json& in, annalist::Token& t) {
    t = {in.at(0), in.at(1), in.at(2), in.at(3), in.at(4), in.at(5), in.at(6), in.at(7)};
    if (in.size() > 8) t.factuality = in.at(8);
  }
};

}  // namespace nlohmann

namespace annalist {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(DateRange, from, to)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Block, words, kind)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Metadatum, value, how)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OffsetMap, runs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Document, id, path, raw_sha256, offsets, blocks, title, authors, outlet, published, published_how, url,
                                   genre, language, encoding, note)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Multiword, tokens, words)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Sentence, tokens, words, block)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Entity, tokens, words, kind)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Reading, tokens, sentences, multiwords, entities)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Timex, words, tokens, type, value, range, anchor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Amount, words, tokens, value, low, high, unit, per, kind, approximate)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Mention, words, tokens, head, kind, how, plural, actor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Actor, id, name, kind, country, code, known, media, members)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Tie, who, role, of, words)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Actors, actors, mentions, ties)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Source, words, actor, name)
// Archives of the first program know no stance.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Statement, source, cue, cue_token, content, quote, stance, sentence, date, date_how, via)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PersonResolution, mention, actor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Statements, statements, persons)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Participant, words, mention, actor, name, code)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(EventPlace, words, name, country, latitude, longitude)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Event, type, mode, contexts, cameo, quad, trigger, trigger_token, sentence, actors, recipients, date,
                                   date_how, place, status, status_words, amount, statement, via, pattern, pattern_line, pattern_file,
                                   confidence)

namespace {

// With zstd's checksum of the content, so that a damaged byte never decodes to another record.
std::string compress(const std::vector<uint8_t>& bytes) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 3);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size()));
  return out;
}

// What the zstd frame holds, or nothing when it is damaged. Grows with what is really there, whatever a damaged header claims.
std::optional<std::string> decompress(std::string_view bytes) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::string plain;
  std::string chunk(ZSTD_DStreamOutSize(), '\0');
  while (true) {
    ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
    const size_t left = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(left) != 0) return std::nullopt;
    plain.append(chunk, 0, out.pos);
    if (left == 0) return in.pos == in.size ? std::optional(std::move(plain)) : std::nullopt;
    if (in.pos == in.size && out.pos < out.size) return std::nullopt;  // cut short
  }
}

// Whether the bytes are one CBOR item of definite lengths that ends with them and nests no deeper than records do; for the parser recurses
// with the nesting, and throws at lengths that can't be.
bool is_plain_cbor(std::string_view bytes) {
  constexpr size_t kDeepest = 32;
  std::vector<uint64_t> open;  // items still to come in each open array or map
  size_t at = 0;
  do {
    if (at == bytes.size()) return false;
    const auto head = static_cast<unsigned char>(bytes[at++]);
    const unsigned major = head >> 5U, info = head & 31U;
    if (info > 27 || major == 6) return false;  // indefinite, reserved, or tagged
    const size_t width = info < 24 ? 0 : size_t{1} << (info - 24U);
    if (bytes.size() - at < width) return false;
    uint64_t value = info;
    if (width > 0) value = 0;
    for (size_t i = 0; i < width; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at++]);
    if (major == 2 || major == 3) {  // bytes, text
      if (value > bytes.size() - at) return false;
      at += value;
    } else if ((major == 4 || major == 5) && value > 0) {  // array, map
      if (value > bytes.size() - at || open.size() == kDeepest) return false;
      open.push_back(major == 5 ? 2 * value : value);
      continue;
    }
    while (!open.empty() && --open.back() == 0) open.pop_back();
  } while (!open.empty());
  return at == bytes.size();
}

// The CBOR value under the zstd frame, or a discarded value.
nlohmann::json unpack(std::string_view bytes) {
  const std::optional<std::string> plain = decompress(bytes);
  if (!plain || !is_plain_cbor(*plain)) return {nlohmann::json::value_t::discarded};
  return nlohmann::json::from_cbor(*plain, true, false);
}

// Converts, turning nlohmann's exceptions into the one error type.
template <class Convert>
auto decode(std::string_view bytes, Convert convert) -> Result<decltype(convert(nlohmann::json()))> {
  const Error damaged{ErrorCode::kBadConfiguration, "a document's records are damaged; run: annalist verify", ""};
  try {
    const nlohmann::json value = unpack(bytes);
    if (value.is_discarded()) return damaged;
    return convert(value);
  } catch (const std::exception&) { return damaged; }
}

}  // namespace

std::string encode_records(const Records& records) {
  const nlohmann::json value = {
      {"document", records.document}, {"sentences", records.reading.sentences}, {"actors", records.actors}, {"times", records.times},
      {"amounts", records.amounts},   {"statements", records.statements},       {"events", records.events}};
  return compress(nlohmann::json::to_cbor(value));
}

std::string encode_reading(const Reading& reading) { return compress(nlohmann::json::to_cbor(nlohmann::json(reading))); }

Result<Records> decode_records(std::string_view bytes) {
  return decode(bytes, [](const nlohmann::json& value) {
    Records records;
    value.at("document").get_to(records.document);
    value.at("sentences").get_to(records.reading.sentences);
    value.at("actors").get_to(records.actors);
    value.at("times").get_to(records.times);
    value.at("amounts").get_to(records.amounts);
    value.at("statements").get_to(records.statements);
    value.at("events").get_to(records.events);
    return records;
  });
}

Result<Reading> decode_reading(std::string_view bytes) {
  return decode(bytes, [](const nlohmann::json& value) { return value.get<Reading>(); });
}

}  // namespace annalist
