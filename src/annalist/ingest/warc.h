// Crawls: WARC 1.0 and 1.1 (ISO 28500), plain or gzipped by record, as CC-NEWS and heritrix, wget and browsers' archivers write them.
// Taken are the responses of status 200 whose content is HTML; each gives its page with the address (WARC-Target-URI), the charset of its
// head and the day it was fetched (WARC-Date).
#pragma once

#include <memory>

#include "annalist/ingest/item_stream.h"

namespace annalist {

// Items are named PATH@OFFSET, the byte in the file at which the record's gzip member, or the record itself, begins (with +N for a record N
// bytes inside an unpacked member of several). Other records are left out and counted. A damaged record is an Error at "PATH: byte N", and
// the records after it are read. No more than one page is held.
std::unique_ptr<ItemStream> open_warc(Item item, const IngestLimits& limits, LeftOut& left_out);

}  // namespace annalist
