#include "annalist/ingest/pdf_layout.h"

#include <algorithm>
#include <charconv>

#include "annalist/base/utf8.h"
#include "annalist/ingest/xml_element.h"

namespace annalist {
namespace {

constexpr size_t kMostElements = 1'000'000;

double number(const XmlElement& element, std::string_view name) {
  const std::string_view text = element.attribute(name);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && value > -1e6 && value < 1e6 ? value : 0;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

class LayoutReader {
 public:
  LayoutReader(const std::vector<XmlElement>& elements, size_t shift) : elements_(elements), shift_(shift) {}

  PdfLayout run() {
    for (size_t i = 0; i < elements_.size(); ++i) {
      const XmlElement& element = elements_[i];
      if (element.name == "title") out_.title = to_nfc(trim(element.text.text()));
      if (element.name == "meta") read_meta(element);
      if (element.name == "page") {
        end_line();
        out_.pages.push_back({number(element, "width"), number(element, "height"), {}});
      }
      if (element.name == "block") ++block_;
      if (element.name == "line") begin_line(element);
      if (element.name == "word") add_word(element);
    }
    end_line();
    return std::move(out_);
  }

 private:
  void read_meta(const XmlElement& element) {
    const std::string_view name = element.attribute("name"), content = element.attribute("content");
    if (name == "Author") out_.author = to_nfc(trim(content));
    if (name == "CreationDate") out_.created = parse_iso_date(content.substr(0, 10));
  }

  void begin_line(const XmlElement& element) {
    end_line();
    line_ =
        PdfLine{{}, number(element, "xmin"), number(element, "xmax"), number(element, "ymin"), number(element, "ymax"), 0, false, block_};
  }

  void add_word(const XmlElement& element) {
    if (!line_ || element.text.empty()) return;
    MappedText& text = line_->text;
    const auto& runs = element.text.map().runs;
    if (!text.empty()) text.append(" ", shift_ + runs[0].raw - (runs[0].raw > 0 ? 1 : 0));
    for (size_t i = 0; i < runs.size(); ++i) {
      const size_t begin = runs[i].clean, end = i + 1 < runs.size() ? runs[i + 1].clean : element.text.size();
      text.append(std::string_view(element.text.text()).substr(begin, end - begin), shift_ + runs[i].raw);
    }
    heights_.push_back(number(element, "ymax") - number(element, "ymin"));
  }

  void end_line() {
    if (line_ && !line_->text.empty() && !out_.pages.empty()) {
      line_->height = median(heights_);
      line_->soft_hyphen = line_->text.text().ends_with("\xC2\xAD");
      line_->text = collapse_spaces(clean_characters(line_->text, true));
      if (!line_->text.empty()) out_.pages.back().lines.push_back(std::move(*line_));
    }
    line_.reset();
    heights_.clear();
  }

  const std::vector<XmlElement>& elements_;
  size_t shift_;
  PdfLayout out_;
  std::optional<PdfLine> line_;
  std::vector<double> heights_;
  size_t block_ = 0;
};

}  // namespace

Result<PdfLayout> read_pdf_layout(std::string_view xhtml) {
  const size_t begin = xhtml.find("<html");  // past the document type, which names a DTD that nobody has to fetch
  if (begin == std::string_view::npos || find_invalid_utf8(xhtml) != std::string_view::npos)
    return Error{ErrorCode::kBadArticle, "pdftotext gave something that is not its layout", ""};
  const auto elements = read_xml(xhtml.substr(begin), kMostElements);
  if (!elements) return Error{elements.error().code, "pdftotext's layout: " + elements.error().message, ""};
  return LayoutReader(*elements, begin).run();
}

}  // namespace annalist
