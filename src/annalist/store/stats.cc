#include "annalist/store/stats.h"

namespace annalist {
namespace {

struct Question {
  const char* group;
  const char* sql;  // gives name, number
};

constexpr Question kQuestions[] = {
    {"records",
     "SELECT 'documents', count(*) FROM documents UNION ALL SELECT 'not in English, unread', count(*) FROM documents WHERE "
     "language NOT IN ('en', 'und') UNION ALL SELECT 'sentences', count(*) FROM sentences UNION ALL SELECT 'events', count(*) FROM events "
     "UNION ALL SELECT 'statements', count(*) FROM statements UNION ALL SELECT 'amounts', count(*) FROM amounts UNION ALL "
     "SELECT 'actors', count(DISTINCT actor) FROM actors WHERE mentions > 0 UNION ALL SELECT 'ties', count(*) FROM ties"},
    {"events by type", "SELECT type, count(*) FROM events GROUP BY type ORDER BY count(*) DESC, type"},
    {"events by status", "SELECT status, count(*) FROM events GROUP BY status ORDER BY count(*) DESC, status"},
    {"documents by outlet",
     "SELECT coalesce(outlet, '(not known)'), count(*) FROM documents GROUP BY outlet ORDER BY count(*) DESC, outlet"},
    {"documents by language", "SELECT language, count(*) FROM documents GROUP BY language ORDER BY count(*) DESC, language"},
    {"documents by year", "SELECT coalesce(substr(published, 1, 4), '(not known)'), count(*) FROM documents GROUP BY 1 ORDER BY 1"},
    {"coded by",
     "SELECT 'program ' || program || ', model ' || model || ', codebook ' || codebook || ', knowledge ' || knowledge, count(*) "
     "FROM documents GROUP BY 1 ORDER BY 1"},
};

}  // namespace

Result<std::vector<Count>> count_archive(Archive& archive) {
  std::vector<Count> counts;
  for (const Question& question : kQuestions) {
    auto query = archive.database().prepare(question.sql);
    if (!query) return query.error();
    while (true) {
      const auto row = query->step();
      if (!row) return row.error();
      if (!*row) break;
      counts.push_back({question.group, query->text(0), query->integer(1)});
    }
  }
  return counts;
}

}  // namespace annalist
