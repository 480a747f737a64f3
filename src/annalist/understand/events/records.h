// Records: all that understand/ made of one document, as store/ and show/ take it.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/amounts/amount.h"
#include "annalist/understand/events/event.h"
#include "annalist/understand/statements/statement.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

struct Records {
  Document document;
  Reading reading;
  Actors actors;
  std::vector<Timex> times;
  std::vector<Amount> amounts;
  Statements statements;
  std::vector<Event> events;
};

}  // namespace annalist
