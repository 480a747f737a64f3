// The archive's tables, their version, and the way forward from older ones. An archive is one SQLite file (application id "ANNL") in WAL
// mode with foreign keys. `documents` holds each document's text and all its records (codec.h); the other tables repeat what is asked
// for, one row a record, and may be read by any SQLite client:
//   events, participants (role actor, recipient or via; in order), statements, speakers (role source or via), amounts, actors, ties,
//   sentences with the full-text index `search`.
// Dates are ISO days; date_from/date_to are both inclusive. Amount values are exact decimals as text.
#pragma once

#include "annalist/store/sqlite.h"

namespace annalist {

inline constexpr int kSchemaVersion = 1;
inline constexpr int kApplicationId = 0x414E4E4C;  // "ANNL"

// Makes the tables in a new file, or brings an older archive forward; in one transaction.
// Errors: kBadConfiguration when the file is another program's database or of a newer schema.
Result<void> bring_schema_forward(Database& database);
// The same checks for reading alone; an older schema is refused too, as it can't be brought forward read-only.
Result<void> check_schema(Database& database);

}  // namespace annalist
