#include "annalist/ingest/mail_article.h"

#include <gtest/gtest.h>

#include "annalist/base/files.h"
#include "annalist/ingest/forms_fixture.h"
#include "annalist/ingest/forwarded.h"
#include "annalist/ingest/mbox.h"

namespace annalist {
namespace {

using Lines = std::vector<std::string>;

const std::string kText =
    "The ferry between the two banks will run again from Monday, the ministry of transport said on Friday.\n\n"
    "It had stood still since the storm of March, and farmers had to drive sixty kilometres to the nearest bridge.\n";
const std::string kHead =
    "From: Ana Ruiz <ana@herald.example>\r\nTo: desk@example.org\r\nDate: Fri, 9 Apr 2021 23:30:00 -0500\r\n"
    "Message-ID: <1@herald.example>\r\nMIME-Version: 1.0\r\n";

std::string mail(const std::string& subject, const std::string& type, const std::string& body, const std::string& more = "") {
  return kHead + "Subject: " + subject + "\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body;
}

std::string text_of(const MailArticle& article) {
  std::string out;
  for (const BodyBlock& block : article.parts.blocks) out += (out.empty() ? "" : "\n\n") + block.text.text();
  return out;
}

TEST(MailArticle, PlainText) {
  const auto read = read_mail_article(mail("=?UTF-8?Q?F=C3=A4hre_runs_again?=", "text/plain; charset=utf-8", kText));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->parts.title, (Metadatum{"F\xC3\xA4hre runs again", "subject"}));
  EXPECT_EQ(read->parts.authors, (std::vector<Metadatum>{{"Ana Ruiz", "mail from"}}));
  EXPECT_EQ(to_iso(*read->parts.published), "2021-04-09");  // the day where it was written
  EXPECT_TRUE(text_of(*read).starts_with("The ferry between"));
  EXPECT_TRUE(text_of(*read).ends_with("nearest bridge."));
}

TEST(MailArticle, QuotedPrintableAndCharset) {
  const auto read = read_mail_article(
      mail("x", "text/plain; charset=iso-8859-2",
           "Minister Kova=E8 opened the bridge over the river on Friday, in front of thr=\r\nee hundred guests from both towns.\r\n",
           "Content-Transfer-Encoding: quoted-printable\r\n"));
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of(*read),
            "Minister Kova\xC4\x8D opened the bridge over the river on Friday, in front of three hundred guests from both towns.");
}

std::string alternative(const std::string& text, const std::string& html) {
  return "--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" +
         html + "\r\n--b1--\r\n";
}

const std::string kHtml =
    "<html><body><table><tr><td><h1>Ferry</h1><p>The ferry between the two banks will run again from Monday, the ministry of transport "
    "said "
    "on Friday.</p><p>It had stood still since the storm of March, and farmers had to drive sixty kilometres to the nearest bridge.</p>"
    "</td></tr></table></body></html>";

TEST(MailArticle, TheFormThatHoldsTheArticleIsTaken) {
  const std::string type = "multipart/alternative; boundary=b1";
  const auto html = read_mail_article(mail("x", type, alternative("View this message in your browser.", kHtml)));
  ASSERT_TRUE(html);
  EXPECT_TRUE(text_of(*html).starts_with("The ferry between")) << text_of(*html);
  EXPECT_TRUE(text_of(*html).ends_with("nearest bridge.")) << text_of(*html);
  const auto text = read_mail_article(mail("x", type, alternative(kText, "<p>Your reader shows no HTML mail.</p>")));
  ASSERT_TRUE(text);
  EXPECT_TRUE(text_of(*text).starts_with("The ferry between")) << text_of(*text);
  EXPECT_TRUE(text_of(*text).ends_with("nearest bridge.")) << text_of(*text);
}

TEST(MailArticle, FlowedText) {
  const auto read = read_mail_article(mail("x", "text/plain; charset=utf-8; format=flowed",
                                           "The ferry between the two banks will run again \r\nfrom Monday, the ministry of transport said "
                                           "on \r\nFriday.\r\n\r\n-- \r\nAna\r\n"));
  ASSERT_TRUE(read);
  EXPECT_EQ(text_of(*read), "The ferry between the two banks will run again from Monday, the ministry of transport said on Friday.");
}

TEST(MailArticle, ANewslettersOwnLinesAreLeftOut) {
  const auto read =
      read_mail_article(mail("x", "text/plain; charset=utf-8",
                             "View this email in your browser\n\n" + kText +
                                 "\nYou are receiving this newsletter because you signed up on our site.\n\nUnsubscribe | Manage "
                                 "your preferences\n"));
  ASSERT_TRUE(read);
  EXPECT_TRUE(text_of(*read).starts_with("The ferry between")) << text_of(*read);
  EXPECT_TRUE(text_of(*read).ends_with("nearest bridge.")) << text_of(*read);
}

