// SPDX-License-Identifier: BSL-1.0
// Four steps, each handing the next what it may have to look at: offices and documents, structure
// (lists and ranks), inputs, and the two waves of dates.
#include "pass/update.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/sort_keys.hpp"
#include "pass/structure.hpp"
#include "pass/ticker.hpp"
#include "pass/wave.hpp"

namespace kehoach::detail {
namespace {

class Update {
 public:
  Update(const Said& said, Timetable& times, Writer writer, Work& work, const Progress& progress)
      : said_(said), times_(times), writer_(writer), work_(work), progress_(progress) {}

  Result<std::vector<Moved>> run() {
    touched_offices();
    touched_documents();
    const Result<Done> ordered = update_structure(said_, times_, writer_, work_.order, seeds_);
    if (!ordered.ok()) return ordered.error();
    for (Item item : said_.touched)
      if (item.kind == ItemKind::task && said_.after.present(item)) reread(item.id, item);
    if (const Result<Done> read = inputs(); !read.ok()) return read.error();
    Wave wave(said_.after, times_, writer_, moved_);
    Ticker dates(progress_, "dates", said_.after.count(ItemKind::task) * std::uint64_t{2});
    if (!wave.forward(seeds_.forward, work_.forward, dates) ||
        !wave.backward(seeds_.backward, work_.backward, dates))
      return Ticker::cancelled();
    return settled();
  }

 private:
  using Seed = WaveSeeds::Seed;

  void reread(std::uint32_t task, Item cause) { reread_.push_back({task, cause}); }

  /// Tasks that count on another calendar or level than before, or whose lags do.
  void touched_offices() {
    Item cause, calendar;
    for (Item item : said_.touched) {
      if (cause.id == 0 && (item.kind == ItemKind::unit || item.kind == ItemKind::calendar))
        cause = item;
      if (calendar.id == 0 && item.kind == ItemKind::calendar) calendar = item;
    }
    if (cause.id == 0) return;
    const std::shared_ptr<const Offices> before = times_.offices;
    times_.offices = offices(said_.after, before.get());
    const Offices& now = *times_.offices;
    const auto same = [&](std::uint32_t u) {
      return u < before->calendar.size() && now.calendar[u] == before->calendar[u] &&
             now.level[u] == before->level[u];
    };
    bool all_same = true;
    for (std::uint32_t u = 0; u < before->calendar.size(); ++u) all_same = all_same && same(u);
    if (all_same && calendar.id == 0) return;
    for (std::uint32_t t = 1; t < times_.times.size(); ++t) {
      if (!said_.after.present(TaskId(t))) continue;
      const TaskRow& row = said_.after.task(TaskId(t));
      const UnitId office = Offices::of(said_.after, row);
      if (!same(office.value())) reread(t, cause);
      said_.after.each_predecessor(row, [&](const Predecessor& e) {
        if (!e.calendar || calendar.id == 0 || stays(e.calendar)) return;  // a lag's own calendar
        const Item by = touched(e.calendar) ? Item(e.calendar) : calendar;
        seeds_.forward.push_back({t, by});
        seeds_.backward.push_back({e.task.value(), by});
      });
    }
  }
  bool stays(CalendarId id) const {
    return said_.before.present(id) && &said_.before.calendar(id).calendar->tables() ==
                                           &said_.after.calendar(id).calendar->tables();
  }
  bool touched(Item item) const {
    return std::binary_search(said_.touched.begin(), said_.touched.end(), item);
  }
  /// New first days of documents, upper ones first; their tasks are read again.
  void touched_documents() {
    std::vector<std::uint32_t> open;
    for (Item item : said_.touched) {
      if (item.kind != ItemKind::document) continue;
      relink(item.id);
      open.push_back(item.id);
    }
    if (open.empty()) return;
    times_.document_start.resize(said_.after.count(ItemKind::document) + 1, day_none, writer_);
    for (std::uint32_t d : open_in_order(std::move(open))) {
      const bool said_again = touched(DocumentId(d));
      if (!restart(d) && !said_again) continue;
      const Item cause = said_again ? Item(DocumentId(d)) : Item(nearest_upper(d));
      times_.tasks_of.each(d, [&](std::uint32_t t) { reread(t, cause); });
    }
  }
  void relink(std::uint32_t d) {
    const auto uppers = [&](const Model& model) {
      std::vector<std::uint32_t> found;
      if (model.present(DocumentId(d)))
        model.each_relation(model.document(DocumentId(d)), [&](const RelationRow& r) {
          if (r.relation == Relation::implements) found.push_back(r.to.value());
        });
      return found;
    };
    for (std::uint32_t u : uppers(said_.before)) times_.documents_below.remove(u, d, writer_);
    for (std::uint32_t u : uppers(said_.after)) times_.documents_below.add(u, d, writer_);
  }
  /// These and all documents below them, every one after all of these that it implements.
  std::vector<std::uint32_t> open_in_order(std::vector<std::uint32_t> found) const {
    std::unordered_map<std::uint32_t, std::uint32_t> waits;  // document -> uppers not yet placed
    for (std::uint32_t d : found) waits.emplace(d, 0);
    for (std::size_t i = 0; i < found.size(); ++i)
      times_.documents_below.each(found[i], [&](std::uint32_t below) {
        if (waits.emplace(below, 0).second) found.push_back(below);
      });
    for (std::uint32_t d : found)
      times_.documents_below.each(d, [&](std::uint32_t below) { ++waits[below]; });
    std::sort(found.begin(), found.end());
    std::vector<std::uint32_t> placed;
    for (std::uint32_t d : found)
      if (waits[d] == 0) placed.push_back(d);
    for (std::size_t i = 0; i < placed.size(); ++i)
      times_.documents_below.each(placed[i], [&](std::uint32_t below) {
        if (--waits[below] == 0) placed.push_back(below);
      });
    return placed;
  }
  bool restart(std::uint32_t d) {
    std::int32_t start = day_none;
    if (said_.after.present(DocumentId(d))) {
      const DocumentRow& row = said_.after.document(DocumentId(d));
      if (row.issued != no_date)
        start = day_number(row.issued);
      else
        said_.after.each_relation(row, [&](const RelationRow& r) {
          if (r.relation == Relation::implements)
            start = std::max(start, times_.document_start[r.to.value()]);
        });
    }
    if (start == times_.document_start[d]) return false;
    times_.document_start.edit(d, writer_) = start;
    return true;
  }
  DocumentId nearest_upper(std::uint32_t d) const {
    DocumentId found(d);
    said_.after.each_relation(said_.after.document(DocumentId(d)), [&](const RelationRow& r) {
      if (r.relation == Relation::implements &&
          times_.document_start[r.to.value()] == times_.document_start[d])
        found = r.to;
    });
    return found;
  }

