// Text into HTML, for pages made of what strangers wrote.
#pragma once

#include <string>
#include <string_view>

namespace annalist {

// Safe as element text and within quoted attribute values: & < > " ' as character references. Control characters, which HTML has no way
// to write, become U+FFFD; line ends and tabs stay.
std::string html_escape(std::string_view text);

// <a href="URL">TEXT</a> for http and https; the text alone for every other scheme, so that no article can plant a script.
// `text` is plain, not HTML.
std::string html_link(std::string_view url, std::string_view text);

}  // namespace annalist