struct Forward {
  const char* name;
  const char* before;  // the body up to the article
  const char* quote;   // before each of its lines
};
class Forwards : public testing::TestWithParam<Forward> {};
INSTANTIATE_TEST_SUITE_P(
    Rows, Forwards,
    testing::Values(
        Forward{"gmail",
                "FYI, see below.\n\n---------- Forwarded message ---------\nFrom: Tom Berg <tom@valley.example>\nDate: Mon, Mar 1, 2021 at "
                "9:00 "
                "AM\nSubject: Ferry to run again\nTo: <ana@herald.example>\n\n\n",
                ""},
        Forward{
            "outlook",
            "\n________________________________\nFrom: Tom Berg\nSent: Monday, March 1, 2021 9:00 AM\nTo: Ana Ruiz\nSubject: Ferry to run "
            "again\n\n",
            ""},
        Forward{"apple",
                "Begin forwarded message:\n\n> From: Tom Berg <tom@valley.example>\n> Subject: Ferry to run again\n> Date: 1 March 2021 at "
                "09:00:00 CET\n> To: Ana Ruiz <ana@herald.example>\n> \n",
                "> "},
        Forward{"twice",
                "-------- Forwarded Message --------\nSubject: Fwd: Ferry to run again\nDate: Tue, 2 Mar 2021 10:00:00 +0000\nFrom: Desk "
                "<desk@example.org>\n\n-------- Forwarded Message --------\nSubject: Ferry to run again\nDate: Mon, 1 Mar 2021 10:00:00 "
                "+0000\nFrom: Tom Berg <tom@valley.example>\n\n",
                ""}),
    [](const auto& row) { return row.param.name; });

TEST_P(Forwards, TheArticleInsideIsRead) {
  std::string body = GetParam().before;
  for (size_t at = 0; at < kText.size();) {
    const size_t end = kText.find('\n', at);
    body += GetParam().quote + kText.substr(at, end + 1 - at);
    at = end + 1;
  }
  const auto read = read_mail_article(mail("Fwd: Ferry to run again", "text/plain; charset=utf-8", body));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->parts.title.value, "Ferry to run again");
  EXPECT_EQ(to_iso(*read->parts.published), "2021-03-01");
  EXPECT_EQ(read->parts.published_how, "forwarded date");
  EXPECT_EQ(read->parts.authors, (std::vector<Metadatum>{{"Tom Berg", "mail from"}}));
  const std::string text = text_of(*read);
  EXPECT_TRUE(text.starts_with("The ferry between")) << text;
  EXPECT_EQ(text.find('>'), std::string::npos);
}

TEST(Forwarded, InHtmlAlone) {
  const std::string body = kHtml.substr(kHtml.find("<p>"), kHtml.find("</td>") - kHtml.find("<p>"));
  const auto read = read_mail_article(mail(
      "Fwd: Ferry to run again", "text/html; charset=utf-8",
      "<div>FYI, please read.<br><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: "
      "<strong>Tom Berg</strong> <span>&lt;<a href=\"mailto:tom@valley.example\">tom@valley.example</a>&gt;</span><br>Date: Mon, Mar 1, "
      "2021 "
      "at 9:00 AM<br>Subject: Ferry to run again<br>To: &lt;ana@herald.example&gt;<br></div><br><br><div>" +
          body + "</div></div></div>"));
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->parts.title.value, "Ferry to run again");
  EXPECT_EQ(to_iso(*read->parts.published), "2021-03-01");
  EXPECT_EQ(read->parts.authors, (std::vector<Metadatum>{{"Tom Berg", "mail from"}}));
  EXPECT_TRUE(text_of(*read).starts_with("The ferry between")) << text_of(*read);
  EXPECT_TRUE(text_of(*read).ends_with("nearest bridge.")) << text_of(*read);
}

TEST(Forwarded, NoneWhereNoneIs) {
  EXPECT_FALSE(find_forwarded(kText));
  EXPECT_FALSE(find_forwarded("From: the desk\n\nThe minister spoke."));
  EXPECT_FALSE(find_forwarded("He drove from: here to: there\nDate: none"));
  EXPECT_EQ(bare_subject("Fwd: RE: [Desk list] Ferry"), "Ferry");
  EXPECT_EQ(bare_subject("Rebels: a truce"), "Rebels: a truce");
}

