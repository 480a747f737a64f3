// Plain text from standard input to CoNLL-U on standard output, paragraph by paragraph: what is complete is read and printed at once, so
// that annalist stands in a pipe, and memory does not grow with the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/app/options.h"
#include "annalist/read/reader.h"

namespace annalist {

// Cuts a text that comes in pieces into paragraphs (blank lines part them), the same however the pieces fall.
class ParagraphStream {
 public:
  static constexpr size_t kLongest = 64 << 10;  // bytes; a longer paragraph is cut at the last white space before

  // Gives the paragraphs that are complete now, without white space around them. The text may hold broken UTF-8.
  std::vector<std::string> add(std::string_view bytes);
  // What is left at the end of the text.
  std::vector<std::string> end();
  bool was_cut() const { return was_cut_; }  // some paragraph was too long

 private:
  void take(size_t end, std::vector<std::string>& out);
  void cut_long(std::vector<std::string>& out);
  std::string held_;
  bool was_cut_ = false;
};

// One paragraph as a document "stdin", in NFC; broken bytes become U+FFFD. Each is read by itself: so the output does not hang on how the
// text comes in.
Document document_of(std::string_view paragraph);

// Reads standard input to its end. Gives the exit code.
int parse_stream(const Options& options, const Reader& reader);

}  // namespace annalist
