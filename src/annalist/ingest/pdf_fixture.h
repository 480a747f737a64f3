// Small PDF files (PDF 1.4, one font, no packing), made for tests.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

namespace annalist {

struct PdfTestLine {
  double left, bottom, size;  // points, from the page's lower left corner
  std::string text;           // ASCII
};
using PdfTestPage = std::vector<PdfTestLine>;

// `properties`: entries of the information dictionary, "/Title (x)".
inline std::string pdf_bytes(const std::vector<PdfTestPage>& pages, const std::string& properties) {
  std::vector<std::string> objects = {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  const size_t pages_number = 2 + 2 * pages.size();
  std::string kids;
  for (const PdfTestPage& page : pages) {
    std::string stream = "BT\n";
    for (const PdfTestLine& line : page) {
      std::string text;
      for (const char c : line.text) text += (c == '(' || c == ')' || c == '\\' ? "\\" : "") + std::string(1, c);
      stream += fmt::format("/F1 {} Tf 1 0 0 1 {} {} Tm ({}) Tj\n", line.size, line.left, line.bottom, text);
    }
    stream += "ET";
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", stream.size(), stream));
    objects.push_back(
        fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 1 0 R >> >> >>",
                    pages_number, objects.size()));
    kids += fmt::format("{} 0 R ", objects.size());
  }
  objects.push_back(fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size()));
  objects.push_back(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", pages_number));
  objects.push_back("<< " + properties + " >>");
  std::string out = "%PDF-1.4\n", table;
  for (size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const size_t at = out.size();
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root {} 0 R /Info {} 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, table, objects.size() + 1, objects.size() - 1, objects.size(), at);
  return out;
}

}  // namespace annalist