TEST(MailArticle, Refused) {
  const auto message = [](const std::string& bytes) {
    const auto read = read_mail_article(bytes);
    return read ? "read" : read.error().message;
  };
  EXPECT_EQ(message(mail("x", "text/plain", "  \r\n")), "no text in the message");
  EXPECT_EQ(message(mail("x", "multipart/encrypted; boundary=b1; protocol=\"application/pgp-encrypted\"",
                         "--b1\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b1--\r\n")),
            "the message is encrypted; save its text");
}

std::string put(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "annalist_" + name;
  EXPECT_TRUE(write_file(path, bytes));
  return path;
}

TEST(Mbox, MessagesAreCountedAndUnquoted) {
  const std::string line = "From ana@example.org Fri Apr  9 23:30:00 2021\n";
  const std::string box = line + kHead + "Subject: a\n\nFirst.\n>From here on.\nFrom the ministry came no word.\n\n" + line + kHead +
                          "Subject: b\n\nSecond.\n\n" + line + "\n" + line + kHead + "Subject: c\n\nThird.\n";
  const Lines lines = read_all(put("box.mbox", box));
  ASSERT_EQ(lines.size(), 4u) << testing::PrintToString(lines);
  EXPECT_TRUE(lines[0].starts_with("annalist_box.mbox:1: From: Ana Ruiz"));
  EXPECT_TRUE(lines[1].starts_with("annalist_box.mbox:2: From: Ana Ruiz"));
  EXPECT_EQ(lines[2], "! annalist_box.mbox:3: the message is empty");
  EXPECT_TRUE(lines[3].starts_with("annalist_box.mbox:4: "));
  ArticleStream stream({put("box.mbox", box)}, {});
  const auto first = stream.next();
  ASSERT_TRUE(first && *first);
  EXPECT_TRUE((*first)->bytes.ends_with("First.\nFrom here on.\nFrom the ministry came no word.\n\n"));
}

TEST(Mbox, LinesThatPartMessages) {
  EXPECT_TRUE(is_mbox_line("From ana@example.org Fri Apr  9 23:30:00 2021"));
  EXPECT_TRUE(is_mbox_line("From 1694@xxx Mon Mar 04 09:12:44 +0000 2019\r"));
  EXPECT_TRUE(is_mbox_line("From - Thu Jan 1 00:00:00 1970"));
  EXPECT_FALSE(is_mbox_line("From Halmere to the bridge the train at 10:30 takes an hour."));
  EXPECT_FALSE(is_mbox_line("From Monday the ferry runs at 9:30 and 10:30 again."));
}

TEST(Mbox, LargeMessagesArePassedOver) {
  const std::string line = "From ana@example.org Fri Apr  9 23:30:00 2021\n";
  IngestOptions options;
  options.limits.file_bytes = 1000;
  std::string large;
  for (int i = 0; i < 20000; ++i) large += "A line of the large message.\n";
  const std::string path = put("large.mbox", line + kHead + "Subject: a\n\n" + large + "\n" + line + kHead + "Subject: b\n\nSecond.\n");
  const Lines lines = read_all(path, options);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0], "! annalist_large.mbox:1: the message is larger than 1000 bytes (--limit file=SIZE)");
  EXPECT_TRUE(lines[1].starts_with("annalist_large.mbox:2: "));
}

TEST(MailItems, AttachmentsAndMessagesInMessages) {
  const std::string inner = kHead + "Subject: inner\r\nContent-Type: text/plain\r\n\r\n" + kText;
  const std::string bytes =
      mail("outer", "multipart/mixed; boundary=b1",
           "--b1\r\nContent-Type: text/plain\r\n\r\nSee the attached.\r\n--b1\r\nContent-Type: text/html; name=\"page.html\"\r\n"
           "Content-Disposition: attachment; filename=\"page.html\"\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+UGFnZTwvcD4=\r\n"
           "--b1\r\nContent-Type: image/png; name=\"a.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
           "--b1\r\nContent-Type: message/rfc822\r\n\r\n" +
               inner + "\r\n--b1--\r\n");
  const Lines lines = read_all(put("outer.eml", bytes));
  ASSERT_EQ(lines.size(), 4u) << testing::PrintToString(lines);
  EXPECT_TRUE(lines[0].starts_with("annalist_outer.eml: From: Ana Ruiz"));
  EXPECT_EQ(lines[1], "annalist_outer.eml/page.html: <p>Page</p>");
  EXPECT_TRUE(lines[2].starts_with("annalist_outer.eml/message 3.eml: From: Ana Ruiz"));
  EXPECT_EQ(lines[3], "- an image in a mail: 1");
}

}  // namespace
}  // namespace annalist
