// SPDX-License-Identifier: BSL-1.0
#include "model/observation_record.hpp"

namespace kehoach::detail {
namespace {

std::uint32_t word(Date day) {
  return static_cast<std::uint32_t>(day_number(day));
}
Date day(std::uint32_t word) {
  return from_day_number(static_cast<std::int32_t>(word));
}

void add(WordPool& words, std::int64_t number, Writer writer) {
  const auto bits = static_cast<std::uint64_t>(number);
  words.push_back(static_cast<std::uint32_t>(bits), writer);
  words.push_back(static_cast<std::uint32_t>(bits >> 32), writer);
}
std::int64_t number_at(const WordPool& words, std::uint32_t at) {
  return static_cast<std::int64_t>(std::uint64_t{words[at + 1]} << 32 | words[at]);
}

bool fits(const ObservationSpec& o, TextRef key, TextRef note) {
  const std::int64_t value = o.value.coefficient();
  return (key | note) == 0 && o.recorded == no_date && o.period == no_date &&
         o.extended_to == no_date && !o.has_denominator && o.denominator == Quantity() &&
         value == static_cast<std::int32_t>(value);
}

}  // namespace

ObservationRow unpacked_with_record(const ObservationCell& cell, const WordPool& words) {
  ObservationCell plain = cell;
  plain.scale = 0;
  ObservationRow row = unpacked(plain, words);
  std::uint32_t at = cell.value;
  row.key = words[at++];
  row.note = words[at++];
  row.recorded = day(words[at++]);
  row.period = day(words[at++]);
  row.extended_to = day(words[at++]);
  const std::uint32_t scales = words[at++];
  row.has_denominator = (scales & 1) != 0;
  row.value = quantity(number_at(words, at), static_cast<int>(scales >> 1 & 0xFF));
  row.denominator = quantity(number_at(words, at + 2), static_cast<int>(scales >> 9));
  return row;
}

ObservationCell packed(const ObservationSpec& o, TextRef key, TextRef note, WordPool& words,
                       Writer writer) {
  ObservationCell cell;
  cell.what = o.what;
  cell.state = RowState::present;
  cell.kind = o.subject.kind;
  cell.subject = o.subject.id;
  cell.unit = o.unit.value();
  cell.date = o.date;
  if (fits(o, key, note)) {
    cell.value = static_cast<std::uint32_t>(o.value.coefficient());
    cell.scale = static_cast<std::int8_t>(o.value.scale());
    return cell;
  }
  cell.value = words.size();
  cell.scale = ObservationCell::recorded;
  const std::uint32_t scales = static_cast<std::uint32_t>(o.denominator.scale()) << 9 |
                               static_cast<std::uint32_t>(o.value.scale()) << 1 |
                               (o.has_denominator ? 1u : 0u);
  for (const std::uint32_t w :
       {key, note, word(o.recorded), word(o.period), word(o.extended_to), scales})
    words.push_back(w, writer);
  add(words, o.value.coefficient(), writer);
  add(words, o.denominator.coefficient(), writer);
  return cell;
}

}  // namespace kehoach::detail
