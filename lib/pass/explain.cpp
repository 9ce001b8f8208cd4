// SPDX-License-Identifier: BSL-1.0
#include "pass/explain.hpp"

#include "pass/explain_parts.hpp"

namespace kehoach::detail {

Reason& Telling::step(int depth, std::string rule, Text text, Item item, Date date) {
  steps.push_back(reason_step(model, static_cast<std::uint16_t>(depth), std::move(rule),
                              std::move(text), item));
  steps.back().date = date;
  if (item.kind == ItemKind::observation) place(steps.back());
  return steps.back();
}

/// An observation stands where what it is about stands.
void Telling::place(Reason& r) const {
  const bool observed = r.item.kind == ItemKind::observation;
  ItemPlace place =
      place_of(model, observed ? model.observation(ObservationId(r.item.id)).subject : r.item);
  if (!place.document) return;  // whoever made it may know more
  r.document = place.document;
  r.path = std::move(place.path);
}

namespace {

Error does_not_apply(Item item) {
  return {Errc::misuse, "this question does not apply to this kind of item", {item}, {}};
}

Result<Done> tell_task(Telling& t, TaskId id, Aspect aspect) {
  switch (aspect) {
    case Aspect::deadline: return tell_deadline(t, 0, id);
    case Aspect::earliest_finish: return tell_earliest(t, 0, id);
    case Aspect::latest_finish: return tell_latest(t, 0, id);
    case Aspect::slack: return tell_slack(t, 0, id);
    case Aspect::status: return tell_status(t, 0, id);
    case Aspect::rollup: return tell_sums(t, id);
    case Aspect::verdict:
    case Aspect::binding_chain:
    case Aspect::lateness: return does_not_apply(id);
    case Aspect::everything: break;
  }
  if (Result<Done> done = tell_status(t, 0, id); !done.ok()) return done;
  if (Result<Done> done = tell_slack(t, 0, id); !done.ok()) return done;
  return t.frame.times.lowers.empty(id.value()) ? Result<Done>(Done{}) : tell_sums(t, id);
}

Result<Done> tell(Telling& t, Item item, Aspect aspect) {
  const auto asks = [aspect](Aspect one) { return aspect == one || aspect == Aspect::everything; };
  switch (item.kind) {
    case ItemKind::task: return tell_task(t, TaskId(item.id), aspect);
    case ItemKind::report:
      if (asks(Aspect::deadline)) return tell_report(t, ReportId(item.id));
      break;
    case ItemKind::target:
      if (asks(Aspect::verdict)) return tell_target(t, TargetId(item.id));
      break;
    case ItemKind::unit:
    case ItemKind::document:
      if (asks(Aspect::rollup)) return tell_sums(t, item);
      break;
    default: break;
  }
  return does_not_apply(item);
}

}  // namespace

Result<std::vector<Reason>> explain(const Model& model, const Frame& frame, const Standings& all,
                                    const When& when, const Question& question) {
  Telling t{model, frame, all, when, {}};
  const Result<Done> done = tell(t, question.item, question.aspect);
  if (!done.ok()) return done.error();
  return std::move(t.steps);
}

}  // namespace kehoach::detail
