#include "annalist/app/pipeline.h"

#include "annalist/ingest/language.h"
#include "annalist/understand/actors/find_actors.h"
#include "annalist/understand/amounts/find_amounts.h"
#include "annalist/understand/events/find_events.h"
#include "annalist/understand/statements/find_statements.h"
#include "annalist/understand/times/find_times.h"

namespace annalist {

Records code_document(Document document, const Models& models) {
  Records records;
  records.document = std::move(document);
  const Document& text = records.document;
  if (!is_english(text.language)) return records;
  records.reading = models.reader.read(text);
  records.actors = find_actors(text, records.reading, models.knowledge, &models.coreference);
  records.times = find_times(text, records.reading);
  records.amounts = find_amounts(text, records.reading, models.knowledge);
  records.statements = find_statements(text, records.reading, records.actors, records.times, models.knowledge);
  records.events = find_events(text, records.reading, records.actors, records.times, records.amounts, records.statements, models.codebook,
                               models.knowledge);
  return records;
}

}  // namespace annalist
