#include "annalist/ingest/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace annalist {
namespace {

constexpr size_t kMostErrors = 4096;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  void set(int number) {
    close();
    number_ = number;
  }
  int get() const { return number_; }

 private:
  int number_;
};

bool make_pipe(Descriptor& from, Descriptor& to) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return false;
  from.set(ends[0]);
  to.set(ends[1]);
  return true;
}

// A socket for the child's input, since writing to one whose other end is gone can be told not to raise SIGPIPE.
bool make_input(Descriptor& ours, Descriptor& theirs) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  ours.set(ends[0]);
  theirs.set(ends[1]);
  ::shutdown(ends[0], SHUT_RD);
  return true;
}

struct ChildLimits {
  rlimit time, memory, nothing, files;
};

// In the child, after fork: nothing here may allocate or lock.
[[noreturn]] void become(const char* program, char* const* arguments, int in, int out, int errors, const ChildLimits& limits) {
  ::setpgid(0, 0);  // so that whatever it starts can be killed with it
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool wired = ::dup2(in, 0) == 0 && ::dup2(out, 1) == 1 && ::dup2(errors, 2) == 2;
  ::close_range(3, ~0U, 0);
  ::setrlimit(RLIMIT_CPU, &limits.time);
  ::setrlimit(RLIMIT_AS, &limits.memory);
  ::setrlimit(RLIMIT_FSIZE, &limits.nothing);  // writes no file
  ::setrlimit(RLIMIT_CORE, &limits.nothing);
  ::setrlimit(RLIMIT_NOFILE, &limits.files);
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGTERM, SIG_DFL);
  ::signal(SIGINT, SIG_DFL);
  char language[] = "LC_ALL=C.UTF-8";
  char* const environment[] = {language, nullptr};
  if (wired) ::execve(program, arguments, environment);
  ::_exit(127);
}

// Feeds and drains the child until it has ended and all that it gave is read, or a limit is passed.
class Talk {
 public:
  // `ended` can be read when the child is dead (pidfd_open).
  Talk(Descriptor& in, Descriptor& out, Descriptor& errors, int ended, std::string_view input, const IngestLimits& limits,
       ChildResult& result)
      : in_(in), out_(out), errors_(errors), ended_(ended), input_(input), limits_(limits), result_(result) {}

  // Whether the child has ended; false: it has to be killed, for `end`.
  bool run(ChildResult::End& end) {
    const auto stop = std::chrono::steady_clock::now() + std::chrono::seconds(2 * limits_.child_seconds);
    if (input_.empty()) in_.close();
    for (bool dead = false; !dead || out_.get() >= 0 || errors_.get() >= 0;) {
      std::array<pollfd, 4> waiting = {pollfd{in_.get(), POLLOUT, 0}, pollfd{out_.get(), POLLIN, 0}, pollfd{errors_.get(), POLLIN, 0},
                                       pollfd{dead ? -1 : ended_, POLLIN, 0}};
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(stop - std::chrono::steady_clock::now()).count();
      if (left <= 0) {
        end = ChildResult::End::kTime;
        return false;
      }
      if (::poll(waiting.data(), waiting.size(), static_cast<int>(std::min<long>(left, 60'000))) < 0 && errno != EINTR) return false;
      if (waiting[0].revents != 0) feed();
      if (waiting[1].revents != 0) drain(out_, result_.output, limits_.child_output + 1);
      if (waiting[2].revents != 0) drain(errors_, result_.errors, kMostErrors);
      dead = dead || waiting[3].revents != 0;
      if (result_.output.size() > limits_.child_output) {
        end = ChildResult::End::kOutput;
        return false;
      }
    }
    return true;
  }

 private:
  void feed() {
    const ssize_t sent = ::send(in_.get(), input_.data(), std::min<size_t>(input_.size(), 65536), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) input_.remove_prefix(static_cast<size_t>(sent));
    const bool gone = sent < 0 && errno != EAGAIN && errno != EINTR;
    if (input_.empty() || gone) in_.close();
  }

  // What is past `most` is read and dropped.
  static void drain(Descriptor& from, std::string& to, uint64_t most) {
    std::array<char, 65536> room;
    const ssize_t got = ::read(from.get(), room.data(), room.size());
    if (got > 0) to.append(room.data(), std::min<size_t>(static_cast<size_t>(got), to.size() < most ? most - to.size() : 0));
    else if (got == 0 || (errno != EINTR && errno != EAGAIN)) from.close();
  }

  Descriptor& in_;
  Descriptor& out_;
  Descriptor& errors_;
  int ended_;
  std::string_view input_;
  const IngestLimits& limits_;
  ChildResult& result_;
};

}  // namespace

std::optional<std::string> find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::string_view folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
    if (!folder.starts_with('/')) continue;  // never from where we happen to stand
    std::string file = std::string(folder) + "/" + name;
    struct stat about;
    if (::stat(file.c_str(), &about) == 0 && S_ISREG(about.st_mode) && ::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                      const IngestLimits& limits) {
  ChildResult result;
  Descriptor in, in_child, out, out_child, errors, errors_child;
  if (!make_input(in, in_child) || !make_pipe(out, out_child) || !make_pipe(errors, errors_child)) return result;
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const ChildLimits child_limits = {
      {limits.child_seconds, limits.child_seconds + 1}, {limits.child_memory, limits.child_memory}, {0, 0}, {32, 32}};
  const pid_t child = ::fork();
  if (child < 0) return result;
  if (child == 0) become(program.c_str(), pointers.data(), in_child.get(), out_child.get(), errors_child.get(), child_limits);
  in_child.close();
  out_child.close();
  errors_child.close();
  ChildResult::End killed_for = ChildResult::End::kNotStarted;
  const Descriptor ended(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));  // glibc 2.36 declares it for C only
  const bool done = ended.get() >= 0 && Talk(in, out, errors, ended.get(), input, limits, result).run(killed_for);
  if (!done) ::kill(child, SIGKILL);
  ::kill(-child, SIGKILL);  // what it may have left behind; it is not reaped yet, so its number is no other's
  int state = 0;
  while (::waitpid(child, &state, 0) < 0 && errno == EINTR) {}
  if (!done) {
    result.end = killed_for;
  } else if (WIFEXITED(state)) {
    result.end = ChildResult::End::kExit;
    result.code = WEXITSTATUS(state);
  } else if (WIFSIGNALED(state)) {
    result.code = WTERMSIG(state);
    result.end = result.code == SIGXCPU || result.code == SIGKILL ? ChildResult::End::kTime : ChildResult::End::kSignal;
  }
  return result;
}

}  // namespace annalist
