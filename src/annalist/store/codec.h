// The lossless form of a document's records inside the archive: CBOR (RFC 8949) under zstd, byte offsets as in the structs. The tables of
// schema.h hold what is asked for; this holds everything. Decoding what encode wrote gives equal structs.
#pragma once

#include <string>
#include <string_view>

#include "annalist/base/result.h"
#include "annalist/understand/events/records.h"

namespace annalist {

// All records but the document's text and, of the reading, all but its sentences' spans (these have columns of their own).
std::string encode_records(const Records& records);
std::string encode_reading(const Reading& reading);

// Errors: kBadConfiguration when the bytes are not what encode wrote.
// The records' document.text and reading come back empty but for reading.sentences.
Result<Records> decode_records(std::string_view bytes);
Result<Reading> decode_reading(std::string_view bytes);

}  // namespace annalist
