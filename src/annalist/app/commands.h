// The commands: each takes its options, writes data to stdout and talk to stderr, and gives the exit code.
#pragma once

#include "annalist/app/options.h"

namespace annalist {

// Articles in, nothing kept (command_code.cc).
int command_code(const Options& options);
int command_parse(const Options& options);
int command_extract(const Options& options);

// Articles into an archive (command_read.cc).
int command_read(const Options& options);
// Watches folders and feed files, and reads what is new until SIGTERM or SIGINT (command_follow.cc).
int command_follow(const Options& options);

// Asking an archive (command_ask.cc).
int command_events(const Options& options);
int command_statements(const Options& options);
int command_amounts(const Options& options);
int command_timeline(const Options& options);
int command_search(const Options& options);
int command_actors(const Options& options);
int command_sources(const Options& options);
int command_explain(const Options& options);

// An archive's answer to take away (command_table.cc, command_report.cc).
int command_table(const Options& options);
int command_report(const Options& options);

// The archive as a whole (command_archive.cc).
int command_stats(const Options& options);
int command_verify(const Options& options);
int command_salvage(const Options& options);

// Codebook and knowledge (command_check.cc).
int command_codebook_check(const Options& options);
int command_codebook_gaps(const Options& options);
int command_knowledge_check(const Options& options);
int command_version(const Options& options);

}  // namespace annalist
