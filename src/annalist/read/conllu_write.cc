// Writing CoNLL-U; conllu_read.cc is the way back.
#include "annalist/base/utf8.h"
#include "annalist/read/conllu.h"
#include "annalist/read/conllu_entities.h"

#include <fmt/format.h>

#include <cmath>

namespace annalist {
namespace {

std::string escape_spaces(std::string_view spaces) {
  std::string out;
  for (char c : spaces) {
    switch (c) {
      case ' ': out += "\\s"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      case '\n': out += "\\n"; break;
      case '|': out += "\\p"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return out;
}

// Forms and lemmas may hold neither tabs nor line ends in CoNLL-U.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return out.empty() ? "_" : out;
}

// Every run of white space as one space.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_space(point.value)) {
      out += text.substr(at, point.bytes);
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
    at += point.bytes;
  }
  return out;
}

std::string_view block_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeading: return "head";
    case BlockKind::kCaption: return "caption";
    case BlockKind::kQuote: return "quote";
    case BlockKind::kList: return "list";
    case BlockKind::kParagraph: break;
  }
  return "p";
}

class ConlluWriter {
 public:
  ConlluWriter(const Document& document, const Reading& reading, std::span<const LinkedMention> mentions, ConlluPlace& place)
      : document_(document), reading_(reading), place_(place), entities_(entity_brackets(reading, mentions, place.entities)) {}

  std::string write() {
    if (place_.sentences == 0)
      out_ += "# newdoc id = " + one_line(document_.id) + "\n# global.Entity = " + std::string(kEntityFields) + "\n";
    for (size_t s = 0; s < reading_.sentences.size(); ++s) {
      begin_sentence(s);
      const TokenRange range = reading_.sentences[s].tokens;
      for (TokenIndex t = range.begin; t < range.end; ++t) word(t, range.begin);
      out_ += '\n';
    }
    return std::move(out_);
  }

 private:
  void begin_sentence(size_t s) {
    const Sentence& sentence = reading_.sentences[s];
    if (s == 0 || reading_.sentences[s - 1].block != sentence.block) {
      out_ += "# newpar\n";
      BlockKind kind = sentence.block < document_.blocks.size() ? document_.blocks[sentence.block].kind : BlockKind::kParagraph;
      if (kind != BlockKind::kParagraph) out_ += "# newpar_block = " + std::string(block_name(kind)) + "\n";
    }
    out_ += "# sent_id = " + one_line(document_.id) + "-" + std::to_string(++place_.sentences) + "\n";
    out_ += "# text = " + single_spaced(words_of(document_.text, sentence.words)) + "\n";
  }

  // MISC of the surface token that covers `words` and ends before token `next`.
  std::string spaces_misc(ByteSpan words, TokenIndex next) const {
    std::string_view text = document_.text;
    std::string misc;
    if (words.begin > 0 && is_first(words)) { misc += "SpacesBefore=" + escape_spaces(text.substr(0, words.begin)) + "|"; }
    bool is_last = static_cast<size_t>(next) == reading_.tokens.size();
    size_t to = is_last ? text.size() : surface_begin(next);
    std::string_view gap = to > words.end ? text.substr(words.end, to - words.end) : std::string_view();
    if (is_last) {
      if (!gap.empty()) misc += "SpacesAfter=" + escape_spaces(gap) + "|";
    } else if (starts_block(next)) {
      if (gap != "\n\n") misc += "SpacesAfter=" + escape_spaces(gap) + "|";
    } else if (gap.empty()) {
      misc += "SpaceAfter=No|";
    } else if (gap != " ") {
      misc += "SpacesAfter=" + escape_spaces(gap) + "|";
    }
    return misc;
  }

  bool is_first(ByteSpan words) const { return words.begin == reading_.tokens.front().words.begin; }
  size_t surface_begin(TokenIndex token) const { return reading_.tokens[static_cast<size_t>(token)].words.begin; }
  bool starts_block(TokenIndex token) const {
    auto s = static_cast<size_t>(sentence_of(reading_, token));
    return s > 0 && reading_.sentences[s].tokens.begin == token && reading_.sentences[s].block != reading_.sentences[s - 1].block;
  }

  void line(std::string_view number, std::string_view form, std::string_view middle, std::string misc) {
    if (!misc.empty()) misc.pop_back();  // the trailing pipe
    out_ += number;
    out_ += '\t';
    out_ += one_line(form);
    out_ += '\t';
    out_ += middle;
    out_ += '\t';
    out_ += misc.empty() ? "_" : misc;
    out_ += '\n';
  }

  void word(TokenIndex t, TokenIndex sentence_begin) {
    const std::vector<Multiword>& multiwords = reading_.multiwords;
    if (next_multiword_ < multiwords.size() && multiwords[next_multiword_].tokens.begin == t) {
      const Multiword& multiword = multiwords[next_multiword_++];
      inside_until_ = multiword.tokens.end;
      line(std::to_string(t - sentence_begin + 1) + "-" + std::to_string(multiword.tokens.end - sentence_begin),
           words_of(document_.text, multiword.words), "_\t_\t_\t_\t_\t_\t_", spaces_misc(multiword.words, multiword.tokens.end));
    }
    const Token& token = reading_.tokens[static_cast<size_t>(t)];
    std::string misc;
    const std::string& entity = entities_[static_cast<size_t>(t)];
    if (!entity.empty()) misc += "Entity=" + entity + "|";
    if (std::fabs(token.factuality) > 0) misc += fmt::format("Factuality={:.2f}|", token.factuality);
    if (t >= inside_until_) misc += spaces_misc(token.words, t + 1);
    int head = token.head == kNoToken ? 0 : token.head - sentence_begin + 1;
    std::string middle = one_line(token.lemma) + "\t" + std::string(upos_name(token.upos)) + "\t_\t" + token.feats + "\t" +
                         std::to_string(head) + "\t" + token.deprel + "\t_";
    line(std::to_string(t - sentence_begin + 1), token.form, middle, std::move(misc));
  }

  const Document& document_;
  const Reading& reading_;
  ConlluPlace& place_;
  std::vector<std::string> entities_;
  size_t next_multiword_ = 0;
  TokenIndex inside_until_ = 0;
  std::string out_;
};

}  // namespace

std::string write_conllu(const Document& document, const Reading& reading, std::span<const LinkedMention> mentions) {
  ConlluPlace place;
  return write_conllu(document, reading, mentions, place);
}

std::string write_conllu(const Document& document, const Reading& reading, std::span<const LinkedMention> mentions, ConlluPlace& place) {
  return ConlluWriter(document, reading, mentions, place).write();
}

}  // namespace annalist
