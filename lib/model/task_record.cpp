// SPDX-License-Identifier: BSL-1.0
#include "model/task_record.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

std::uint32_t count(std::size_t n) {
  return static_cast<std::uint32_t>(n);
}

bool any(const TaskTexts& t) {
  return (t.key | t.name | t.path) != 0;
}

bool same(const Predecessor& a, const Predecessor& b) {
  return a.task == b.task && a.link == b.link && a.lag == b.lag && a.unit == b.unit &&
         a.calendar == b.calendar;
}

/// Words on their way into the pool, some at a time; all are there after `flush`.
class Batch {
 public:
  Batch(WordPool& pool, Writer writer) : pool_(pool), writer_(writer) {}
  void add(std::uint32_t word) {
    if (size_ == few) flush();
    words_[size_++] = word;
  }
  // Seldom called but once: kept out of where words are added.
  [[gnu::noinline]] void flush() {
    pool_.append(words_, size_, writer_);
    size_ = 0;
  }

 private:
  static constexpr std::uint32_t few = 32;

  WordPool& pool_;
  Writer writer_;
  std::uint32_t words_[few];
  std::uint32_t size_ = 0;
};

/// Do duration and weight fit in a cell?
bool narrow(const TaskSpec& t) {
  return t.duration >= 0 && t.duration < TaskCell::wide && t.weight >= 0 && t.weight <= 0xFFFF;
}

/// Can it do without a record? An id of 0 in a list is said wrongly, but said.
bool plain(const TaskTexts& texts, const TaskSpec& t) {
  const auto one = [](const auto& ids) { return ids.empty() || (ids.size() == 1 && ids.front()); };
  return !any(texts) && narrow(t) && t.supports.empty() && t.after.empty() && one(t.leads) &&
         one(t.implements);
}

/// Does it fit in two words?
bool is_brief(const Predecessor& p) {
  return p.lag == static_cast<std::int16_t>(p.lag) && !p.calendar;
}

/// Does entry(i) give the ids of the list, one by one?
template <class Ids, class Entry>
bool same_ids(const Ids& ids, std::uint32_t size, Entry&& entry) {
  if (ids.size() != size) return false;
  for (std::uint32_t i = 0; i < size; ++i)
    if (ids[i] != entry(i)) return false;
  return true;
}

}  // namespace

void TaskRecord::read(std::uint32_t at) {
  words_.begin(at);
  const std::uint32_t header = words_[0];
  std::uint32_t next = 1;
  if ((header & wide) != 0) {
    const std::uint32_t a = words_[next++], b = words_[next++];
    leads_ = a & 0xFFFF, supports_ = a >> 16;
    implements_ = b & 0xFFFF, after_ = b >> 16;
  } else {
    leads_ = header & most, supports_ = header >> 6 & most;
    implements_ = header >> 12 & most, after_ = header >> 18 & most;
  }
  if ((header & with_numbers) != 0) numbers_at_ = next, next += 2;
  if ((header & with_texts) != 0) texts_at_ = next, next += 3;
  lists_at_ = next;
  after_words_ = (header & brief) != 0 ? 2 : 4;
}

Predecessor TaskRecord::predecessor(std::uint32_t i) const {
  const std::uint32_t at = lists_at_ + leads_ + supports_ + implements_ + i * after_words_;
  Predecessor p;
  p.task = TaskId(words_[at]);
  const std::uint32_t how = words_[at + 1];
  p.link = static_cast<Link>(how & 0xFF);
  p.unit = static_cast<LagUnit>(how >> 8 & 0xFF);
  if (after_words_ == 2) {
    p.lag = static_cast<std::int16_t>(how >> 16);
  } else {
    p.lag = static_cast<std::int32_t>(words_[at + 2]);
    p.calendar = CalendarId(words_[at + 3]);
  }
  return p;
}

void TaskRecord::number(TaskCell& cell, const TaskSpec& t) {
  const bool fits = narrow(t);
  cell.duration = fits ? static_cast<std::uint16_t>(t.duration) : TaskCell::wide;
  cell.weight = fits ? static_cast<std::uint16_t>(t.weight) : std::uint16_t{0};
}

TaskCell TaskRecord::add(WordPool& pool, const TaskTexts& texts, const TaskSpec& t, Writer writer) {
  TaskCell cell;
  number(cell, t);
  if (plain(texts, t)) {
    cell.first = t.leads.empty() ? 0 : t.leads.front().value();
    cell.upper = t.implements.empty() ? 0 : t.implements.front().value();
    return cell;
  }
  cell.recorded = 1;
  cell.first = pool.size();
  const std::uint32_t leads = count(t.leads.size()), supports = count(t.supports.size()),
                      implements = count(t.implements.size()), after = count(t.after.size());
  const bool short_after = std::all_of(t.after.begin(), t.after.end(), is_brief);
  const std::uint32_t bits =
      (any(texts) ? with_texts : 0) | (narrow(t) ? 0 : with_numbers) | (short_after ? brief : 0);
  Batch words(pool, writer);
  if (std::max({leads, supports, implements, after}) <= most) {
    words.add(leads | supports << 6 | implements << 12 | after << 18 | bits);
  } else {
    words.add(wide | bits);
    words.add(leads | supports << 16);
    words.add(implements | after << 16);
  }
  if (!narrow(t))
    for (const std::int32_t number : {t.duration, t.weight})
      words.add(static_cast<std::uint32_t>(number));
  if (any(texts))
    for (const TextRef text : {texts.key, texts.name, texts.path}) words.add(text);
  for (const UnitId u : t.leads) words.add(u.value());
  for (const UnitId u : t.supports) words.add(u.value());
  for (const TaskId u : t.implements) words.add(u.value());
  for (const Predecessor& p : t.after) {
    const std::uint32_t how =
        static_cast<std::uint32_t>(p.link) | static_cast<std::uint32_t>(p.unit) << 8;
    const auto lag = static_cast<std::uint32_t>(p.lag);
    words.add(p.task.value());
    words.add(short_after ? how | lag << 16 : how);
    if (short_after) continue;
    words.add(lag);
    words.add(p.calendar.value());
  }
  words.flush();
  return cell;
}

bool TaskRecord::says(const TaskTexts& texts, const TaskSpec& t) const {
  const TaskTexts here = this->texts();
  if (here.key != texts.key || here.name != texts.name || here.path != texts.path) return false;
  if (narrow(t) != (numbers_at_ == 0)) return false;
  if (numbers_at_ != 0 && (duration() != t.duration || weight() != t.weight)) return false;
  if (!same_ids(t.leads, leads_, [&](std::uint32_t i) { return lead(i); }) ||
      !same_ids(t.supports, supports_, [&](std::uint32_t i) { return support(i); }) ||
      !same_ids(t.implements, implements_, [&](std::uint32_t i) { return upper(i); }) ||
      t.after.size() != after_)
    return false;
  for (std::uint32_t i = 0; i < after_; ++i)
    if (!same(t.after[i], predecessor(i))) return false;
  return true;
}

}  // namespace kehoach::detail
