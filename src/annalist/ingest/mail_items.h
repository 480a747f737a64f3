// A mail as a container: its own text first (form kMailText, the whole message), then what hangs on it: articles as files, messages in the
// message.
#pragma once

#include <memory>

#include "annalist/ingest/item_stream.h"

namespace annalist {

// The text is named as the mail is, an attachment PATH/NAME. Attachments whose form is not read are left out and counted. Errors:
// kBadArticle (no message; larger than the limit of one file).
Result<std::unique_ptr<ItemStream>> open_mail(Item item, const IngestLimits& limits, LeftOut& left_out);

}  // namespace annalist
