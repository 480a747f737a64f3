#include "annalist/ingest/xml_element.h"

#include <expat.h>

#include <array>
#include <memory>

#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

constexpr size_t kDeepest = 200;  // elements within one another

// Entities that HTML knows and XML does not, as feeds have them.
constexpr std::string_view kEntities =
    "<!DOCTYPE x [<!ENTITY nbsp '&#160;'><!ENTITY ndash '&#8211;'><!ENTITY mdash '&#8212;'><!ENTITY lsquo '&#8216;'><!ENTITY rsquo "
    "'&#8217;'>"
    "<!ENTITY ldquo '&#8220;'><!ENTITY rdquo '&#8221;'><!ENTITY hellip '&#8230;'><!ENTITY bull '&#8226;'><!ENTITY middot '&#183;'>"
    "<!ENTITY laquo '&#171;'><!ENTITY raquo '&#187;'><!ENTITY euro '&#8364;'><!ENTITY pound '&#163;'><!ENTITY copy '&#169;'>"
    "<!ENTITY reg '&#174;'><!ENTITY trade '&#8482;'><!ENTITY eacute '&#233;'><!ENTITY egrave '&#232;'><!ENTITY agrave '&#224;'>"
    "<!ENTITY aacute '&#225;'><!ENTITY iacute '&#237;'><!ENTITY oacute '&#243;'><!ENTITY uacute '&#250;'><!ENTITY ntilde '&#241;'>"
    "<!ENTITY ouml '&#246;'><!ENTITY uuml '&#252;'><!ENTITY auml '&#228;'><!ENTITY szlig '&#223;'><!ENTITY ccedil '&#231;'>]>";

class Parser {
 public:
  Parser(std::string_view xml, size_t most) : xml_(xml), most_(most), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {}

  Result<std::vector<XmlElement>> run() {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start, end);
    XML_SetCharacterDataHandler(parser_.get(), characters);
    const bool done = parse(kEntities, false) && parse(xml_, true);
    if (too_much_) return Error{ErrorCode::kBadArticle, "its XML nests too deep or has too many elements", ""};
    if (!done) {
      const std::string reason = XML_ErrorString(XML_GetErrorCode(parser_.get()));
      return Error{ErrorCode::kBadArticle, "its XML is broken (" + reason + " at byte " + std::to_string(position()) + ")", ""};
    }
    return std::move(elements_);
  }

 private:
  bool parse(std::string_view text, bool last) {
    return XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), last ? 1 : 0) == XML_STATUS_OK;
  }

  // Where in the XML the parser is.
  size_t position() const {
    const auto at = static_cast<size_t>(XML_GetCurrentByteIndex(parser_.get()));
    return at < kEntities.size() ? 0 : at - kEntities.size();
  }

  static void start(void* self, const char* name, const char** attributes) { static_cast<Parser*>(self)->on_start(name, attributes); }
  static void end(void* self, const char*) { static_cast<Parser*>(self)->on_end(); }
  static void characters(void* self, const char* text, int size) {
    static_cast<Parser*>(self)->on_characters(std::string_view(text, static_cast<size_t>(size)));
  }

  void on_start(const char* name, const char** attributes) {
    if (open_.size() >= kDeepest || elements_.size() >= most_) {
      too_much_ = true;
      XML_StopParser(parser_.get(), XML_FALSE);
      return;
    }
    XmlElement element;
    element.name = ascii_lower(name);
    element.parent = open_.empty() ? 0 : open_.back();
    for (; attributes[0] != nullptr; attributes += 2) element.attributes.emplace_back(ascii_lower(attributes[0]), attributes[1]);
    element.begin = position() + static_cast<size_t>(XML_GetCurrentByteCount(parser_.get()));
    open_.push_back(elements_.size());
    elements_.push_back(std::move(element));
  }

  void on_end() {
    XmlElement& element = elements_[open_.back()];
    element.end = position();
    if (element.end < element.begin) element.begin = element.end;  // <element/>
    open_.pop_back();
  }

  // Text as it stands in the XML, or what a reference stands for.
  void on_characters(std::string_view text) {
    if (open_.empty()) return;
    elements_[open_.back()].text.append(text, position());
  }

  std::string_view xml_;
  size_t most_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser_;
  std::vector<XmlElement> elements_;
  std::vector<size_t> open_;
  bool too_much_ = false;
};

// Whether the & at `at` begins a reference.
bool is_reference(std::string_view xml, size_t at) {
  size_t end = at + 1;
  if (end < xml.size() && xml[end] == '#') ++end;
  const size_t begin = end;
  while (end < xml.size() && (is_ascii_alpha(xml[end]) || is_ascii_digit(xml[end])) && end - begin < 32) ++end;
  return end > begin && end < xml.size() && xml[end] == ';';
}

// Every bare & made &amp;, and characters that XML forbids left out; CDATA sections stay.
MappedText mended(std::string_view xml) {
  MappedText out;
  size_t begin = 0;
  for (size_t at = 0; at < xml.size(); ++at) {
    if (xml.substr(at).starts_with("<![CDATA[")) {
      at = std::min(xml.find("]]>", at), xml.size() - 1);
      continue;
    }
    const auto byte = static_cast<unsigned char>(xml[at]);
    const bool forbidden = byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
    if (!forbidden && (byte != '&' || is_reference(xml, at))) continue;
    out.append(xml.substr(begin, at - begin), begin);
    if (!forbidden) {
      for (const char c : std::string_view("&amp;")) out.append(std::string_view(&c, 1), at);
    }
    begin = at + 1;
  }
  out.append(xml.substr(begin), begin);
  return out;
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view name_of) const {
  for (const auto& [key, value] : attributes) {
    if (key == name_of) return value;
  }
  return {};
}

Result<std::vector<XmlElement>> read_xml(std::string_view xml, size_t most) {
  Result<std::vector<XmlElement>> whole = Parser(xml, most).run();
  if (whole) return whole;
  const MappedText again = mended(xml);
  if (again.text() == xml) return whole;
  Result<std::vector<XmlElement>> second = Parser(again.text(), most).run();
  if (!second) return whole;
  for (XmlElement& element : *second) {
    element.text = through(element.text, again);
    element.begin = again.map().to_raw(static_cast<uint32_t>(element.begin));
    element.end = again.map().to_raw(static_cast<uint32_t>(element.end));
  }
  return second;
}

}  // namespace annalist
