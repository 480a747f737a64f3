// The head of a document made with a word processor or laid out on pages: the lines above the running text that are title, byline, date.
#pragma once

#include "annalist/ingest/article_parts.h"

namespace annalist {

// Takes them out of the first blocks into title, authors and published, where these are not known yet (a title known already is taken out
// of the body too). Blocks that are an outlet's mastheads or the like go to `around`.
void take_head(ArticleParts& parts);

}  // namespace annalist
