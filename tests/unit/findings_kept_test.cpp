// SPDX-License-Identifier: BSL-1.0
// Findings of the day that an engine follows: what asking again costs, what it keeps, and lists that are
// long enough to be kept in many parts.
#include <catch2/catch.hpp>

#include <algorithm>
#include <memory_resource>
#include <random>
#include <string>
#include <vector>

#include <kehoach/engine.hpp>

#include "support/plans.hpp"

using namespace kehoach;
using support::by;
using support::d;
using support::Plans;

namespace {

const Date today = d("2025-03-03");
/// With everything known by then; the engine keeps no answers of it, so everything is audited.
const Date all_known = d("2090-01-01");

/// Upper tasks, each implemented by three lower ones, due on a day off where `odd` says so.
struct Many : Plans {
  std::vector<TaskId> lower;

  explicit Many(int uppers) {
    Edit edit = engine.edit();
    for (int i = 0; i < uppers; ++i) {
      const TaskId above = edit.add(task("u" + std::to_string(i), true));
      for (int k = 0; k < 3; ++k) {
        TaskSpec t = plain(lower.size());
        t.implements = {above};
        lower.push_back(edit.add(t));
      }
    }
    edit.commit().value();
    engine.follow(today).value();
  }
  TaskSpec plain(std::size_t i) const {
    TaskSpec t = task("l" + std::to_string(i));
    t.deadline = by("2025-06-30");
    return t;
  }
  /// Sunday or Monday.
  void set_odd(Edit& edit, std::size_t i, bool odd) {
    TaskSpec t = engine.snapshot().spec(lower[i]).value();
    t.deadline = by(odd ? "2025-06-29" : "2025-06-30");
    edit.change(lower[i], t);
  }
  Evaluation now() const { return engine.snapshot().evaluate(today).value(); }
  Evaluation anew() const { return engine.snapshot().evaluate(today, all_known).value(); }
  template <class Change>
  Evaluation after(Change change) {
    Edit edit = engine.edit();
    change(edit);
    edit.commit().value();
    return now();
  }
};

bool same(const Finding& a, const Finding& b) {
  return a.code == b.code && a.severity == b.severity && a.item == b.item && a.others == b.others &&
         a.date == b.date && a.message.vi == b.message.vi && a.message.en == b.message.en &&
         a.path == b.path && a.document == b.document && a.source == b.source;
}
bool same(const FindingList& a, const FindingList& b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](const Finding& x, const Finding& y) { return same(x, y); });
}

ObservationSpec progress(TaskId task, int percent) {
  ObservationSpec o;
  o.subject = task;
  o.what = Observed::progress;
  o.date = today;
  o.value = percent;
  return o;
}

}  // namespace

TEST_CASE("an edit that has nothing to do with the others has a handful of items audited") {
  Many plans(500);
  CHECK(plans.now().audit_work().rebuilt);
  CHECK(plans.now().audit_work().visited == 0);  // the same version again

  const Evaluation reported = plans.after([&](Edit& e) { e.add(progress(plans.lower[700], 40)); });
  CHECK_FALSE(reported.audit_work().rebuilt);
  CHECK(reported.audit_work().visited > 0);
  CHECK(reported.audit_work().visited <= 4);  // it and what stands above it
  CHECK(reported.audit_work().changed == 0);

  const Evaluation odd = plans.after([&](Edit& e) { plans.set_odd(e, 30, true); });
  CHECK_FALSE(odd.audit_work().rebuilt);
  CHECK(odd.audit_work().visited <= 6);
  CHECK(odd.audit_work().changed == 1);  // a finding came
  CHECK(odd.findings().size() == reported.findings().size() + 1);

  const Evaluation even = plans.after([&](Edit& e) { plans.set_odd(e, 30, false); });
  CHECK(even.audit_work().visited <= 6);
  CHECK(even.audit_work().changed == 1);  // and went
  CHECK(same(even.findings(), reported.findings()));
  CHECK(same(even.findings(), plans.anew().findings()));
}

TEST_CASE("a version in which nothing is found otherwise has the list of the one before") {
  Many plans(50);
  const FindingList first = plans.now().findings();
  REQUIRE_FALSE(first.empty());
  const Evaluation e = plans.after([&](Edit& edit) { edit.add(progress(plans.lower[7], 40)); });
  CHECK(e.findings().parts() == first.parts());
}

