#include "annalist/ingest/article_format.h"

#include <array>
#include <utility>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/feed.h"
#include "annalist/ingest/mbox.h"
#include "annalist/ingest/unpack.h"

namespace annalist {
namespace {

using Ending = std::pair<std::string_view, ArticleFormat>;
constexpr std::array kByEnding = {
    Ending{".txt", ArticleFormat::kText},       Ending{".html", ArticleFormat::kHtml},    Ending{".htm", ArticleFormat::kHtml},
    Ending{".jsonl", ArticleFormat::kJsonl},    Ending{".pdf", ArticleFormat::kPdf},      Ending{".eml", ArticleFormat::kMail},
    Ending{".mbox", ArticleFormat::kMbox},      Ending{".warc", ArticleFormat::kWarc},    Ending{".docx", ArticleFormat::kDocx},
    Ending{".odt", ArticleFormat::kOdt},        Ending{".zip", ArticleFormat::kArchive},  Ending{".tar", ArticleFormat::kArchive},
    Ending{".tgz", ArticleFormat::kArchive},    Ending{".tzst", ArticleFormat::kArchive}, Ending{".tar.bz2", ArticleFormat::kArchive},
    Ending{".tar.xz", ArticleFormat::kArchive}, Ending{".csv", ArticleFormat::kCsv},      Ending{".tsv", ArticleFormat::kCsv},
    Ending{".rss", ArticleFormat::kFeed},       Ending{".atom", ArticleFormat::kFeed}};

constexpr std::array kByName = {
    Ending{"auto", ArticleFormat::kAuto},   Ending{"text", ArticleFormat::kText},   Ending{"txt", ArticleFormat::kText},
    Ending{"html", ArticleFormat::kHtml},   Ending{"htm", ArticleFormat::kHtml},    Ending{"jsonl", ArticleFormat::kJsonl},
    Ending{"json", ArticleFormat::kJsonl},  Ending{"pdf", ArticleFormat::kPdf},     Ending{"mail", ArticleFormat::kMail},
    Ending{"eml", ArticleFormat::kMail},    Ending{"mbox", ArticleFormat::kMbox},   Ending{"warc", ArticleFormat::kWarc},
    Ending{"docx", ArticleFormat::kDocx},   Ending{"odt", ArticleFormat::kOdt},     Ending{"archive", ArticleFormat::kArchive},
    Ending{"zip", ArticleFormat::kArchive}, Ending{"tar", ArticleFormat::kArchive}, Ending{"csv", ArticleFormat::kCsv},
    Ending{"tsv", ArticleFormat::kCsv},     Ending{"feed", ArticleFormat::kFeed},   Ending{"rss", ArticleFormat::kFeed},
    Ending{"atom", ArticleFormat::kFeed}};

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

// The first entry of a ZIP says what it is (ODF 1.3 part 2, 3.3; ECMA-376 part 2 leaves the order open, but its writers keep it).
ArticleFormat format_of_zip(std::string_view bytes) {
  if (bytes.size() < 30) return ArticleFormat::kArchive;
  const auto byte = [&](size_t at) { return static_cast<size_t>(static_cast<unsigned char>(bytes[at])); };
  const size_t name_size = byte(26) + (byte(27) << 8), extra_size = byte(28) + (byte(29) << 8);
  const std::string_view name = bytes.substr(30, name_size);
  if (name == "[Content_Types].xml" || name.starts_with("_rels/") || name.starts_with("word/") || name.starts_with("docProps/"))
    return ArticleFormat::kDocx;
  if (name != "mimetype" || bytes.size() < 30 + name_size + extra_size) return ArticleFormat::kArchive;
  const std::string_view content = bytes.substr(30 + name_size + extra_size);
  return content.starts_with("application/vnd.oasis.opendocument.text") ? ArticleFormat::kOdt : ArticleFormat::kArchive;
}

// A head of RFC 5322 fields with the sender and at least one more of those that mails have and articles have not.
bool looks_like_mail(std::string_view text) {
  bool from = false, other = false;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (line[0] != ' ' && line[0] != '\t') {
      const size_t colon = line.find(':');
      if (colon == std::string_view::npos || colon == 0 || line.substr(0, colon).find_first_of(" \t") != std::string_view::npos)
        return false;
      const std::string name = ascii_lower(line.substr(0, colon));
      from = from || name == "from";
      other = other || name == "message-id" || name == "mime-version" || name == "received" || name == "return-path" ||
              name == "delivered-to" || name == "content-type";
    }
    at = end + 1;
  }
  return from && other;
}

}  // namespace

