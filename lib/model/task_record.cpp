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

/// Does entry(i) give the ids of the list, one by one?
template <class Ids, class Entry>
bool same_ids(const Ids& ids, std::uint32_t size, Entry&& entry) {
  if (ids.size() != size) return false;
  for (std::uint32_t i = 0; i < size; ++i)
    if (ids[i] != entry(i)) return false;
  return true;
}

}  // namespace

std::uint32_t TaskRecord::add(WordPool& words, const TaskTexts& texts, const TaskSpec& t,
                              Writer writer) {
  const std::uint32_t leads = count(t.leads.size()), supports = count(t.supports.size()),
                      implements = count(t.implements.size()), after = count(t.after.size());
  if ((leads | supports | implements | after) == 0 && !any(texts)) return 0;
  const std::uint32_t at = words.size();
  const auto word = [&](std::uint32_t w) { words.push_back(w, writer); };
  const std::uint32_t texts_bit = any(texts) ? with_texts : 0;
  if (std::max({leads, supports, implements, after}) <= most) {
    word(leads | supports << 6 | implements << 12 | after << 18 | texts_bit);
  } else {
    word(wide | texts_bit);
    word(leads | supports << 16);
    word(implements | after << 16);
  }
  if (texts_bit != 0)
    for (const TextRef text : {texts.key, texts.name, texts.path}) word(text);
  for (const UnitId u : t.leads) word(u.value());
  for (const UnitId u : t.supports) word(u.value());
  for (const TaskId u : t.implements) word(u.value());
  for (const Predecessor& p : t.after) {
    word(p.task.value());
    word(static_cast<std::uint32_t>(p.lag));
    word(static_cast<std::uint32_t>(p.link) | static_cast<std::uint32_t>(p.unit) << 8);
    word(p.calendar.value());
  }
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
