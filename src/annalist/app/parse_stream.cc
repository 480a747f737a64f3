#include "annalist/app/parse_stream.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <thread>

#include "annalist/app/talk.h"
#include "annalist/base/utf8.h"
#include "annalist/read/conllu.h"

namespace annalist {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The first blank line at or after `from` as [begin, end): line end, white space, line end; npos when there is none yet.
std::pair<size_t, size_t> find_blank_line(std::string_view text, size_t from) {
  for (size_t at = text.find('\n', from); at != text.npos; at = text.find('\n', at + 1)) {
    size_t end = at + 1;
    while (end < text.size() && is_blank(text[end]) && text[end] != '\n') ++end;
    if (end < text.size() && text[end] == '\n') return {at, end + 1};
  }
  return {text.npos, text.npos};
}

std::string whole_utf8(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    append_utf8(out, point.value);
    at += point.bytes;
  }
  return out;
}

}  // namespace

void ParagraphStream::take(size_t end, std::vector<std::string>& out) {
  const std::string_view paragraph = trim(std::string_view(held_).substr(0, end));
  if (!paragraph.empty()) out.emplace_back(paragraph);
}

void ParagraphStream::cut_long(std::vector<std::string>& out) {
  held_.erase(0, static_cast<size_t>(std::find_if_not(held_.begin(), held_.end(), is_blank) - held_.begin()));
  while (held_.size() > kLongest) {
    size_t end = kLongest;
    while (end > 0 && !is_blank(held_[end])) --end;
    if (end == 0) {  // no white space: between two characters
      end = kLongest;
      while (end > kLongest - 4 && (static_cast<unsigned char>(held_[end]) & 0xC0) == 0x80) --end;
    }
    was_cut_ = true;
    take(end, out);
    held_.erase(0, end);
    held_.erase(0, static_cast<size_t>(std::find_if_not(held_.begin(), held_.end(), is_blank) - held_.begin()));
  }
}

std::vector<std::string> ParagraphStream::add(std::string_view bytes) {
  std::vector<std::string> out;
  held_ += bytes;
  std::string rest;
  while (true) {
    const auto [begin, end] = find_blank_line(held_, 0);
    if (begin == held_.npos) break;
    rest = held_.substr(end - 1);  // its line end may begin the next blank line
    held_.resize(begin);
    cut_long(out);
    take(held_.size(), out);
    held_ = std::move(rest);
  }
  cut_long(out);
  return out;
}

std::vector<std::string> ParagraphStream::end() {
  std::vector<std::string> out;
  take(held_.size(), out);
  held_.clear();
  return out;
}

Document document_of(std::string_view paragraph) {
  Document document;
  document.id = "stdin";
  document.path = "-";
  document.text = to_nfc(whole_utf8(paragraph));
  document.blocks.push_back({{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph});
  return document;
}

int parse_stream(const Options& options, const Reader& reader) {
  const size_t jobs = static_cast<size_t>(std::max(options.jobs, 1));
  ParagraphStream stream;
  ConlluPlace place;
  size_t in_parts = 0;
  bool broken = false, invalid = false;
  struct Part {
    Document document;
    Reading reading;
  };
  const auto read_every = [&](const std::vector<std::string>& paragraphs, size_t from, size_t step, std::vector<Part>& parts) {
    for (size_t i = from; i < paragraphs.size(); i += step) {
      parts[i].document = document_of(paragraphs[i]);
      parts[i].reading = reader.read(parts[i].document);
    }
  };
  const auto print = [&](const std::vector<std::string>& paragraphs) {
    if (paragraphs.empty() || broken) return;
    std::vector<Part> parts(paragraphs.size());
    std::vector<std::thread> helpers;
    for (size_t i = 1; i < std::min(jobs, paragraphs.size()); ++i) {
      helpers.emplace_back([&, i, step = std::min(jobs, paragraphs.size())] { read_every(paragraphs, i, step, parts); });
    }
    read_every(paragraphs, 0, std::min(jobs, paragraphs.size()), parts);
    for (std::thread& helper : helpers) helper.join();
    for (size_t i = 0; i < parts.size(); ++i) {
      invalid = invalid || find_invalid_utf8(paragraphs[i]) != std::string::npos;
      in_parts += reader.sentences_in_parts(parts[i].reading);
      const std::string text = write_conllu(parts[i].document, parts[i].reading, {}, place);
      broken = broken || std::fwrite(text.data(), 1, text.size(), stdout) != text.size();
    }
    broken = std::fflush(stdout) != 0 || broken;
  };

  std::string bytes(ParagraphStream::kLongest * jobs, '\0');
  while (!broken) {
    const ssize_t got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail({ErrorCode::kIo, "can't read standard input", "-"});
    if (got == 0) break;
    print(stream.add(std::string_view(bytes).substr(0, static_cast<size_t>(got))));
  }
  print(stream.end());
  if (broken) {
    say("annalist: can't write to standard output; the rest was not done");
    return kExitFailed;
  }
  Tally tally;
  if (invalid) tally.note("-: bytes that are no UTF-8 were read as U+FFFD");
  if (stream.was_cut()) tally.note(fmt::format("-: a paragraph of more than {} KB was cut", ParagraphStream::kLongest >> 10));
  if (in_parts > 0) tally.note("-: " + in_parts_note(in_parts));
  if (place.sentences > 0) tally.read();
  return tally.finish();
}

}  // namespace annalist
