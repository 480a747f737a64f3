// The fuzz targets: each takes any bytes and must come back, without a crash, a hang, a leak or a sanitizer's report, and with what
// require() states. A target holds nothing from one input to the next but constant models. docs/trust.md tells how to run them.
#pragma once

#include <string_view>

namespace annalist::fuzz {

// Says what does not hold, and aborts.
void require(bool holds, const char* what);

// Articles in (article_targets.cc).
void html(std::string_view bytes);
void text(std::string_view bytes);
void jsonl(std::string_view bytes);
void stream(std::string_view bytes);
void encoding(std::string_view bytes);
void dates(std::string_view bytes);

// Files that hold articles (form_targets.cc).
void csv(std::string_view bytes);
void feed(std::string_view bytes);
void mail(std::string_view bytes);
void mbox(std::string_view bytes);
void warc(std::string_view bytes);
void packed(std::string_view bytes);
void docx(std::string_view bytes);
void odt(std::string_view bytes);
void pdf_layout(std::string_view bytes);

// Words read (word_targets.cc).
void conllu(std::string_view bytes);
void segments(std::string_view bytes);
void times(std::string_view bytes);
void amounts(std::string_view bytes);
void records(std::string_view bytes);

// Files that the program opens (file_targets.cc).
void codebook(std::string_view bytes);
void knowledge(std::string_view bytes);
void knowledge_index(std::string_view bytes);
void weights(std::string_view bytes);
void archive(std::string_view bytes);
void codec(std::string_view bytes);
void query(std::string_view bytes);

}  // namespace annalist::fuzz
