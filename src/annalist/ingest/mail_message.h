// A message (RFC 5322, MIME RFC 2045 to 2049) taken apart by gmime: who wrote it when, its text, what hangs on it. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/result.h"

namespace annalist {

struct MailPart {
  std::string content_type;  // lower case: "text/html"
  std::string charset;       // as declared, lower case
  std::string name;          // of an attachment
  std::string bytes;         // transfer encoding undone
  bool flowed = false;       // format=flowed (RFC 3676)
  bool delete_space = false;
};

struct MailMessage {
  std::string subject;  // UTF-8
  std::string sender;   // the name, UTF-8; may be empty
  std::string address;
  std::optional<Date> date;  // in the sender's own time zone
  std::optional<MailPart> text;
  std::optional<MailPart> html;
  std::vector<MailPart> attachments;  // in order; a message in the message has the type message/rfc822
  bool locked = false;                // encrypted
};

// `with_attachments` false leaves their bytes empty. Errors: kBadArticle without a place (no message).
Result<MailMessage> read_mail_message(std::string_view bytes, bool with_attachments);

}  // namespace annalist
