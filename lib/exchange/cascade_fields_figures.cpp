// SPDX-License-Identifier: BSL-1.0
// How indicators, targets and observations stand in JSON.
#include <optional>

#include "exchange/cascade_value.hpp"

namespace kehoach::detail {
namespace {

/// A quantity that may be absent, which is not the same as 0.
template <class Spec, bool Spec::*has, Quantity Spec::*value>
bool read_optional(CascadeReader& in, Spec& spec) {
  spec.*has = true;
  return in.read(spec.*value);
}
template <class Spec, bool Spec::*has, Quantity Spec::*value>
void write_optional(CascadeWriter& out, const JsonField& self, const Spec& spec) {
  if (!(spec.*has)) return;
  out.key(self.key);
  out.write(spec.*value);
}
template <class Spec, bool Spec::*has, Quantity Spec::*value>
constexpr JsonField optional_quantity(std::string_view key) {
  return special<Spec, read_optional<Spec, has, value>, write_optional<Spec, has, value>>(key);
}

/// The same without a flag of its own.
template <class Spec, class T, std::optional<T> Spec::*value>
constexpr JsonField optional_value(std::string_view key) {
  return {key, false,
          [](CascadeReader& in, void* item) {
            return read_value(in, (static_cast<Spec*>(item)->*value).emplace());
          },
          [](CascadeWriter& out, const JsonField& self, const void* item) {
            const std::optional<T>& given = static_cast<const Spec*>(item)->*value;
            if (!given) return;
            out.key(self.key);
            write_value(out, *given);
          }};
}

constexpr JsonField indicator_fields[] = {
    field<&IndicatorSpec::key>("key"),
    field<&IndicatorSpec::name>("name"),
    field<&IndicatorSpec::measure>("measure"),
    field<&IndicatorSpec::direction>("direction"),
    field<&IndicatorSpec::aggregation>("aggregation"),
    field<&IndicatorSpec::factor>("factor"),
    field<&IndicatorSpec::decimals>("decimals"),
    field<&IndicatorSpec::rounding>("rounding"),
    field<&IndicatorSpec::over_time>("over_time"),
    field<&IndicatorSpec::period>("period"),
    field<&IndicatorSpec::weight>("weight"),
    optional_value<IndicatorSpec, Quantity, &IndicatorSpec::lowest>("lowest"),
    optional_value<IndicatorSpec, Quantity, &IndicatorSpec::highest>("highest"),
};

constexpr JsonField milestone_fields[] = {
    field<&Milestone::by>("by"),
    field<&Milestone::bound>("bound", required),
    field<&Milestone::upper>("upper"),
};

constexpr JsonField target_fields[] = {
    field<&TargetSpec::key>("key"),
    field<&TargetSpec::indicator>("indicator", required),
    field<&TargetSpec::unit>("unit", required),
    field<&TargetSpec::document>("document"),
    field<&TargetSpec::path>("path"),
    field<&TargetSpec::text>("text"),
    field<&TargetSpec::executing>("executing"),
    field<&TargetSpec::monitoring>("monitoring"),
    field<&TargetSpec::comparator>("comparator"),
    field<&TargetSpec::relative>("relative"),
    optional_quantity<TargetSpec, &TargetSpec::has_baseline, &TargetSpec::baseline>("baseline"),
    field<&TargetSpec::baseline_date>("baseline_date"),
    field<&TargetSpec::baseline_from>("baseline_from"),
    field<&TargetSpec::reference>("reference"),
    field<&TargetSpec::reference_unit>("reference_unit"),
    field<&TargetSpec::hold>("hold"),
    field<&TargetSpec::course>("course"),
    optional_value<TargetSpec, Level, &TargetSpec::gather>("gather"),
    field<&TargetSpec::implements>("implements"),
    field<&TargetSpec::aspirational>("aspirational"),
    field<&TargetSpec::milestones>("milestones"),
};

/// What an observation is about stands under the name of its kind, once.
template <ItemKind kind>
bool read_subject(CascadeReader& in, ObservationSpec& observation) {
  if (observation.subject != Item())
    return in.fail(Errc::invalid_value, "an observation is about one task, report or indicator");
  std::uint32_t id = 0;
  if (!in.reference(kind, id)) return false;
  observation.subject = Item(kind, id);
  return true;
}
template <ItemKind kind>
void write_subject(CascadeWriter& out, const JsonField& self, const ObservationSpec& observation) {
  if (observation.subject.kind != kind) return;
  out.key(self.key);
  out.reference(observation.subject);
}
template <ItemKind kind>
constexpr JsonField subject() {
  return special<ObservationSpec, read_subject<kind>, write_subject<kind>>(section_of(kind).one);
}

/// A figure is said even if it is 0: that it was reported matters.
void write_figure(CascadeWriter& out, const JsonField& self, const ObservationSpec& observation) {
  const bool figure = observation.what == Observed::progress || observation.what == Observed::value;
  if (!figure && observation.value == Quantity()) return;
  out.key(self.key);
  out.write(observation.value);
}
bool read_figure(CascadeReader& in, ObservationSpec& observation) {
  return in.read(observation.value);
}

constexpr JsonField observation_fields[] = {
    field<&ObservationSpec::key>("key"),
    field<&ObservationSpec::what>("what", required),
    subject<ItemKind::task>(),
    subject<ItemKind::report>(),
    subject<ItemKind::indicator>(),
    field<&ObservationSpec::unit>("unit"),
    field<&ObservationSpec::date>("date", required),
    field<&ObservationSpec::recorded>("recorded"),
    field<&ObservationSpec::period>("period"),
    special<ObservationSpec, read_figure, write_figure>("value"),
    optional_quantity<ObservationSpec, &ObservationSpec::has_denominator,
                      &ObservationSpec::denominator>("denominator"),
    field<&ObservationSpec::extended_to>("extended_to"),
    field<&ObservationSpec::note>("note"),
};

}  // namespace

// clang-format off
template <> JsonFields json_fields<IndicatorSpec>() { return indicator_fields; }
template <> JsonFields json_fields<Milestone>() { return milestone_fields; }
template <> JsonFields json_fields<TargetSpec>() { return target_fields; }
template <> JsonFields json_fields<ObservationSpec>() { return observation_fields; }
// clang-format on

}  // namespace kehoach::detail
