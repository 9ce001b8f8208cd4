// SPDX-License-Identifier: BSL-1.0
// A host in C++17 that knows the installed library and nothing else of this project.
#include <iostream>

#include <kehoach/exchange.hpp>
#include <kehoach/phrase.hpp>

using namespace kehoach;

/// A task that is due on a Sunday, so on the Monday after it.
static Date due_day() {
  Engine engine;
  Edit edit = engine.edit();
  UnitSpec office;
  office.key = "so-y-te";
  office.names = {{no_date, "Sở Y tế"}};
  DocumentSpec plan;
  plan.key = "168";
  plan.issuer = edit.add(office);
  TaskSpec task;
  task.key = "168/1";
  task.document = edit.add(plan);
  task.leads = {plan.issuer};
  task.deadline.kind = DeadlineKind::by_date;
  task.deadline.last = day(2026, 5, 31).value();
  const TaskId id = edit.add(task);
  edit.commit().value();
  const Engine again = read_json(write_json(engine.snapshot())).value();  // needs simdjson
  return again.snapshot().deadline(id).value().due();
}

int main() try {
  const Date due = due_day();
  std::cout << "C++: due " << to_string(due) << '\n';
  return due == day(2026, 6, 1).value() ? 0 : 1;
} catch (const Exception& error) {
  return std::cerr << error.what() << '\n', 1;
}
