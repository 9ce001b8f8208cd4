// SPDX-License-Identifier: BSL-1.0
// The main job in C++: load a plan and what was reported, name a day, ask.
//
//     example_main_job PLAN.json OBSERVATIONS.json
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <kehoach/exchange.hpp>

using namespace kehoach;

static std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

static void print_due(const Snapshot& plans, const std::vector<DueItem>& items) {
  if (items.empty()) std::cout << "  không có\n";
  for (const DueItem& due : items)
    std::cout << "  " << to_vietnamese(due.due) << "  " << plans.label(due.item).value() << ", "
              << describe(due.status).vi << '\n';
}

static void show(const Snapshot& plans, Date today) {
  const Evaluation answers = plans.evaluate(today).value();
  const Date end = vietnam_public_sector().add_working_days(today, 30).value();

  std::cout << "Quá hạn ngày " << to_vietnamese(today) << ":\n";
  print_due(plans, answers.overdue().value());
  std::cout << "Đến hạn từ nay đến hết ngày " << to_vietnamese(end) << ":\n";
  print_due(plans, answers.due(today, end).value());

  const Rollup all = answers.rollup({}).value();
  std::cout << "Nhiệm vụ: " << all.total() << ", xong " << all.done() << ", quá hạn "
            << all.counts[static_cast<int>(Status::open_overdue)] << '\n';

  for (std::uint32_t id = 1; id <= plans.count(ItemKind::target); ++id) {
    const Verdict verdict = answers.verdict(TargetId(id)).value();
    std::cout << "Chỉ tiêu " << plans.spec(TargetId(id)).value().path << ": "
              << describe(verdict.compliance).vi;
    if (verdict.actual) std::cout << ", thực tế " << verdict.actual->to_vietnamese();
    std::cout << '\n';
  }

  const auto report = plans.find(ItemKind::report, "217/KH-BV/6-thang").value();
  std::cout << "Vì sao báo cáo 6 tháng có hạn như vậy:\n";
  for (const Reason& reason : answers.explain({report, Aspect::deadline}).value())
    std::cout << std::string(2u * reason.depth + 2u, ' ') << reason.text.vi << '\n';
}

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "example_main_job PLAN.json OBSERVATIONS.json\n", 2;
  try {
    Engine engine = read_json(read_file(argv[1])).value();
    add_json(engine, read_file(argv[2])).value();
    show(engine.snapshot(), day(2026, 5, 18).value());
  } catch (const Exception& error) {
    return std::cerr << error.what() << '\n', 2;
  }
}