TEST_CASE("a later day has what turns audited again") {
  Many plans(500);
  plans.after([&](Edit& edit) {
    TaskSpec t = plans.plain(3);
    t.implements = plans.engine.snapshot().spec(plans.lower[3]).value().implements;
    t.deadline = by("2025-03-10");
    edit.change(plans.lower[3], t);
  });
  CHECK(plans.now().findings().size() > 0);
  plans.engine.follow(d("2025-03-11")).value();
  const Evaluation e = plans.engine.snapshot().evaluate(d("2025-03-11")).value();
  CHECK(e.audit_work().visited <= 4);
  CHECK_FALSE(e.audit_work().rebuilt);
}

TEST_CASE("offices, calendars and settings have everything audited again, and so has another day") {
  Many plans(50);
  (void)plans.now().findings();
  const auto rebuilt = [&](auto change) { return plans.after(change).audit_work().rebuilt; };
  CHECK(rebuilt([&](Edit& edit) {
    UnitSpec office = plans.engine.snapshot().spec(plans.hospital).value();
    office.names[0].value = "Bệnh viện khác";
    edit.change(plans.hospital, office);
  }));
  CHECK(rebuilt([&](Edit& edit) {
    Settings settings;
    settings.audit.findings = {{FindingCode::due_on_day_off, std::nullopt}};
    edit.set(settings);
  }));
  CHECK_FALSE(rebuilt([&](Edit& edit) { edit.add(progress(plans.lower[7], 40)); }));
  CHECK(plans.engine.snapshot().evaluate(d("2025-03-04")).value().audit_work().rebuilt);
  plans.engine.unfollow();
  plans.engine.follow(today).value();
  CHECK(plans.now().audit_work().rebuilt);  // what was found went with the day
}

TEST_CASE("a figure of one indicator has the targets weighted by it audited again") {
  Plans plans;
  Edit edit = plans.engine.edit();
  const UnitId second = edit.add(support::office("bv2", Level::hospital, plans.ministry));
  IndicatorSpec people;
  people.key = people.name = "Dân số";
  const IndicatorId weight = edit.add(people);
  IndicatorSpec share;
  share.key = share.name = "Tỷ lệ tiêm chủng";
  share.aggregation = Aggregation::weighted_mean;
  share.weight = weight;
  const IndicatorId indicator = edit.add(share);
  const auto target = [&](UnitId unit, int least) {
    TargetSpec t;
    t.indicator = indicator;
    t.unit = unit;
    t.comparator = Comparator::greater_or_equal;
    t.milestones = {{d("2025-12-31"), least, 0}};
    return edit.add(t);
  };
  target(plans.ministry, 90);
  target(plans.hospital, 95);
  target(second, 80);
  edit.commit().value();
  plans.engine.follow(today).value();
  const auto say = [&](UnitId unit, int figure) {
    ObservationSpec o;
    o.subject = weight;
    o.what = Observed::value;
    o.unit = unit;
    o.date = d("2025-02-28");
    o.value = figure;
    Edit next = plans.engine.edit();
    next.add(o);
    next.commit().value();
    const Evaluation kept = plans.engine.snapshot().evaluate(today).value();
    const Evaluation anew = plans.engine.snapshot().evaluate(today, all_known).value();
    CHECK(same(kept.findings(), anew.findings()));
    return std::count_if(anew.findings().begin(), anew.findings().end(), [](const Finding& f) {
      return f.code == FindingCode::target_not_implied;
    });
  };
  say(plans.hospital, 100);
  const auto few = say(second, 10);  // mostly the better one counts
  const auto many = say(second, 1000);
  CHECK(few == 0);
  CHECK(many == 1);
}

TEST_CASE("a long list after many edits is that of an audit of everything") {
  Many plans(4000);
  std::mt19937 random(1);
  std::vector<bool> odd(plans.lower.size(), false);
  for (int round = 0; round < 40; ++round) {
    INFO("round " << round);
    const std::size_t first = random() % plans.lower.size();
    const std::size_t count = round % 3 == 0 ? 1 + random() % 4 : 1 + random() % 900;
    const bool scattered = random() % 2 == 0, value = random() % 3 != 0;
    const Evaluation e = plans.after([&](Edit& edit) {
      for (std::size_t k = 0; k < count; ++k) {
        const std::size_t i = (scattered ? first + k * 13 : first + k) % plans.lower.size();
        if (odd[i] == value) continue;
        plans.set_odd(edit, i, value);
        odd[i] = value;
      }
    });
    CHECK_FALSE((round > 0 && e.audit_work().rebuilt));
    const FindingList& kept = e.findings();
    REQUIRE(same(kept, plans.anew().findings()));
    // From the front, from the back and by place it is one list.
    for (std::size_t i = 0; i < kept.size(); i += 97) {
      REQUIRE(&kept[i] == &*(kept.begin() + static_cast<std::ptrdiff_t>(i)));
      const auto left = static_cast<std::ptrdiff_t>(kept.size() - i);
      REQUIRE(&kept[i] == &*(kept.end() - left));
    }
    auto last = kept.end();
    CHECK(&*--last == &kept.back());
  }
  CHECK(plans.now().findings().size() > 1000);
}

