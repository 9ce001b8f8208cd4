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

}  // namespace

ObservationRow unpacked_with_record(const ObservationCell& cell, const WordPool& words) {
  ObservationCell plain = cell;
  plain.record = 0;
  ObservationRow row = unpacked(plain, words);
  std::uint32_t at = cell.record;
  row.key = words[at++];
  row.note = words[at++];
  row.recorded = day(words[at++]);
  row.period = day(words[at++]);
  row.extended_to = day(words[at++]);
  const std::uint32_t denominator = words[at++];
  const std::uint64_t low = words[at++], high = words[at++];
  row.has_denominator = (denominator & 1) != 0;
  row.denominator =
      quantity(static_cast<std::int64_t>(high << 32 | low), static_cast<int>(denominator >> 1));
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
  cell.coefficient = o.value.coefficient();
  cell.scale = static_cast<std::int8_t>(o.value.scale());
  if ((key | note) == 0 && o.recorded == no_date && o.period == no_date &&
      o.extended_to == no_date && !o.has_denominator && o.denominator == Quantity())
    return cell;
  cell.record = words.size();
  const auto bits = static_cast<std::uint64_t>(o.denominator.coefficient());
  const std::uint32_t scale = static_cast<std::uint32_t>(o.denominator.scale());
  for (const std::uint32_t w :
       {key, note, word(o.recorded), word(o.period), word(o.extended_to),
        scale << 1 | (o.has_denominator ? 1u : 0u), static_cast<std::uint32_t>(bits),
        static_cast<std::uint32_t>(bits >> 32)})
    words.push_back(w, writer);
  return cell;
}

}  // namespace kehoach::detail
