// Articles through several workers, results in the order of the articles: the output is the same for one worker and for many. At most
// a few articles a worker, and no more than `most` in all (but one a worker), are held at a time, so memory stays flat however many there
// are.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "annalist/ingest/articles.h"

namespace annalist {

// `work` runs on the workers and must be thread safe; `sink` runs on the calling thread, in order, and ends the run by returning false.
template <class T>
void run_ordered(ArticleStream& articles, int jobs, uint64_t most, const std::function<Result<T>(const RawArticle&)>& work,
                 const std::function<bool(Result<T>)>& sink) {
  struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::map<uint64_t, Result<T>> done;
    uint64_t taken = 0;    // articles handed to workers
    uint64_t emitted = 0;  // results handed to the sink
    bool end = false;
  } shared;
  const auto workers_count = static_cast<uint64_t>(jobs);
  const uint64_t window = std::max(workers_count, std::min(4 * workers_count, most));

  const auto worker = [&] {
    while (true) {
      std::unique_lock lock(shared.mutex);
      shared.changed.wait(lock, [&] { return shared.end || shared.taken < shared.emitted + window; });
      if (shared.end) return;
      auto article = articles.next();
      if (!article) {
        shared.end = true;
        shared.changed.notify_all();
        return;
      }
      const uint64_t number = shared.taken++;
      lock.unlock();
      Result<T> result = *article ? work(**article) : Result<T>(article->error());
      lock.lock();
      shared.done.emplace(number, std::move(result));
      shared.changed.notify_all();
    }
  };
  std::vector<std::thread> workers;
  for (int i = 0; i < jobs; ++i) workers.emplace_back(worker);

  std::unique_lock lock(shared.mutex);
  while (true) {
    shared.changed.wait(lock, [&] { return shared.done.count(shared.emitted) > 0 || (shared.end && shared.emitted == shared.taken); });
    const auto next = shared.done.find(shared.emitted);
    if (next == shared.done.end()) break;
    Result<T> result = std::move(next->second);
    shared.done.erase(next);
    lock.unlock();
    const bool go_on = sink(std::move(result));
    lock.lock();
    ++shared.emitted;
    if (!go_on) {
      shared.end = true;
      break;
    }
    shared.changed.notify_all();
  }
  shared.end = true;
  shared.changed.notify_all();
  lock.unlock();
  for (std::thread& thread : workers) thread.join();
}

}  // namespace annalist
