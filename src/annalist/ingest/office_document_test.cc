#include "annalist/ingest/office_document.h"

#include <gtest/gtest.h>

#include "annalist/ingest/forms_fixture.h"

namespace annalist {
namespace {

using Blocks = std::vector<std::string>;

// Each block with the first letter of its kind: "P text".
Blocks blocks_of(const ArticleParts& parts) {
  Blocks out;
  for (const BodyBlock& block : parts.blocks)
    out.push_back(std::string(1, "PHCQL"[static_cast<size_t>(block.kind)]) + " " + block.text.text());
  return out;
}

std::string paragraph(const std::string& text, const std::string& style = "") {
  return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + "<w:r><w:t xml:space=\"preserve\">" +
         text + "</w:t></w:r></w:p>";
}

const std::string kLead = "The ferry between the two banks will run again from Monday, the ministry said.";

std::string docx(const std::string& body, const std::string& core = "", const Files& more = {}) {
  Files files = {{"[Content_Types].xml", "<Types/>"},
                 {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>" +
                                           body + "</w:body></w:document>"},
                 {"word/styles.xml",
                  "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
                  "<w:style w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style></w:styles>"}};
  if (!core.empty())
    files.emplace_back("docProps/core.xml",
                       "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\" xmlns:dcterms=\"t\">" + core + "</cp:coreProperties>");
  files.insert(files.end(), more.begin(), more.end());
  return archive_bytes(files, true);
}

TEST(Docx, BlocksAndProperties) {
  const auto parts = read_docx(
      docx(paragraph("Ferry runs again", "T") + paragraph(kLead) + paragraph("What comes next", "berschrift1") +
               "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Tickets</w:t></w:r><w:r><w:t> &amp; "
               "times</w:t></w:r></w:p>" +
               "<w:tbl><w:tr><w:tc>" + paragraph("Monday") + "</w:tc><w:tc>" + paragraph("six crossings") + "</w:tc></w:tr></w:tbl>" +
               "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:r><w:tab/"
               "><w:t>here.</w:t></w:r></w:p>",
           "<dc:title>Draft.docx</dc:title><dc:creator>Ana Ruiz; Tom "
           "Berg</dc:creator><dcterms:created>2021-04-09T10:00:00Z</dcterms:created>"),
      {});
  ASSERT_TRUE(parts) << parts.error().text();
  EXPECT_EQ(parts->title, (Metadatum{"Ferry runs again", "docx title"}));
  EXPECT_EQ(parts->authors, (std::vector<Metadatum>{{"Ana Ruiz", "docx properties"}, {"Tom Berg", "docx properties"}}));
  EXPECT_EQ(to_iso(*parts->published), "2021-04-09");
  EXPECT_EQ(parts->published_how, "docx creation date");
  EXPECT_EQ(blocks_of(*parts), (Blocks{"P " + kLead, "H What comes next", "L Tickets & times", "P Monday six crossings", "P Kept here."}));
}

TEST(Docx, TheHeadOfTheTextCountsBeforeTheProperties) {
  const auto parts =
      read_docx(docx(paragraph("Ferry runs again") + paragraph("By Lena Hoff") + paragraph("12 March 2020") + paragraph(kLead),
                     "<dc:creator>Windows User</dc:creator><dcterms:created>2021-04-09T10:00:00Z</dcterms:created>"),
                {});
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->title.value, "Ferry runs again");
  EXPECT_EQ(parts->authors, (std::vector<Metadatum>{{"Lena Hoff", "byline"}}));
  EXPECT_EQ(to_iso(*parts->published), "2020-03-12");
  EXPECT_EQ(blocks_of(*parts), Blocks{"P " + kLead});
}

TEST(Docx, OffsetsLeadToTheXml) {
  const std::string body = paragraph(kLead);
  const auto parts = read_docx(docx(body), {});
  ASSERT_TRUE(parts);
  const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>" + body;
  const MappedText& text = parts->blocks[0].text;
  for (uint32_t i = 0; i < text.size(); ++i) EXPECT_EQ(xml[text.map().to_raw(i)], text.text()[i]) << i;
}

TEST(Docx, Refused) {
  const auto message = [](const std::string& bytes) {
    const auto parts = read_docx(bytes, {});
    return parts ? "read" : parts.error().message;
  };
  EXPECT_EQ(message(docx("<w:p/>")), "no text in the document");
  EXPECT_EQ(message(archive_bytes({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}}, true)),
            "no docx document: it has no word/document.xml");
  EXPECT_TRUE(message("\xD0\xCF\x11\xE0 old").starts_with("an old Word file"));
  EXPECT_TRUE(message(docx("<w:p><w:r>")).starts_with("word/document.xml: its XML is broken"));
  const std::string whole = docx(paragraph(kLead));
  for (size_t size = 0; size < whole.size(); size += 7) EXPECT_NE(message(whole.substr(0, size)), "");
  IngestLimits limits;
  limits.file_bytes = 100;
  EXPECT_NE(read_docx(whole, limits).error().message.find("unpacks to more than 100 bytes"), std::string::npos);
}

std::string odt(const std::string& body, const std::string& meta = "") {
  return archive_bytes(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\"><office:automatic-styles>"
        "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/></office:automatic-styles><office:body><office:text>" +
            body + "</office:text></office:body></office:document-content>"},
       {"meta.xml", "<office:document-meta xmlns:office=\"o\" xmlns:dc=\"d\" xmlns:meta=\"m\"><office:meta>" + meta +
                        "</office:meta></office:document-meta>"}},
      true);
}

TEST(Odt, BlocksAndProperties) {
  const auto parts = read_odt(
      odt("<text:p text:style-name=\"P1\">Ferry runs again</text:p><text:p>The ferry <text:span>between</text:span> the two<text:s/>banks "
          "will run "
          "again<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note> from Monday.</text:p>"
          "<text:h text:outline-level=\"1\">What comes "
          "next</text:h><text:list><text:list-item><text:p>Tickets</text:p></text:list-item></text:list>"
          "<text:p>After "
          "it.</text:p><table:table><table:table-row><table:table-cell><text:p>Monday</text:p></table:table-cell><table:table-cell>"
          "<text:p>six crossings</text:p></table:table-cell></table:table-row></table:table>",
          "<meta:initial-creator>Ana Ruiz</meta:initial-creator><meta:creation-date>2021-04-09T10:00:00</meta:creation-date>"),
      {});
  ASSERT_TRUE(parts) << parts.error().text();
  EXPECT_EQ(parts->title, (Metadatum{"Ferry runs again", "odt title"}));
  EXPECT_EQ(parts->authors, (std::vector<Metadatum>{{"Ana Ruiz", "odt properties"}}));
  EXPECT_EQ(to_iso(*parts->published), "2021-04-09");
  EXPECT_EQ(blocks_of(*parts), (Blocks{"P The ferry between the two banks will run again from Monday.", "H What comes next", "L Tickets",
                                       "P After it.", "P Monday six crossings"}));
}

}  // namespace
}  // namespace annalist
