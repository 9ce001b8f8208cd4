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
  void flush() {
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

/// Does entry(i) give the ids of the list, one by one?
template <class Ids, class Entry>
bool same_ids(const Ids& ids, std::uint32_t size, Entry&& entry) {
  if (ids.size() != size) return false;
  for (std::uint32_t i = 0; i < size; ++i)
    if (ids[i] != entry(i)) return false;
  return true;
}

}  // namespace

std::uint32_t TaskRecord::add(WordPool& pool, const TaskTexts& texts, const TaskSpec& t,
                              Writer writer) {
  const std::uint32_t leads = count(t.leads.size()), supports = count(t.supports.size()),
                      implements = count(t.implements.size()), after = count(t.after.size());
  if ((leads | supports | implements | after) == 0 && !any(texts)) return 0;
  const std::uint32_t at = pool.size();
  Batch words(pool, writer);
  const std::uint32_t texts_bit = any(texts) ? with_texts : 0;
  if (std::max({leads, supports, implements, after}) <= most) {
    words.add(leads | supports << 6 | implements << 12 | after << 18 | texts_bit);
  } else {
    words.add(wide | texts_bit);
    words.add(leads | supports << 16);
    words.add(implements | after << 16);
  }
  if (texts_bit != 0)
    for (const TextRef text : {texts.key, texts.name, texts.path}) words.add(text);
  for (const UnitId u : t.leads) words.add(u.value());
  for (const UnitId u : t.supports) words.add(u.value());
  for (const TaskId u : t.implements) words.add(u.value());
  for (const Predecessor& p : t.after) {
    words.add(p.task.value());
    words.add(static_cast<std::uint32_t>(p.lag));
    words.add(static_cast<std::uint32_t>(p.link) | static_cast<std::uint32_t>(p.unit) << 8);
    words.add(p.calendar.value());
  }
  words.flush();
  return at;
}

bool TaskRecord::says(const TaskTexts& texts, const TaskSpec& t) const {
  const TaskTexts here = this->texts();
  if (here.key != texts.key || here.name != texts.name || here.path != texts.path) return false;
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
