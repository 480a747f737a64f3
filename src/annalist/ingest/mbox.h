// Mailboxes (RFC 4155; mboxo and mboxrd): messages one after the other, each after a line "From address date". The file is a stream; one
// message is held. A ">From " inside a message loses its >.
#pragma once

#include <memory>
#include <string_view>

#include "annalist/ingest/item_stream.h"

namespace annalist {

// Whether a line can part messages: "From ana@example.org Mon Mar  4 09:12:44 2019".
bool is_mbox_line(std::string_view line);

// Items are mails named PATH:NUMBER, counted from 1. A message past the limit of one file is an Error in its place.
std::unique_ptr<ItemStream> open_mbox(Item item, const IngestLimits& limits);

}  // namespace annalist
