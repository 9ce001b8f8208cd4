// SPDX-License-Identifier: BSL-1.0
#include "records.hpp"

#include "module.hpp"

namespace kehoach::python {
namespace {

std::string shown(py::handle value) {
  const bool date = py::hasattr(value, "isoformat");
  const bool text = py::isinstance<py::str>(value);
  return (date || !(text || py::hasattr(value, "_fields") || py::isinstance<Item>(value) ||
                    py::isinstance<py::sequence>(value))
              ? py::str(value)
              : py::repr(value))
      .cast<std::string>();
}

void bind_text(py::module_& module) {
  py::class_<Text>(module, "Text", "A sentence in both languages; str() is the Vietnamese one.")
      .def_readonly("vi", &Text::vi)
      .def_readonly("en", &Text::en)
      .def("in_", &Text::in, py::arg("language"), "The sentence in 'vi' or 'en'.")
      .def("__str__", [](const Text& self) { return self.vi; })
      .def("__repr__", [](const Text& self) { return py::repr(py::str(self.vi)); });
}

void bind_deadlines(py::module_& module) {
  Record<DeadlineStep>(module, "DeadlineStep", "One step of a derivation and the day it gave.")
      .field("rule", &DeadlineStep::rule)
      .field("date", &DeadlineStep::date)
      .field("source", &DeadlineStep::source)
      .field("text", &DeadlineStep::text)
      .done();
  Record<Deadline>(module, "Deadline", "A deadline with the chain of rules that gave it.")
      .field("kind", &Deadline::kind)
      .computed("due", &Deadline::due)
      .field("first", &Deadline::first)
      .field("written", &Deadline::written)
      .field("last_valid", &Deadline::last_valid)
      .field("rolled", &Deadline::rolled)
      .field("suggested", &Deadline::suggested)
      .field("steps", &Deadline::steps)
      .done();
  Record<Instance>(module, "Instance", "One period of what recurs.")
      .field("year", &Instance::year)
      .field("number", &Instance::number)
      .field("period_first", &Instance::period_first)
      .field("period_last", &Instance::period_last)
      .field("data_first", &Instance::data_first)
      .field("data_last", &Instance::data_last)
      .field("written", &Instance::written)
      .field("last_valid", &Instance::last_valid)
      .field("rolled", &Instance::rolled)
      .field("impossible", &Instance::impossible)
      .field("clamped", &Instance::clamped)
      .done();
}

void bind_commits(py::module_& module) {
  Record<Change>(module, "Change",
                 "One answer that a commit changed, as a number: dates as days since 1970-01-01.")
      .field("item", &Change::item)
      .field("field", &Change::field)
      .field("before", &Change::before)
      .field("after", &Change::after)
      .field("cause", &Change::cause)
      .done();
  Record<AuditWork>(module, "AuditWork",
                    "Items looked at, and findings that went or came; rebuilt: all were looked at.")
      .field("rebuilt", &AuditWork::rebuilt)
      .field("visited", &AuditWork::visited)
      .field("changed", &AuditWork::changed)
      .done();
  Record<PassWork>(module, "PassWork",
                   "How much one pass looked at; in how much the answer changed.")
      .field("visited", &PassWork::visited)
      .field("changed", &PassWork::changed)
      .done();
  Record<Work>(module, "Work",
               "What a commit cost, in tasks; `sums` in sums, `verdicts` in targets.")
      .field("rebuilt", &Work::rebuilt)
      .field("order", &Work::order)
      .field("inputs", &Work::inputs)
      .field("forward", &Work::forward)
      .field("backward", &Work::backward)
      .field("status", &Work::status)
      .field("sums", &Work::sums)
      .field("verdicts", &Work::verdicts)
      .done();
  Record<Turn>(module, "Turn", "A status that becomes another on a day by itself.")
      .computed("task", [](const Turn& turn) { return Item(turn.task); })
      .field("on", &Turn::on)
      .field("before", &Turn::before)
      .field("after", &Turn::after)
      .done();
  Record<Commit>(module, "Commit", "What a commit did.")
      .field("revision", &Commit::revision)
      .field("changes", &Commit::changes)
      .field("work", &Commit::work)
      .done();
}

void bind_tasks(py::module_& module) {
  Record<Schedule>(module, "Schedule", "When a task can and must be done; slack in working days.")
      .field("earliest_start", &Schedule::earliest_start)
      .field("earliest_finish", &Schedule::earliest_finish)
      .field("latest_start", &Schedule::latest_start)
      .field("latest_finish", &Schedule::latest_finish)
      .field("total_slack", &Schedule::total_slack)
      .field("free_slack", &Schedule::free_slack)
      .field("early_binding", &Schedule::early_binding)
      .field("late_binding", &Schedule::late_binding)
      .done();
  Record<TaskState>(module, "TaskState", "How a task stands on the day asked about.")
      .field("status", &TaskState::status)
      .field("due", &TaskState::due)
      .field("done_on", &TaskState::done_on)
      .field("next_change_at", &TaskState::next_change_at)
      .field("reported", &TaskState::reported)
      .field("derived", &TaskState::derived)
      .done();
  Record<DueItem>(module, "DueItem", "One thing that falls due: a task, or one period of a report.")
      .field("item", &DueItem::item)
      .field("due", &DueItem::due)
      .field("status", &DueItem::status)
      .field("working_days_left", &DueItem::working_days_left)
      .computed("unit", [](const DueItem& d) { return Item(d.unit); })
      .field("written", &DueItem::written)
      .field("last_valid", &DueItem::last_valid)
      .field("instance", &DueItem::instance)
      .field("expected", &DueItem::expected)
      .field("received", &DueItem::received)
      .done();
}

void bind_verdicts(py::module_& module) {
  Record<Milestone>(module, "Milestone", "A bound and the day by which it must hold.")
      .field("by", &Milestone::by)
      .field("bound", &Milestone::bound)
      .field("upper", &Milestone::upper)
      .done();
  Record<Verdict>(module, "Verdict", "Is a target met, with the figures that decide.")
      .field("compliance", &Verdict::compliance)
      .field("actual", &Verdict::actual)
      .field("actual_date", &Verdict::actual_date)
      .field("bound", &Verdict::bound)
      .field("upper", &Verdict::upper)
      .field("expected", &Verdict::expected)
      .field("gap", &Verdict::gap)
      .field("milestone", &Verdict::milestone)
      .field("expected_units", &Verdict::expected_units)
      .field("reported_units", &Verdict::reported_units)
      .field("margin", &Verdict::margin)
      .field("baseline", &Verdict::baseline)
      .field("start", &Verdict::start)
      .field("start_date", &Verdict::start_date)
      .field("days_left", &Verdict::days_left)
      .field("pace_needed", &Verdict::pace_needed)
      .field("pace_so_far", &Verdict::pace_so_far)
      .field("least", &Verdict::least)
      .field("most", &Verdict::most)
      .field("decided", &Verdict::decided)
      .field("otherwise", &Verdict::otherwise)
      .field("breaches", &Verdict::breaches)
      .field("checked", &Verdict::checked)
      .field("aspirational", &Verdict::aspirational)
      .computed(
          "missing",
          [](const Verdict& v) { return std::vector<Item>(v.missing.begin(), v.missing.end()); })
      .done();
}

void bind_why(py::module_& module) {
  Record<Finding>(module, "Finding", "One thing wrong or suspicious in the plans themselves.")
      .computed("code", [](const Finding& f) { return std::string(name(f.code)); })
      .field("severity", &Finding::severity)
      .field("item", &Finding::item)
      .field("others", &Finding::others)
      .computed("document", [](const Finding& f) { return Item(f.document); })
      .field("path", &Finding::path)
      .field("date", &Finding::date)
      .field("message", &Finding::message)
      .field("source", &Finding::source)
      .done();
  Record<FindingInfo>(module, "FindingInfo", "One line of the table of codes.")
      .computed("number", [](const FindingInfo& i) { return static_cast<int>(i.code); })
      .computed("code", [](const FindingInfo& i) { return i.name; })
      .field("severity", &FindingInfo::severity)
      .computed("meaning",
                [](const FindingInfo& i) {
                  return Text{i.vi, i.en};
                })
      .computed("source", [](const FindingInfo& i) { return i.source; })
      .done();
  Record<Burden>(module, "Burden", "How much reporting is asked of one office in one month.")
      .computed("unit", [](const Burden& b) { return Item(b.unit); })
      .field("month", &Burden::month)
      .field("reports", &Burden::reports)
      .field("mergeable", &Burden::mergeable)
      .computed("obligations",
                [](const Burden& b) {
                  return std::vector<Item>(b.obligations.begin(), b.obligations.end());
                })
      .done();
  module.def(
      "finding_codes",
      [] {
        const auto& codes = finding_codes();
        return std::vector<FindingInfo>(codes.begin(), codes.end());
      },
      "The table of codes of the audit, by number.");
  Record<Reason>(module, "Reason", "One step of an explanation; `depth` makes it a tree.")
      .field("depth", &Reason::depth)
      .field("rule", &Reason::rule)
      .field("text", &Reason::text)
      .field("source", &Reason::source)
      .field("item", &Reason::item)
      .computed("document", [](const Reason& r) { return Item(r.document); })
      .field("path", &Reason::path)
      .field("date", &Reason::date)
      .done();
}

void bind_lateness(py::module_& module) {
  Record<ChainLink>(module, "ChainLink", "One task of a chain to the top, and what holds it.")
      .computed("task", [](const ChainLink& l) { return Item(l.task); })
      .computed("document", [](const ChainLink& l) { return Item(l.document); })
      .computed("unit", [](const ChainLink& l) { return Item(l.unit); })
      .field("bond", &ChainLink::bond)
      .field("latest_finish", &ChainLink::latest_finish)
      .field("slack", &ChainLink::slack)
      .done();
  Record<TightTask>(module, "TightTask", "A task and its total slack in working days.")
      .computed("task", [](const TightTask& t) { return Item(t.task); })
      .field("slack", &TightTask::slack)
      .done();
  Record<LatenessPart>(module, "LatenessPart", "Working days that one level used up.")
      .field("spent", &LatenessPart::spent)
      .computed("document", [](const LatenessPart& p) { return Item(p.document); })
      .computed("unit", [](const LatenessPart& p) { return Item(p.unit); })
      .field("level", &LatenessPart::level)
      .field("on", &LatenessPart::on)
      .field("from_", &LatenessPart::from)
      .field("to", &LatenessPart::to)
      .field("days", &LatenessPart::days)
      .field("left", &LatenessPart::left)
      .field("late", &LatenessPart::late)
      .field("text", &LatenessPart::text)
      .done();
  Record<Lateness>(module, "Lateness", "Who used up the time of a task; `parts` add up to `days`.")
      .computed("task", [](const Lateness& l) { return Item(l.task); })
      .field("limit", &Lateness::limit)
      .field("finish", &Lateness::finish)
      .field("done", &Lateness::done)
      .field("days", &Lateness::days)
      .field("parts", &Lateness::parts)
      .done();
}

void bind_rollup(py::module_& module) {
  const auto rate = [](auto function) {
    return [function](const Rollup& r, int decimals, Rounding rounding) {
      return (r.*function)(decimals, rounding);
    };
  };
  const auto decimals = py::arg("decimals") = 2;
  const auto rounding = py::arg("rounding") = Rounding::half_up;
  Record<Rollup>(module, "Rollup",
                 "Exact counts over distinct tasks, however many paths lead there.")
      .computed("total", &Rollup::total)
      .computed("done", &Rollup::done)
      .computed("open", &Rollup::open)
      .computed("counts",
                [](const Rollup& r) {
                  py::dict counts;
                  for (int i = 0; i < status_count; ++i)
                    counts[Words<Status>::list[i]] = r.counts[i];
                  return counts;
                })
      .computed("done_at_best", &Rollup::done_at_best)
      .field("leaves", &Rollup::leaves)
      .field("reported", &Rollup::reported)
      .field("weight", &Rollup::weight)
      .field("reported_weight", &Rollup::reported_weight)
      .field("weighted_progress", &Rollup::weighted_progress)
      .done()
      .def("done_of_due", rate(&Rollup::done_of_due), decimals, rounding,
           "Percent: done / (done + overdue); None where nothing is due.")
      .def("done_of_assigned", rate(&Rollup::done_of_assigned), decimals, rounding,
           "Percent: done / all but cancelled.")
      .def("done_of_assigned_at_best", rate(&Rollup::done_of_assigned_at_best), decimals, rounding,
           "The same if all tasks without report were done.")
      .def("progress", rate(&Rollup::progress), decimals, rounding,
           "Percent, by weight; who has not reported counts 0.")
      .def("progress_at_best", rate(&Rollup::progress_at_best), decimals, rounding,
           "Percent; who has not reported counts as done.");
}

}  // namespace

std::string record_repr(const char* name, py::handle self, const py::tuple& fields) {
  std::string out = std::string(name) + "(";
  const char* comma = "";
  for (const py::handle field : fields) {
    const py::object value = self.attr(field.cast<py::str>());
    if (value.is_none()) continue;
    out.append(comma).append(field.cast<std::string>()).append("=").append(shown(value));
    comma = ", ";
  }
  return out + ")";
}

void bind_records(py::module_& module) {
  bind_text(module);
  bind_deadlines(module);
  bind_commits(module);
  bind_tasks(module);
  bind_verdicts(module);
  bind_why(module);
  bind_lateness(module);
  bind_rollup(module);
}

}  // namespace kehoach::python
