// A response of HTTP (RFC 9112) as crawls keep it -> the page in it: chunks joined, gzip, deflate, Brotli and Zstandard undone. Pure.
#pragma once

#include <string>
#include <string_view>

#include "annalist/base/result.h"

namespace annalist {

struct HttpResponse {
  int status = 0;
  std::string content_type;  // lower case, without parameters
  std::string charset;       // of the content type, lower case, may be empty
  std::string transfer_encoding;
  std::string content_encoding;
  std::string_view body;  // of the bytes given, as it was sent
};

// The head; a body that is cut short is given as far as it goes. Errors: kBadArticle without a place (no response).
Result<HttpResponse> read_http_head(std::string_view bytes);

// The body as the page that was meant; a part that is not chunked or not packed although the head says so is taken as it is, as some
// crawlers keep it. Errors: kBadArticle without a place: an encoding that is not known, damage, more than `limit` bytes.
Result<std::string> decode_http_body(const HttpResponse& response, uint64_t limit);

}  // namespace annalist
