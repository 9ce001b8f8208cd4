// SPDX-License-Identifier: BSL-1.0
// Writes a national cascade for those that are not written in C++: 32-bit numbers, lowest byte first.
//
//     tasks, calendars, first day, days, reports
//     ten columns of the tasks (`columns` below); -1: no such task or report
//     of each calendar: working days before each day and before the end; its working days, then zeros
//     the reports: tasks, then percents
#include <cstdlib>
#include <fstream>
#include <vector>

#include "work.hpp"

namespace {

using namespace kehoach::bench;

constexpr std::int32_t first_day = flat_start - 366, last_day = flat_end;

class File {
 public:
  explicit File(const char* path) : out_(path, std::ios::binary) {}
  void number(std::int64_t value) {
    const auto bits = static_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8) out_.put(static_cast<char>(bits >> shift & 255));
  }
  template <class Column>
  void column(const Column& values) {
    for (const auto value : values) number(static_cast<std::int32_t>(value));
  }
  bool close() { return out_.flush().good(); }

 private:
  std::ofstream out_;
};

void columns(File& file, const NationalCascade& plan, const FlatCalendarPlan& given) {
  file.column(given.calendar);
  file.column(given.start);
  file.column(given.due);  // `flat_unlimited`: none
  file.column(given.duration);
  file.column(plan.before);
  file.column(plan.lag);
  file.column(plan.upper);
  file.column(plan.upper2);
  file.column(plan.weight);
  file.column(work_progress(plan));
}

void calendar(File& file, std::uint32_t number) {
  const auto calendar = kehoach::Calendar::make(NationalSpecs::calendar(number)).value();
  std::vector<std::int32_t> before, working;
  for (std::int32_t day = first_day; day <= last_day; ++day) {
    before.push_back(static_cast<std::int32_t>(working.size()));
    if (*calendar.is_working_day(kehoach::from_day_number(day))) working.push_back(day);
  }
  before.push_back(static_cast<std::int32_t>(working.size()));
  working.resize(before.size());
  file.column(before);
  file.column(working);
}

}  // namespace

int main(int, char** argv) {
  const NationalCascade plan = national_cascade(std::strtoul(argv[1], nullptr, 10));
  const std::vector<WorkReport> reports = work_reports(plan);
  const FlatCalendarPlan given = flat_calendar_plan(plan);
  File file(argv[2]);
  for (const std::size_t value : {plan.size(), given.calendars.size(), std::size_t{first_day},
                                  std::size_t{last_day - first_day + 1}, reports.size()})
    file.number(static_cast<std::int64_t>(value));
  columns(file, plan, given);
  for (std::uint32_t i = 0; i < given.calendars.size(); ++i) calendar(file, i);
  for (const WorkReport& said : reports) file.number(said.task);
  for (const WorkReport& said : reports) file.number(said.percent);
  return file.close() ? 0 : 1;
}
