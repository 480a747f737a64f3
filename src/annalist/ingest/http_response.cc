#include "annalist/ingest/http_response.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byte_source.h"
#include "annalist/ingest/unpack.h"

namespace annalist {
namespace {

Error too_large(uint64_t limit) {
  return {ErrorCode::kBadArticle, "the page is larger than " + size_text(limit) + " (--limit file=SIZE)", ""};
}
Error damaged(const char* what) { return {ErrorCode::kBadArticle, std::string("the page's ") + what + " encoding is damaged", ""}; }

// RFC 9112, 7.1; nullptr-like empty optional when the bytes are no chunks at all.
bool join_chunks(std::string_view body, std::string& out) {
  bool any = false;
  while (true) {
    const size_t end = body.find('\n');
    if (end == std::string_view::npos) return any;  // cut short
    std::string_view size_words = trim(body.substr(0, end));
    size_words = size_words.substr(0, size_words.find(';'));
    uint64_t size = 0;
    const auto [stop, error] = std::from_chars(size_words.data(), size_words.data() + size_words.size(), size, 16);
    if (error != std::errc() || size_words.empty() || (stop != size_words.data() + size_words.size() && *stop != ' ')) return any;
    any = true;
    if (size == 0) return true;
    body.remove_prefix(end + 1);
    out += body.substr(0, size);
    if (size >= body.size()) return true;  // cut short
    body.remove_prefix(size);
    if (body.starts_with("\r\n")) body.remove_prefix(2);
    else if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

// zlib's or raw deflate: servers send either (RFC 9110, 8.4.1.2, note).
Result<std::string> undo_deflate(std::string_view packed, int window, uint64_t limit) {
  z_stream stream;
  std::memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, window) != Z_OK) return damaged("deflate");
  const std::unique_ptr<z_stream, int (*)(z_streamp)> end(&stream, inflateEnd);
  std::string in(packed), out;
  std::vector<unsigned char> room(65536);
  stream.next_in = reinterpret_cast<unsigned char*>(in.data());
  stream.avail_in = static_cast<unsigned>(in.size());
  while (true) {
    stream.next_out = room.data();
    stream.avail_out = static_cast<unsigned>(room.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(room.data()), room.size() - stream.avail_out);
    if (out.size() > limit) return too_large(limit);
    if (state == Z_STREAM_END || (state == Z_BUF_ERROR && !out.empty())) return out;  // a page cut short is a page
    if (state != Z_OK) return damaged(window > 15 ? "gzip" : "deflate");
  }
}

Result<std::string> undo_brotli(std::string_view packed, uint64_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
                                                                                 BrotliDecoderDestroyInstance);
  std::string out;
  std::vector<uint8_t> room(65536);
  const auto* in = reinterpret_cast<const uint8_t*>(packed.data());
  size_t left = packed.size();
  while (true) {
    uint8_t* to = room.data();
    size_t space = room.size();
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(state.get(), &left, &in, &space, &to, nullptr);
    out.append(reinterpret_cast<const char*>(room.data()), room.size() - space);
    if (out.size() > limit) return too_large(limit);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && !out.empty()) return out;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return damaged("br");
  }
}

Result<std::string> undo_zstd(std::string_view packed, uint64_t limit) {
  auto source = unpack("", ByteSource::of(std::string(packed)), {});
  if (!source) return damaged("zstd");
  std::string out;
  if (auto got = read_at_least(**source, out, limit + 1); !got && out.empty()) return damaged("zstd");
  if (out.size() > limit) return too_large(limit);
  return out;
}

// The value of a parameter in "text/html; charset=UTF-8".
std::string parameter(std::string_view value, std::string_view name) {
  const std::string lower = ascii_lower(value);
  const size_t at = lower.find(std::string(name) + "=");
  if (at == std::string::npos) return "";
  const size_t begin = lower.find_first_not_of(" \"'", at + name.size() + 1);
  if (begin == std::string::npos) return "";
  return lower.substr(begin, lower.find_first_of(" \"';,", begin) - begin);
}

}  // namespace

Result<HttpResponse> read_http_head(std::string_view bytes) {
  if (!bytes.starts_with("HTTP/")) return Error{ErrorCode::kBadArticle, "no HTTP response in the record", ""};
  HttpResponse out;
  bool first = true;
  while (!bytes.empty()) {
    const size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = trim(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (first) {
      const size_t space = line.find(' ');
      if (space == std::string_view::npos) return Error{ErrorCode::kBadArticle, "no HTTP response in the record", ""};
      const std::string_view code = trim(line.substr(space));
      std::from_chars(code.data(), code.data() + code.size(), out.status);
      first = false;
      continue;
    }
    if (line.empty()) break;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii_lower(trim(line.substr(0, colon)));
    const std::string_view value = trim(line.substr(colon + 1));
    if (name == "content-type" && out.content_type.empty()) {
      out.content_type = ascii_lower(trim(value.substr(0, value.find_first_of(";,"))));
      out.charset = parameter(value, "charset");
    }
    if (name == "transfer-encoding") out.transfer_encoding = ascii_lower(value);
    if (name == "content-encoding") out.content_encoding = ascii_lower(value);
  }
  out.body = bytes;
  return out;
}

Result<std::string> decode_http_body(const HttpResponse& response, uint64_t limit) {
  std::string body;
  if (response.transfer_encoding.find("chunked") == std::string::npos || !join_chunks(response.body, body)) body = response.body;
  if (body.size() > limit) return too_large(limit);
  std::string_view encodings = response.content_encoding;
  while (!trim(encodings).empty()) {  // the last applied stands last
    const size_t comma = encodings.rfind(',');
    const std::string_view encoding = trim(comma == std::string_view::npos ? encodings : encodings.substr(comma + 1));
    encodings = comma == std::string_view::npos ? std::string_view() : encodings.substr(0, comma);
    Result<std::string> undone = std::string();
    if (encoding == "identity" || encoding.empty() || encoding == "none" || encoding == "utf-8") continue;
    if (encoding == "gzip" || encoding == "x-gzip") {
      if (!is_gzip(body)) continue;
      undone = undo_deflate(body, 15 + 16, limit);
    } else if (encoding == "deflate") {
      undone = undo_deflate(body, 15, limit);
      if (!undone) undone = undo_deflate(body, -15, limit);
      if (!undone && trim(body).starts_with('<')) continue;
    } else if (encoding == "br") {
      undone = undo_brotli(body, limit);
      if (!undone && trim(body).starts_with('<')) continue;
    } else if (encoding == "zstd") {
      undone = undo_zstd(body, limit);
    } else {
      return Error{ErrorCode::kBadArticle, "the page's content encoding \"" + std::string(encoding) + "\" is not read", ""};
    }
    if (!undone) return undone.error();
    body = std::move(*undone);
  }
  return body;
}

}  // namespace annalist