bool is_container(ArticleFormat format) { return format >= ArticleFormat::kJsonl; }

std::optional<ArticleFormat> article_format_by_name(std::string_view name) {
  for (const auto& [known, format] : kByName) {
    if (known == name) return format;
  }
  return std::nullopt;
}

ArticleFormat format_by_ending(std::string_view path) {
  const size_t slash = path.rfind('/');
  std::string name = ascii_lower(slash == std::string_view::npos ? path : path.substr(slash + 1));
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  }
  for (const auto& [ending, format] : kByEnding) {
    if (name.ends_with(ending)) return format;
  }
  return ArticleFormat::kAuto;
}

ArticleFormat format_by_magic(std::string_view bytes) {
  if (is_gzip(bytes)) return gunzip_beginning(bytes, 5) == "WARC/" ? ArticleFormat::kWarc : ArticleFormat::kAuto;
  if (bytes.starts_with("%PDF-")) return ArticleFormat::kPdf;
  if (bytes.starts_with("PK\x03\x04")) return format_of_zip(bytes);
  if (bytes.starts_with("PK\x05\x06")) return ArticleFormat::kArchive;
  if (bytes.starts_with("WARC/")) return ArticleFormat::kWarc;
  if (bytes.size() >= 262 && bytes.substr(257, 5) == "ustar") return ArticleFormat::kArchive;
  if (is_mbox_line(bytes.substr(0, bytes.find('\n')))) return ArticleFormat::kMbox;
  return ArticleFormat::kAuto;
}

ArticleFormat format_by_look(std::string_view bytes) {
  const std::string_view text = trim(without_mark(bytes).substr(0, 4096));
  if (text.starts_with('{')) return ArticleFormat::kJsonl;
  if (text.starts_with('<') && looks_like_feed(bytes)) return ArticleFormat::kFeed;
  const std::string head = ascii_lower(text.substr(0, 1024));
  if (head.starts_with("<!doctype html") || head.starts_with("<!--") || head.starts_with("<?xml") ||
      head.find("<html") != std::string::npos || head.find("<head") != std::string::npos || head.find("<body") != std::string::npos ||
      head.starts_with("<article") || head.starts_with("<div"))
    return looks_like_mail(text) ? ArticleFormat::kMail : ArticleFormat::kHtml;
  return looks_like_mail(text) ? ArticleFormat::kMail : ArticleFormat::kText;
}

std::string unread_form(std::string_view path) {
  const size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot > 8) return "a file whose form is not read";
  return "a file whose form is not read (" + ascii_lower(name.substr(dot)) + ")";
}

ArticleFormat tell_format(std::string_view path, std::string_view bytes) {
  const ArticleFormat ending = format_by_ending(path);
  if (const ArticleFormat magic = format_by_magic(bytes); magic != ArticleFormat::kAuto) {
    const bool of_zip = magic == ArticleFormat::kArchive || magic == ArticleFormat::kDocx || magic == ArticleFormat::kOdt;
    const bool says_zip = ending == ArticleFormat::kArchive || ending == ArticleFormat::kDocx || ending == ArticleFormat::kOdt;
    return of_zip && says_zip ? ending : magic;  // an office document is a ZIP: the name tells best
  }
  return ending != ArticleFormat::kAuto ? ending : format_by_look(bytes);
}

}  // namespace annalist
