#include "annalist/ingest/mail_message.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

constexpr size_t kMostParts = 10000;

std::string utf8_of(const char* text) {
  if (text == nullptr) return "";
  const std::string_view bytes = trim(text);
  std::string out;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_utf8(bytes, at);
    if (!c.valid) append_utf8(out, kReplacement);
    else out += c.value < 0x20 ? std::string_view(" ") : bytes.substr(at, c.bytes);
    at += c.bytes;
  }
  return to_nfc(out);
}

std::string lower_of(const char* text) { return text == nullptr ? "" : ascii_lower(text); }

std::string bytes_of(GMimeStream* stream) {
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
  return array == nullptr || array->len == 0 ? "" : std::string(reinterpret_cast<const char*>(array->data), array->len);
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return "";
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  return bytes_of(stream.get());
}

std::string message_of(GMimeMessagePart* part) {
  GMimeMessage* message = g_mime_message_part_get_message(part);
  if (message == nullptr) return "";
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
  return bytes_of(stream.get());
}

MailPart about_part(GMimeObject* object) {
  MailPart out;
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (type == nullptr) return out;
  out.content_type = lower_of(g_mime_content_type_get_media_type(type)) + "/" + lower_of(g_mime_content_type_get_media_subtype(type));
  out.charset = lower_of(g_mime_content_type_get_parameter(type, "charset"));
  out.flowed = lower_of(g_mime_content_type_get_parameter(type, "format")) == "flowed";
  out.delete_space = lower_of(g_mime_content_type_get_parameter(type, "delsp")) == "yes";
  return out;
}

void add_text(std::optional<MailPart>& to, MailPart part) {
  if (!to) to = std::move(part);
  else if (to->charset == part.charset) to->bytes += "\n\n" + part.bytes;  // text, picture, text
}

// All parts in the order of the message; multiparts are opened without recursion, whatever their depth.
void read_parts(GMimeObject* root, bool with_attachments, MailMessage& out) {
  std::vector<GMimeObject*> open = {root};
  for (size_t seen = 0; !open.empty() && seen < kMostParts; ++seen) {
    GMimeObject* object = open.back();
    open.pop_back();
    if (object == nullptr) continue;
    if (GMIME_IS_MULTIPART(object)) {
      out.locked = out.locked || GMIME_IS_MULTIPART_ENCRYPTED(object);
      GMimeMultipart* many = GMIME_MULTIPART(object);
      for (int i = g_mime_multipart_get_count(many); i-- > 0;) open.push_back(g_mime_multipart_get_part(many, i));
      continue;
    }
    MailPart part = about_part(object);
    const char* disposition = g_mime_object_get_disposition(object);
    const bool attached = disposition != nullptr && lower_of(disposition) == "attachment";
    if (GMIME_IS_MESSAGE_PART(object)) {
      part.content_type = "message/rfc822";
      part.name = "message " + std::to_string(out.attachments.size() + 1) + ".eml";
      if (with_attachments) part.bytes = message_of(GMIME_MESSAGE_PART(object));
      out.attachments.push_back(std::move(part));
    } else if (GMIME_IS_PART(object)) {
      GMimePart* leaf = GMIME_PART(object);
      part.name = utf8_of(g_mime_part_get_filename(leaf));
      const bool own = !attached && (part.content_type == "text/plain" || part.content_type == "text/html") &&
                       (part.name.empty() || (!out.text && !out.html));
      if (own || with_attachments) part.bytes = content_of(leaf);
      if (!own) {
        if (part.name.empty()) part.name = "part " + std::to_string(out.attachments.size() + 1);
        out.attachments.push_back(std::move(part));
      } else {
        std::optional<MailPart>& to = part.content_type == "text/html" ? out.html : out.text;
        add_text(to, std::move(part));
      }
    }
  }
}

void read_sender(GMimeMessage* message, MailMessage& out) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return;
  InternetAddress* first = internet_address_list_get_address(from, 0);
  out.sender = utf8_of(internet_address_get_name(first));
  if (INTERNET_ADDRESS_IS_MAILBOX(first)) out.address = utf8_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

}  // namespace

Result<MailMessage> read_mail_message(std::string_view bytes, bool with_attachments) {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return Error{ErrorCode::kBadArticle, "no mail message in it", ""};
  MailMessage out;
  out.subject = utf8_of(g_mime_message_get_subject(message.get()));
  read_sender(message.get(), out);
  if (GDateTime* date = g_mime_message_get_date(message.get()); date != nullptr) {
    const Date day{g_date_time_get_year(date), g_date_time_get_month(date), g_date_time_get_day_of_month(date)};
    if (is_valid(day) && day.year > 1980) out.date = day;
  }
  GMimeObject* body = g_mime_message_get_mime_part(message.get());
  if (body != nullptr) read_parts(body, with_attachments, out);
  if (out.subject.empty() && out.address.empty() && !out.date && out.attachments.empty() && !out.text && !out.html)
    return Error{ErrorCode::kBadArticle, "no mail message in it", ""};
  return out;
}

}  // namespace annalist