TEST_CASE("a version keeps no earlier one through its findings") {
  class Counted final : public std::pmr::memory_resource {
   public:
    long long bytes = 0;

   private:
    void* do_allocate(std::size_t size, std::size_t alignment) override {
      bytes += static_cast<long long>(size);
      return std::pmr::new_delete_resource()->allocate(size, alignment);
    }
    void do_deallocate(void* block, std::size_t size, std::size_t alignment) override {
      bytes -= static_cast<long long>(size);
      std::pmr::new_delete_resource()->deallocate(block, size, alignment);
    }
    bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
      return this == &other;
    }
  } memory;
  Engine engine(&memory);
  Edit first = engine.edit();
  DocumentSpec doc;
  doc.symbol = "01/KH-BYT";
  const DocumentId document = first.add(doc);
  TaskSpec task;
  task.document = document;
  std::vector<TaskId> tasks;
  for (int i = 0; i < 3000; ++i) tasks.push_back(first.add(task));
  first.commit().value();
  engine.follow(today).value();
  const auto go_on = [&](int commits, bool ask) {
    for (int i = 0; i < commits; ++i) {
      Edit edit = engine.edit();
      task.duration = 1 + i % 7;
      edit.change(tasks[static_cast<std::size_t>(i * 131) % tasks.size()], task);
      edit.commit().value();
      if (ask) (void)engine.snapshot().evaluate(today).value().findings();
    }
  };
  go_on(2, true);
  const long long few = memory.bytes;
  go_on(300, true);
  const long long many = memory.bytes;
  CHECK(many < few + few / 2);  // 300 versions with a page each would be several times as much
  go_on(300, false);
  const long long with_old = memory.bytes;  // that of the version last asked
  engine.unfollow();
  CHECK(memory.bytes < with_old);
}

TEST_CASE("a figure or a target has only what may add up with it audited again") {
  Plans plans;
  Edit edit = plans.engine.edit();
  std::vector<IndicatorId> indicators;
  std::vector<TargetId> lower;
  for (int i = 0; i < 50; ++i) {
    IndicatorSpec indicator;
    indicator.key = indicator.name = "i" + std::to_string(i);
    indicators.push_back(edit.add(indicator));
    for (const UnitId unit : {plans.ministry, plans.hospital}) {
      TargetSpec t;
      t.indicator = indicators.back();
      t.unit = unit;
      t.comparator = Comparator::greater_or_equal;
      t.milestones = {{d("2025-12-31"), 90, 0}};
      lower.push_back(edit.add(t));
    }
  }
  edit.commit().value();
  plans.engine.follow(today).value();
  const Evaluation first = plans.engine.snapshot().evaluate(today).value();
  CHECK(first.findings().empty());
  ObservationSpec figure;
  figure.subject = indicators[7];
  figure.what = Observed::value;
  figure.unit = plans.hospital;
  figure.date = d("2025-02-28");
  figure.value = 91;
  Edit report = plans.engine.edit();
  report.add(figure);
  report.commit().value();
  CHECK(plans.engine.snapshot().evaluate(today).value().audit_work().visited == 2);
  TargetSpec less = plans.engine.snapshot().spec(lower[15]).value();
  less.milestones = {{d("2025-12-31"), 80, 0}};
  Edit change = plans.engine.edit();
  change.change(lower[15], less);
  change.commit().value();
  const Evaluation now = plans.engine.snapshot().evaluate(today).value();
  CHECK(now.audit_work().visited <= 4);
  REQUIRE(now.findings().size() == 1);
  CHECK(now.findings()[0].code == FindingCode::target_lowered);
  CHECK(now.findings()[0].item == Item(lower[15]));
}
