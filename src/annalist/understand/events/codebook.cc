#include "annalist/understand/events/codebook.h"

#include <algorithm>
#include <filesystem>

#include "annalist/base/files.h"
#include "annalist/understand/events/codebook_builder.h"

namespace annalist {
namespace {

template <class Named>
int index_of(const std::vector<Named>& all, std::string_view name) {
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].name == name) return static_cast<int>(i);
  return -1;
}

// Files as named, and those that folders hold, in the order of their names.
std::vector<std::string> codebook_files(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (fs::recursive_directory_iterator it(path, ignored), end; it != end; it.increment(ignored)) {
      if (it->path().extension() == ".codebook") inside.push_back(it->path().string());
    }
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

}  // namespace

Result<Codebook> Codebook::open(const std::vector<std::string>& paths) {
  std::vector<Error> faults;
  Codebook codebook = open(paths, faults);
  if (!faults.empty()) return faults.front();
  return codebook;
}

Codebook Codebook::open(const std::vector<std::string>& paths, std::vector<Error>& faults) {
  std::vector<Text> texts;
  for (const std::string& path : codebook_files(paths)) {
    auto text = read_file(path, uint64_t{1} << 26);
    // The shipped folder named again, or a copy of it: each file is read once.
    if (text && std::any_of(texts.begin(), texts.end(), [&](const Text& read) { return read.text == *text; })) continue;
    if (text) texts.push_back({path, std::move(*text)});
    else faults.push_back(text.error());
  }
  if (texts.empty() && faults.empty())
    faults.push_back({ErrorCode::kBadConfiguration, "no codebook found: name *.codebook files or a folder of them",
                      paths.empty() ? std::string() : paths.front()});
  return parse(texts, faults);
}

Codebook Codebook::parse(const std::vector<Text>& texts, std::vector<Error>& faults) {
  Codebook codebook;
  CodebookBuilder builder(codebook, faults);
  for (const Text& text : texts) builder.add(text.name, text.text);
  builder.finish();
  return codebook;
}

const std::vector<TriggerEntry>& Codebook::by_lemma(TriggerKind kind, const std::string& lemma) const {
  static const std::vector<TriggerEntry> kEmpty;
  const auto& index = index_[static_cast<size_t>(kind)];
  const auto it = index.find(lemma);
  return it == index.end() ? kEmpty : it->second;
}

const std::string& Codebook::known_lemma(const std::string& lemma, const std::string& form, bool verb) const {
  if (verb && !index_[static_cast<size_t>(TriggerKind::kVerb)].contains(lemma)) {
    const auto it = verb_forms_.find(form);
    if (it != verb_forms_.end()) return it->second;
  }
  if (vocabulary_.contains(lemma)) return lemma;
  const auto it = forms_.find(form);
  return it == forms_.end() ? lemma : it->second;
}

int Codebook::class_index(std::string_view name) const { return index_of(classes_, name); }
int Codebook::type_index(std::string_view name) const { return index_of(types_, name); }

bool Codebook::in_class(int lemma_class, const std::string& lemma) const {
  return lemma_class >= 0 && classes_[static_cast<size_t>(lemma_class)].lemmas.contains(lemma);
}

std::string Codebook::where(CodebookPlace at) const {
  const std::string file = at.file >= 0 && static_cast<size_t>(at.file) < files_.size() ? files_[static_cast<size_t>(at.file)] : "";
  return file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

}  // namespace annalist
