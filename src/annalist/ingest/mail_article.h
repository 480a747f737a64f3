// A mail -> the article in it: a newsletter, an article sent on. Of a text in two forms the one is taken that holds the article: HTML
// unless the plain text has much more of it. Title is the subject, the date is the mail's, or those of the message that is forwarded in it.
#pragma once

#include <string>
#include <string_view>

#include "annalist/base/result.h"
#include "annalist/ingest/article_parts.h"

namespace annalist {

struct MailArticle {
  ArticleParts parts;  // the maps lead to the bytes of the text part, its transfer encoding undone
  std::string encoding;
};

// Errors: kBadArticle without a place (no message, encrypted, no text).
Result<MailArticle> read_mail_article(std::string_view bytes);

}  // namespace annalist
