// SPDX-License-Identifier: BSL-1.0
// The objects Python holds. Long calls release the GIL, so an engine carries a lock of its own: the
// C++ thread rule asks the caller for one, and Python's callers do not know that they are threads.
#pragma once

#include <atomic>
#include <kehoach/exchange.hpp>
#include <mutex>
#include <optional>
#include <thread>

#include "fields.hpp"

namespace kehoach::python {

struct HeldEngine {
  explicit HeldEngine(Engine e) : engine(std::move(e)) {}
  std::mutex mutex;  // taken by EngineLock only
  std::atomic<std::thread::id> holder{};
  Engine engine;
};

/// Holds an engine. Nobody waits for one with the GIL in hand, for who holds it may want the GIL to say
/// how far it has come. A callback that uses the engine it is called from gets MisuseError.
class EngineLock {
 public:
  explicit EngineLock(HeldEngine& engine) : engine_(engine) {
    const std::thread::id me = std::this_thread::get_id();
    if (engine.holder == me)
      throw Exception(Error{Errc::misuse, "the engine is busy with the call that asks", {}, {}});
    if (!engine.mutex.try_lock()) wait();
    engine.holder = me;
  }
  ~EngineLock() {
    engine_.holder = std::thread::id();
    engine_.mutex.unlock();
  }
  EngineLock(const EngineLock&) = delete;
  EngineLock& operator=(const EngineLock&) = delete;

 private:
  void wait() {
    std::optional<py::gil_scoped_release> released;
    if (PyGILState_Check() != 0) released.emplace();
    engine_.mutex.lock();
  }
  HeldEngine& engine_;
};

/// Calls `callback(stage, done, total)`, which may be None; False cancels, and what it raises goes
/// through. Ctrl-C is looked for at every step. For calls without the GIL.
Progress progress_of(const py::object& callback);
/// So many threads, the calling one among them; `invalid_value` outside 1 to 1024.
Executor threads_of(int threads);

struct HeldEvaluation {
  Snapshot snapshot;  // finds items by key
  Evaluation evaluation;
};

/// Runs `body` without the GIL; it must touch no Python object.
template <class Body>
auto without_gil(const Body& body) {
  const py::gil_scoped_release released;
  return body();
}

template <class Id>
std::vector<Item> items(const std::vector<Id>& ids) {
  return {ids.begin(), ids.end()};
}

/// An array that owns `values`, without a copy.
template <class T>
py::array_t<T> column(std::vector<T> values) {
  auto* held = new std::vector<T>(std::move(values));
  const py::capsule owner(held, [](void* p) { delete static_cast<std::vector<T>*>(p); });
  return py::array_t<T>(static_cast<py::ssize_t>(held->size()), held->data(), owner);
}

/// A day as datetime64[D] counts it; "none" is NaT.
inline std::int64_t numpy_day(Date date) {
  return date == no_date ? std::numeric_limits<std::int64_t>::min() : day_number(date);
}
/// An array of datetime64[D] that owns `days`, without a copy.
inline py::object day_column(std::vector<std::int64_t> days) {
  return column(std::move(days)).attr("view")("datetime64[D]");
}

void bind_errors(py::module_& module);
void bind_language(py::module_& module);
void bind_reading(py::module_& module);
void bind_records(py::module_& module);
void bind_calendar(py::module_& module);
void bind_time(py::module_& module);
void bind_phrases(py::module_& module);
void bind_engine(py::module_& module);
void bind_edit(py::module_& module);
void bind_snapshot(py::module_& module);
void bind_evaluation(py::module_& module);
void bind_tables(py::module_& module);
void bind_coverage(py::module_& module);
void bind_targets(py::module_& module);
void bind_scores(py::module_& module);
/// What `Evaluation` tells of each.
void bind_table_answers(py::class_<HeldEvaluation>& evaluation);
void bind_coverage_answers(py::class_<HeldEvaluation>& evaluation);
void bind_target_answers(py::class_<HeldEvaluation>& evaluation);
void bind_score_answers(py::class_<HeldEvaluation>& evaluation);
/// The scope that keyword arguments say.
Scope scope_from(const HeldEvaluation& self, const py::kwargs& given);

}  // namespace kehoach::python
