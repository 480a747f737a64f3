#include "annalist/ingest/warc.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "annalist/base/files.h"
#include "annalist/ingest/forms_fixture.h"
#include "annalist/ingest/http_response.h"

namespace annalist {
namespace {

using Lines = std::vector<std::string>;

std::string record(const std::string& type, const std::string& url, const std::string& block,
                   const std::string& content_type = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2021-04-09T11:22:33Z\r\nContent-Type: " + content_type + "\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& head = "", const std::string& type = "text/html; charset=ISO-8859-1") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + head + "\r\n" + body;
}

std::string page(const std::string& words) { return "<html><body><p>" + words + "</p></body></html>"; }

std::string put(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "annalist_warc_" + name;
  EXPECT_TRUE(write_file(path, bytes));
  return path;
}

const std::vector<std::string> kRecords = {record("warcinfo", "", "software: none", "application/warc-fields"),
                                           record("request", "http://a.example/1", "GET /1 HTTP/1.1\r\n\r\n"),
                                           record("response", "http://a.example/1", response(page("One"))),
                                           record("response", "http://a.example/p.png", response("\x89PNG", "", "image/png")),
                                           record("response", "http://a.example/2", response(page("Two"))),
                                           record("response", "http://a.example/3", "HTTP/1.1 404 Not Found\r\n\r\n"),
                                           record("revisit", "http://a.example/1", ""),
                                           record("response", "<http://a.example/4>", response(page("Four")))};

struct Made {
  std::string bytes;
  std::vector<size_t> at;  // of each record
};
Made make(bool gzip) {
  Made out;
  for (const std::string& each : kRecords) {
    out.at.push_back(out.bytes.size());
    out.bytes += gzip ? gzip_bytes(each) : each;
  }
  return out;
}

Lines left_out() {
  return {"- a crawl's record of a page that did not change: 1", "- a crawl's record that is no response: 2",
          "- a crawl's response that is no HTML: 1", "- a crawl's response that is no page (its status is not 200): 1"};
}

Lines with_left_out(Lines lines) {
  for (std::string& line : left_out()) lines.push_back(std::move(line));
  return lines;
}

class Packing : public testing::TestWithParam<bool> {
 protected:
  std::string name(const std::string& word) const { return word + (GetParam() ? ".warc.gz" : ".warc"); }
};
INSTANTIATE_TEST_SUITE_P(Warc, Packing, testing::Bool(), [](const auto& row) { return row.param ? "gzip" : "plain"; });

TEST_P(Packing, PagesAreNamedByTheirByte) {
  const Made made = make(GetParam());
  const std::string path = put(name("whole"), made.bytes), file = path.substr(path.rfind('/') + 1);
  const auto line = [&](size_t i, const std::string& words) {
    return file + "@" + std::to_string(made.at[i]) + ": " + page(words).substr(0, 40);
  };
  EXPECT_EQ(read_all(path), with_left_out({line(2, "One"), line(4, "Two"), line(7, "Four")}));
}

TEST_P(Packing, HintsComeFromTheRecord) {
  ArticleStream stream({put(name("hints"), make(GetParam()).bytes)}, {});
  Result<RawArticle> last = Error{};
  while (auto article = stream.next()) last = std::move(*article);
  ASSERT_TRUE(last);
  EXPECT_EQ(last->hints.url, "http://a.example/4");
  EXPECT_EQ(last->hints.charset, "iso-8859-1");
  EXPECT_EQ(to_iso(*last->hints.seen), "2021-04-09");
  EXPECT_EQ(last->format, ArticleFormat::kHtml);
}

TEST_P(Packing, ADamagedRecordIsNamedAndTheRestIsRead) {
  Made made = make(GetParam());
  const size_t at = GetParam() ? made.at[4] + 40 : made.at[4] + 3;
  made.bytes[at] = static_cast<char>(made.bytes[at] ^ 0x55);
  made.bytes[at + 1] = static_cast<char>(made.bytes[at + 1] ^ 0x55);
  const std::string path = put(name("damaged"), made.bytes), file = path.substr(path.rfind('/') + 1);
  const Lines lines = read_all(path);
  ASSERT_EQ(lines.size(), 3u + left_out().size()) << testing::PrintToString(lines);
  EXPECT_NE(lines[0].find("One"), std::string::npos);
  EXPECT_TRUE(lines[1].starts_with("! " + file + ": byte " + std::to_string(made.at[4]) + ": ")) << lines[1];
  EXPECT_TRUE(lines[1].ends_with("the record is left out"));
  EXPECT_TRUE(lines[2].starts_with(file + "@" + std::to_string(made.at[7]))) << lines[2];
}

// Whatever byte is hit, no page but the one that it lies in (or the one after it, whose beginning it hides) is lost.
TEST_P(Packing, OneWrongByteLosesOnePage) {
  const Made made = make(GetParam());
  for (size_t at = 0; at < made.bytes.size(); at += 13) {
    Made hit = made;
    hit.bytes[at] = static_cast<char>(hit.bytes[at] ^ 0xFF);
    size_t pages = 0;
    for (const std::string& line : read_all(put(name("hit"), hit.bytes))) pages += line.find(": <html") != std::string::npos ? 1U : 0U;
    EXPECT_GE(pages, 1u) << at;
  }
}

TEST_P(Packing, ACutFileIsTold) {
  const Made made = make(GetParam());
  const std::string path = put(name("cut"), made.bytes.substr(0, made.at[7] + (GetParam() ? 60 : 200)));
  const Lines lines = read_all(path);
  ASSERT_GE(lines.size(), 3u);
  EXPECT_NE(lines[1].find("Two"), std::string::npos);
  EXPECT_NE(lines[2].find("cut short"), std::string::npos) << lines[2];
}

TEST(Warc, OneMemberWithAllRecords) {
  std::string all;
  for (const std::string& each : kRecords) all += each;
  const Lines lines = read_all(put("one.warc.gz", gzip_bytes(all)));
  ASSERT_EQ(lines.size(), 3u + left_out().size());
  EXPECT_NE(lines[0].find("one.warc.gz@0+"), std::string::npos);
  EXPECT_NE(lines[2].find("Four"), std::string::npos);
}

TEST(Warc, ManyRecordsAcrossBuffers) {
  std::string bytes;
  Lines words;
  for (int i = 0; i < 400; ++i) {
    const std::string filler(static_cast<size_t>(i * 37 % 2900), static_cast<char>('a' + i % 26));
    bytes += gzip_bytes(record("response", "u", response(page("Page " + std::to_string(i) + ". " + filler))));
    if (i % 3 == 0) bytes += gzip_bytes(record("metadata", "u", std::string(static_cast<size_t>(i * 211), 'm'), "text/plain"));
  }
  const Lines lines = read_all(put("many.warc.gz", bytes));
  ASSERT_EQ(lines.size(), 401u);
  for (size_t i = 0; i < 400; ++i) EXPECT_NE(lines[i].find("Page " + std::to_string(i) + "."), std::string::npos);
}

std::string body_of(const std::string& bytes) {
  const auto head = read_http_head(bytes);
  if (!head) return "! " + head.error().message;
  const auto body = decode_http_body(*head, 1 << 20);
  return body ? *body : "! " + body.error().message;
}

TEST(HttpResponse, Encodings) {
  const std::string text = page("The harbour reopened.");
  EXPECT_EQ(body_of(response("5\r\nThe h\r\n8;x=1\r\narbour. \r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")), "The harbour. ");
  EXPECT_EQ(body_of(response(text, "Transfer-Encoding: chunked\r\n")), text);  // the crawler joined them
  EXPECT_EQ(body_of(response(gzip_bytes(text), "Content-Encoding: gzip\r\n")), text);
  EXPECT_EQ(body_of(response(text, "Content-Encoding: gzip\r\n")), text);
  EXPECT_EQ(body_of(response(gzip_bytes(text, 15), "Content-Encoding: deflate\r\n")), text);
  EXPECT_EQ(body_of(response(gzip_bytes(text, -15), "content-encoding: Deflate\r\n")), text);
  EXPECT_EQ(body_of(response("x", "Content-Encoding: rot13\r\n")), "! the page's content encoding \"rot13\" is not read");
  EXPECT_EQ(body_of(response("\x1F\x8B\x08junk", "Content-Encoding: gzip\r\n")), "! the page's gzip encoding is damaged");
  EXPECT_TRUE(body_of(response(gzip_bytes(std::string(2 << 20, 'x')), "Content-Encoding: gzip\r\n")).starts_with("! the page is larger"));
  EXPECT_EQ(body_of("GET / HTTP/1.1"), "! no HTTP response in the record");
}

}  // namespace
}  // namespace annalist
