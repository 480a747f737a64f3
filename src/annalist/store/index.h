// The rows by which records are found again (schema.h): written beside each document's whole records.
#pragma once

#include "annalist/store/archive.h"

namespace annalist {

// REQUIRES: inside a transaction; `key` has no such rows yet.
Result<void> index_records(Database& database, DocumentKey key, const Records& records);

}  // namespace annalist
