#include "annalist/ingest/mail_article.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/forwarded.h"
#include "annalist/ingest/html_article.h"
#include "annalist/ingest/html_lines.h"
#include "annalist/ingest/mail_message.h"
#include "annalist/ingest/plain_text.h"

namespace annalist {
namespace {

size_t words_in(const ArticleParts& parts) {
  size_t count = 0;
  for (const BodyBlock& block : parts.blocks) count += count_words(block.text.text());
  return count;
}

// The text from `from` on, lines that were broken for the way joined again (RFC 3676), marks of quotation left out when `quoted`.
MappedText body_text(const MappedText& text, size_t from, bool flowed, bool delete_space, bool quoted) {
  MappedText out;
  const std::string_view all = text.text();
  for (size_t at = from; at < all.size();) {
    const size_t stop = std::min(all.find('\n', at), all.size());
    size_t begin = at, end = stop;
    if (end > begin && all[end - 1] == '\r') --end;
    while (quoted && begin < end && (all[begin] == '>' || (all[begin] == ' ' && begin > at))) ++begin;
    if (all.substr(begin, end - begin) == "-- ") break;  // a signature
    if (flowed && begin < end && all[begin] == ' ') ++begin;
    const bool goes_on = flowed && end > begin && all[end - 1] == ' ';
    out.append_slice(text, begin, goes_on && delete_space ? end - 1 : end);
    if (!goes_on && stop < all.size()) out.append_slice(text, stop, stop + 1);
    at = stop + 1;
  }
  return out;
}

// Whether a sender's name is an outlet's rather than a person's.
bool is_outlet_name(std::string_view name) {
  static constexpr std::array<std::string_view, 34> kWords = {
      "news",   "newsletter", "newsletters", "herald",  "times",   "post",     "daily",   "weekly",   "journal",
      "press",  "agency",     "radio",       "tv",      "tribune", "gazette",  "review",  "today",    "briefing",
      "alerts", "alert",      "update",      "updates", "digest",  "magazine", "monitor", "observer", "bulletin",
      "wire",   "report",     "reports",     "editor",  "editors", "team",     "media"};
  bool outlet = starts_ignoring_case(name, "the ");
  for (const std::string_view word : split_words(name))
    outlet = outlet || std::find(kWords.begin(), kWords.end(), ascii_lower(word)) != kWords.end();
  return outlet;
}

// "Ana Ruiz at The Herald" gives both; a name of a person the author, another the outlet.
void take_sender(std::string_view sender, ArticleParts& parts) {
  sender = trim(sender);
  for (const std::string_view between : {" from ", " at ", " via ", " | ", ", "}) {
    const size_t at = sender.find(between);
    if (at == std::string_view::npos) continue;
    const std::string_view name = trim(sender.substr(0, at)), outlet = trim(sender.substr(at + between.size()));
    if (!looks_like_name(name) || is_outlet_name(name) || outlet.empty()) continue;
    if (parts.authors.empty()) parts.authors.push_back({std::string(name), "mail from"});
    if (parts.outlet.value.empty()) parts.outlet = {std::string(outlet), "mail from"};
    return;
  }
  if (sender.empty() || sender.find('@') != std::string_view::npos) return;
  const bool person = looks_like_name(sender) && !is_outlet_name(sender) && count_words(sender) >= 2;
  if (person && parts.authors.empty()) parts.authors.push_back({std::string(sender), "mail from"});
  if (!person && parts.outlet.value.empty()) parts.outlet = {std::string(sender), "mail from"};
}

struct Candidate {
  ArticleParts parts;
  Decoded decoded;
  std::optional<Forwarded> forwarded;
};

Candidate read_text_part(const MailPart& part) {
  Candidate out;
  out.decoded = decode_bytes(part.bytes, false, part.charset);
  out.forwarded = find_forwarded(out.decoded.text.text());
  const size_t from = out.forwarded ? out.forwarded->body : 0;
  const bool quoted = out.forwarded && out.forwarded->quoted;
  out.parts = read_plain_text(body_text(out.decoded.text, from, part.flowed, part.delete_space, quoted));
  return out;
}

Candidate read_html_part(const MailPart& part) {
  Candidate out;
  out.decoded = decode_bytes(part.bytes, true, part.charset);
  const MappedText lines = html_lines(out.decoded.text.text());
  out.forwarded = find_forwarded(lines.text());
  if (!out.forwarded || out.forwarded->body >= lines.size()) {
    out.parts = read_html_article(out.decoded.text);
    return out;
  }
  // The page from the forwarded message's text on.
  MappedText inner;
  inner.append_slice(out.decoded.text, lines.map().to_raw(static_cast<uint32_t>(out.forwarded->body)), out.decoded.text.size());
  out.parts = read_html_article(inner);
  return out;
}

}  // namespace

Result<MailArticle> read_mail_article(std::string_view bytes) {
  Result<MailMessage> message = read_mail_message(bytes, false);
  if (!message) return message.error();
  if (message->locked) return Error{ErrorCode::kBadArticle, "the message is encrypted; save its text", ""};
  std::optional<Candidate> text, html;
  if (message->text) text = read_text_part(*message->text);
  if (message->html) html = read_html_part(*message->html);
  const size_t of_text = text ? words_in(text->parts) : 0, of_html = html ? words_in(html->parts) : 0;
  if (of_text == 0 && of_html == 0)
    return Error{ErrorCode::kBadArticle, message->attachments.empty() ? "no text in the message" : "no text in the message itself", ""};
  const bool take_html = of_html > 0 && of_html * 10 >= of_text * 6;
  Candidate& taken = take_html ? *html : *text;
  const std::optional<Forwarded>& forwarded = taken.forwarded;

  MailArticle out{std::move(taken.parts), taken.decoded.encoding};
  ArticleParts& parts = out.parts;
  parts.note = taken.decoded.note;
  std::string subject = bare_subject(forwarded && !forwarded->subject.empty() ? forwarded->subject : message->subject);
  if (!subject.empty()) parts.title = {to_nfc(subject), forwarded ? "forwarded subject" : "subject"};
  const auto& date = forwarded && forwarded->date ? forwarded->date : message->date;
  if (date && !parts.published) {
    parts.published = date;
    parts.published_how = forwarded && forwarded->date ? "forwarded date" : "mail date";
  }
  take_sender(forwarded ? std::string_view(forwarded->from) : std::string_view(message->sender), parts);
  return out;
}

}  // namespace annalist
