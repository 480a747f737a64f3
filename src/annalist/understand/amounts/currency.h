// Currency words beside a number, read with the knowledge base: "$", "US$", "NIS" before it; "dollars",
// "Iranian rials", "cents" after.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/atoms.h"
#include "annalist/read/reading.h"

namespace annalist {

struct Currency {
  std::string code;         // ISO 4217
  bool hundredths = false;  // cents, pence
  size_t end = 0;           // the atom after it
};

class CurrencyReader {
 public:
  // All must outlive the reader.
  CurrencyReader(const Document& document, const Reading& reading, const Knowledge& knowledge)
      : document_(document), reading_(reading), knowledge_(knowledge) {}

  // A sign or code at `at` with a number after it.
  std::optional<Currency> before_number(const std::vector<Atom>& atoms, size_t at) const;
  // A currency's name at `at`, a number lying before it; `scaled`: that has a magnitude, so that "8 trillion
  // won" is no verb.
  std::optional<Currency> after_number(const std::vector<Atom>& atoms, size_t at, bool scaled) const;

 private:
  // The code that the words mean here. Words that several states share ("dinars", "pounds") go by the states
  // that the sentence speaks of, then the document; else by their usual reading.
  std::string code_of(std::string_view words, TokenIndex near) const;
  std::vector<std::string> states_in(TokenRange tokens) const;

  const Document& document_;
  const Reading& reading_;
  const Knowledge& knowledge_;
};

}  // namespace annalist