  /// By task, each once, if it is one's own doing for that reason.
  void tidy_reread() {
    std::vector<std::uint64_t> order;
    order.reserve(reread_.size());
    for (const Seed& seed : reread_) order.push_back(sort_key(seed.task, order.size()));
    sort_keys(order);
    std::vector<Seed> tidy;
    for (const std::uint64_t key : order) {
      const Seed& seed = reread_[place_of(key)];
      const Item own = TaskId(seed.task);
      if (tidy.empty() || tidy.back().task != seed.task)
        tidy.push_back(seed);
      else if (tidy.back().cause != own && seed.cause == own)
        tidy.back() = seed;
    }
    reread_ = std::move(tidy);
  }
  /// Reads again what was said of the tasks gathered; where it differs, the waves begin there.
  Result<Done> inputs() {
    tidy_reread();
    InputReader reader(said_.after, *times_.offices);
    for (const Seed& seed : reread_) {
      const TaskId task(seed.task);
      if (!said_.after.present(task)) continue;
      ++work_.inputs.visited;
      const TaskRow& row = said_.after.task(task);
      const Result<Inputs> in = reader.read(task, row, times_.document_start[row.document]);
      if (!in.ok()) return in.error();
      const TaskTimes before = times_.of(task);
      if (before.in == *in) continue;
      ++work_.inputs.changed;
      moved_.push_back({task, before, seed.cause});
      TaskTimes now = before;
      now.in = *in;
      times_.times.edit(seed.task, writer_) = now;
      spread(seed, row, before.in, *in);
    }
    return Done{};
  }
  void spread(const Seed& seed, const TaskRow& row, const Inputs& before, const Inputs& now) {
    const bool calendar = before.calendar != now.calendar;
    if (calendar || before.start_bound != now.start_bound) seeds_.forward.push_back(seed);
    if (calendar || before.due != now.due) seeds_.backward.push_back(seed);
    if (calendar || before.margin != now.margin)
      times_.lowers.each(seed.task, [&](std::uint32_t l) {
        seeds_.backward.push_back({l, TaskId(seed.task)});
      });
    if (calendar)
      said_.after.each_predecessor(row, [&](const Predecessor& e) {
        seeds_.backward.push_back({e.task.value(), TaskId(seed.task)});
      });
  }

  /// One entry a task with what it was at first, if it is not that again.
  std::vector<Moved> settled() {
    std::vector<std::uint64_t> order;
    order.reserve(moved_.size());
    for (const Moved& m : moved_) order.push_back(sort_key(m.task.value(), order.size()));
    sort_keys(order);
    const auto moved = [&](std::size_t i) -> const Moved& { return moved_[place_of(order[i])]; };
    std::vector<Moved> result;
    result.reserve(moved_.size());
    for (std::size_t i = 0, next = 0; i < order.size(); i = next) {
      Moved first = moved(i);
      for (next = i + 1; next < order.size() && moved(next).task == first.task; ++next) {
        first.bound = false;
        if (first.cause.id == 0) first.cause = moved(next).cause;
      }
      if (said_.before.present(first.task) && said_.after.present(first.task) &&
          !(first.before == times_.of(first.task)))
        result.push_back(first);
    }
    return result;
  }

  const Said& said_;
  Timetable& times_;
  Writer writer_;
  Work& work_;
  const Progress& progress_;
  WaveSeeds seeds_;
  std::vector<Seed> reread_;
  std::vector<Moved> moved_;
};

}  // namespace

Result<std::vector<Moved>> update(const Said& said, Timetable& times, Writer writer, Work& work,
                                  const Progress& progress) {
  return Update(said, times, writer, work, progress).run();
}

std::vector<Moved> compare(const Said& said, const Timetable& before, const Timetable& after) {
  std::vector<Moved> moved;
  before.times.each_unshared(after.times, [&](std::uint32_t t) {
    const TaskId task(t);
    if (said.before.present(task) && said.after.present(task) &&
        !same_answers(said.after, before, after, task))
      moved.push_back({task, before.of(task), Item{ItemKind::none, 0}});
  });
  return moved;
}

bool same_answers(const Model& model, const Timetable& a, const Timetable& b, TaskId task) {
  if (!model.present(task)) return true;
  TaskTimes x = a.of(task), y = b.of(task);
  x.in.calendar = y.in.calendar = 0;
  return x == y;
}

}  // namespace kehoach::detail
