#include "annalist/ingest/office_head.h"

#include <algorithm>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/html_units.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

constexpr size_t kLook = 8;  // blocks that may be the head's

bool reads_on(const BodyBlock& block) {
  return count_words(block.text.text()) >= 20 || (ends_sentence(block.text.text()) && count_words(block.text.text()) >= 8);
}

// The head's end: the first block of running text.
size_t head_size(const ArticleParts& parts) {
  size_t size = 0;
  while (size < std::min(parts.blocks.size(), kLook) && !reads_on(parts.blocks[size])) ++size;
  return size;
}

}  // namespace

void take_head(ArticleParts& parts) {
  const size_t size = head_size(parts);
  if (size == 0 || size == parts.blocks.size()) return;
  std::vector<bool> taken(size, false);
  for (size_t i = 0; i < size; ++i) {
    const std::string& text = parts.blocks[i].text.text();
    if (!parts.title.value.empty() && same_words(text, parts.title.value)) {
      taken[i] = true;
    } else if (const auto date = read_date_line(text); date && !date->update) {
      taken[i] = true;
      if (parts.published && parts.published_how == "date line") continue;
      parts.published = date->date;
      parts.published_how = "date line";
    } else if (const Byline byline = read_byline(text); byline.marked) {
      taken[i] = true;
      if (parts.authors.empty() || parts.authors[0].how != "byline") parts.authors.clear();
      for (const std::string& name : byline.authors) parts.authors.push_back({name, "byline"});
      if (const auto found = find_date(text); found && parts.published_how != "date line") {
        parts.published = found->date;
        parts.published_how = "byline";
      }
    }
  }
  for (size_t i = 0; i < size && parts.title.value.empty(); ++i) {
    const std::string& text = parts.blocks[i].text.text();
    if (taken[i] || count_words(text) < 3) continue;
    parts.title = {text, "first line"};
    taken[i] = true;
  }
  for (size_t i = size; i-- > 0;) {
    if (!taken[i]) continue;
    parts.blocks.erase(parts.blocks.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace annalist
