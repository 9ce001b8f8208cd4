// SPDX-License-Identifier: BSL-1.0
// Random edits of plans with much wrong in them: findings that are brought along from version to version
// are, to the letter and in order, those of an audit of everything.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/random_papers.hpp"

using namespace kehoach;
using support::RandomPapers;

namespace {

std::string words(const Finding& f) {
  std::string all = std::string(name(f.code)) + " " + name(f.severity) + " ";
  const auto item = [&](Item i) {
    all += std::to_string(static_cast<int>(i.kind)) + ":" + std::to_string(i.id) + " ";
  };
  item(f.item);
  for (Item other : f.others) item(other);
  item(f.document);
  all += std::to_string(f.date == no_date ? 0 : day_number(f.date));
  return all + f.path + "|" + f.message.vi + "|" + f.message.en + "|" + f.source;
}

std::vector<std::string> words(const FindingList& list) {
  std::vector<std::string> all;
  for (const Finding& f : list) all.push_back(words(f));
  REQUIRE(all.size() == list.size());
  return all;
}

void same(const std::vector<std::string>& kept, const std::vector<std::string>& anew) {
  for (std::size_t i = 0; i < kept.size() && i < anew.size(); ++i) REQUIRE(kept[i] == anew[i]);
  REQUIRE(kept.size() == anew.size());
}

/// The engine keeps no answers of a day with another `known_at`, so it audits everything.
const Date all_known = support::d("2090-01-01");

class Run {
 public:
  explicit Run(std::uint64_t seed) : papers_(seed) {}

  bool begin() {
    if (!papers_.fill(engine_)) return false;
    follow(papers_.day());
    return true;
  }
  void step() {
    const int what = papers_.below(100);
    if (what < 72) {
      edit(engine_);
    } else if (what < 80) {
      follow(as_of_ + Days{papers_.below(papers_.percent(80) ? 5 : 120)});
    } else if (what < 82) {
      follow(papers_.day());
    } else if (what < 86) {
      (void)engine_.undo();
    } else if (what < 90) {
      kept_.push_back(engine_.snapshot());
    } else if (what < 93 && !kept_.empty()) {
      engine_.restore(old()).value();
    } else {
      elsewhere();
    }
    if (papers_.percent(50)) compare(engine_.snapshot());
    if (papers_.percent(5) && !kept_.empty()) compare(old());
  }

  int compared = 0, rebuilt = 0;
  std::uint64_t visited = 0, items = 0;

 private:
  void edit(Engine& engine) {
    const Snapshot now = engine.snapshot();
    Edit edit = engine.edit();
    for (int n = 1 + papers_.below(2); n > 0; --n) papers_.change_one(edit, now);
    (void)edit.commit();  // some are refused
  }
  void follow(Date day) {
    as_of_ = day;
    engine_.follow(day).value();
  }
  /// In a branch, with the engine going on or waiting to take it over.
  void elsewhere() {
    Engine branch = engine_.branch();
    edit(branch);
    compare(branch.snapshot());
    if (papers_.percent(50)) {
      edit(engine_);
      compare(engine_.snapshot());
    } else {
      engine_.adopt(branch).value();
    }
  }
  const Snapshot& old() {
    return kept_[static_cast<std::size_t>(papers_.below(static_cast<int>(kept_.size())))];
  }
  /// An old snapshot may have followed another day; then this audits it twice.
  void compare(const Snapshot& plans) {
    const Evaluation e = plans.evaluate(as_of_).value();
    const Evaluation anew = plans.evaluate(as_of_, all_known).value();
    REQUIRE(anew.audit_work().rebuilt);
    same(words(e.findings()), words(anew.findings()));
    ++compared;
    rebuilt += e.audit_work().rebuilt;
    if (e.audit_work().rebuilt) return;
    visited += e.audit_work().visited;
    items += anew.audit_work().visited;
  }

  RandomPapers papers_;
  Engine engine_;
  Date as_of_ = no_date;
  std::vector<Snapshot> kept_;
};

void run(std::uint64_t first, std::uint64_t last, int steps) {
  int compared = 0, rebuilt = 0;
  std::uint64_t visited = 0, items = 0;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    Run run(seed);
    if (!run.begin()) continue;
    for (int i = 0; i < steps; ++i) {
      INFO("seed " << seed << ", step " << i);
      run.step();
    }
    compared += run.compared, rebuilt += run.rebuilt;
    visited += run.visited, items += run.items;
  }
  UNSCOPED_INFO(compared << " compared, " << rebuilt << " anew, " << visited << " of " << items
                         << " looked at");
  CHECK(compared > 0);
  CHECK(rebuilt < compared / 2);
  CHECK(visited < items / 2);  // although all of these plans is near to everything else in them
}

}  // namespace

TEST_CASE("findings brought along from version to version are those of an audit of everything") {
  run(1, 40, 60);
}

TEST_CASE("after tens of thousands of edits findings are those of an audit of everything",
          "[.slow]") {
  run(1000, 1150, 300);
}
