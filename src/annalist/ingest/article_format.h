// The forms that articles come in, and how a form is told: by magic bytes first, then by the name's ending, then by what the text looks
// like. Two sorts: an article form is one document (make_document reads it); a container holds many items (item_stream.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annalist {

enum class ArticleFormat : uint8_t {
  kAuto,  // not known yet
  // Articles.
  kText,
  kHtml,
  kJsonLine,  // one line of a JSONL file
  kPdf,
  kMailText,  // the text of a message (RFC 5322), without its attachments
  kDocx,      // Office Open XML
  kOdt,       // OpenDocument text
  kCsvRow,    // a row of a table (csv_articles.h)
  kFeedItem,  // an item of a feed (feed.h)
  // Containers.
  kJsonl,
  kMail,  // a message: its own text, then its attachments
  kMbox,
  kWarc,
  kArchive,  // ZIP, TAR
  kCsv,      // a table with a column of texts, also TSV
  kFeed,     // RSS, Atom
};

bool is_container(ArticleFormat format);

// "auto", "text" or "txt", "html", "jsonl", "pdf", "mail" or "eml", "mbox", "warc", "docx", "odt", "archive" or "zip" or "tar", "csv"
// or "tsv", "feed" or "rss" or "atom"; nullopt for
// another name.
std::optional<ArticleFormat> article_format_by_name(std::string_view name);

// What a file's ending says, .gz and .zst put aside; kAuto when it says nothing that is read.
ArticleFormat format_by_ending(std::string_view path);

// What the first bytes say beyond doubt: %PDF-, ZIP (docx and odt told by their first entry), tar, WARC, a mailbox's "From " line; else
// kAuto. REQUIRES: the first 512 bytes at least, or all
ArticleFormat format_by_magic(std::string_view bytes);

// What a text looks like: JSON lines, HTML, a mail, else plain text. Never kAuto.
ArticleFormat format_by_look(std::string_view bytes);

// The three together: magic, then ending, then look. Never kAuto.
ArticleFormat tell_format(std::string_view path, std::string_view bytes);

// "a file whose form is not read (.css)", for counts of what is left out.
std::string unread_form(std::string_view path);

// The endings that a folder's files are taken by, for messages.
inline constexpr std::string_view kEndings =
    ".txt, .html, .htm, .jsonl, .pdf, .docx, .odt, .eml, .mbox, .warc, .rss, .atom, .zip, .tar, .tgz, also .gz, .zst";

}  // namespace annalist
