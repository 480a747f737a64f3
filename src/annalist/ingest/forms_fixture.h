// Files of the container forms, made for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <string>
#include <utility>
#include <vector>

#include "annalist/ingest/articles.h"

namespace annalist {

inline std::string gzip_bytes(std::string bytes, int window = 15 + 16) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(bytes.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

using Files = std::vector<std::pair<std::string, std::string>>;  // name -> bytes

inline std::string archive_bytes(const Files& files, bool zip, const char* password = nullptr) {
  archive* out = archive_write_new();
  if (zip) archive_write_set_format_zip(out);
  else archive_write_set_format_pax_restricted(out);
  if (password != nullptr) {
    archive_write_set_options(out, "zip:encryption=traditional");
    archive_write_set_passphrase(out, password);
  }
  size_t room = 65536;
  for (const auto& [name, content] : files) room += 2 * (content.size() + name.size()) + 4096;
  std::string bytes(room, '\0');
  size_t used = 0;
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

// What a container gives: "path: beginning of the bytes" of articles, "! where: message" of errors, at last "- reason: count".
inline std::vector<std::string> read_all(const std::string& path, IngestOptions options = {}) {
  std::vector<std::string> out;
  ArticleStream stream({path}, std::move(options));
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  while (auto article = stream.next()) {
    std::string line = *article ? (*article)->path + ": " + (*article)->bytes.substr(0, 40) : "! " + article->error().text();
    if (const size_t at = line.find(folder); at != std::string::npos) line.erase(at, folder.size());
    out.push_back(line);
  }
  for (const auto& [reason, count] : stream.left_out()) out.push_back("- " + reason + ": " + std::to_string(count));
  return out;
}

}  // namespace annalist
