#include "annalist/understand/actors/test_document.h"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>
#include <vector>

namespace annalist {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
  return parts;
}

std::string conllu_line(int index, const std::string& word) {
  std::vector<std::string> fields = split(word, '/');
  fields.resize(5);
  std::string form = fields[0];
  std::string lemma;
  if (const size_t colon = form.find(':'); colon != std::string::npos && colon > 0) {
    lemma = form.substr(colon + 1);
    form.resize(colon);
  }
  const bool glued = form.size() > 1 && form.back() == '~';
  if (glued) form.pop_back();
  const bool plural = fields[1].ends_with('+');
  if (plural) fields[1].pop_back();
  std::string misc = glued ? "SpaceAfter=No" : "";
  if (!fields[4].empty()) misc += (misc.empty() ? "Entity=" : "|Entity=") + fields[4];
  return std::to_string(index) + '\t' + form + '\t' + (lemma.empty() ? form : lemma) + '\t' + fields[1] + "\t_\t" +
         (plural ? "Number=Plur" : "_") + '\t' + fields[2] + '\t' + fields[3] + "\t_\t" + (misc.empty() ? "_" : misc) + '\n';
}

constexpr std::string_view kKnowledge = R"(
role minister.foreign GOV single
  name foreign minister

role leader GOV
  name leader

role spokesperson GOV
  name spokesperson
  word spokesman; spokeswoman

role supreme-leader GOV single
  name supreme leader

role president GOV single
  name president

country IRN IR
  name Iran
  adjective Iranian
  people Iranian; Iranians
  seat Tehran

country ISR IL
  name Israel
  adjective Israeli
  people Israeli; Israelis
  seat Jerusalem

country IRQ IQ
  name Iraq
  adjective Iraqi
  people Iraqi; Iraqis
  seat Baghdad

country USA US
  name United States
  alias US; America
  adjective American; US
  people American; Americans
  seat Washington

country PSE PS
  name Palestine
  adjective Palestinian
  people Palestinian; Palestinians

country QAT QA
  name Qatar
  adjective Qatari
  people Qatari; Qataris
  seat Doha

place 1 IRN 35.7 51.4 8000000 C
  name Tehran

place 9 IRN 30.1 50.1 600000 P
  name Karsa Wells

actor hamas armed-group PSE
  name Hamas
  code PSEREBHMS

actor Q1 person IRN
  name Mohammad Javad Zarif
  role minister.foreign IRN 2013-08-15..2021-08-24

actor Q2 person IRN
  name Hossein Amir-Abdollahian
  role minister.foreign IRN 2021-08-25..2024-05-19

actor Q3 person PSE
  name Ismail Haniyeh
  role leader hamas 2017-05-06..2024-07-31

actor Q4 person IRN
  name Ali Khamenei
  role supreme-leader IRN 1989..?
)";

}  // namespace

ConlluDocument test_document(std::string_view rows) {
  std::string conllu = "# newdoc id = test\n";
  for (const std::string& line : split(std::string(rows), '\n')) {
    int index = 0;
    std::istringstream words(line);
    for (std::string word; words >> word;) conllu += conllu_line(++index, word);
    if (index > 0) conllu += '\n';
  }
  Result<std::vector<ConlluDocument>> read = read_conllu(conllu, "test");
  if (!read || read->size() != 1) {
    ADD_FAILURE() << (read ? "no document" : read.error().text()) << "\n" << conllu;
    return {};
  }
  return std::move(read->front());
}

const Knowledge& test_knowledge() {
  static const Result<Knowledge> knowledge = Knowledge::from_text(kKnowledge);
  if (!knowledge) ADD_FAILURE() << knowledge.error().text();
  return *knowledge;
}

}  // namespace annalist
