// SPDX-License-Identifier: BSL-1.0
// How documents, tasks and reports stand in JSON.
#include "exchange/cascade_value.hpp"

namespace kehoach::detail {
namespace {

constexpr JsonField relation_fields[] = {
    field<&DocumentRelation::relation>("relation", required),
    field<&DocumentRelation::to>("to", required),
    field<&DocumentRelation::cited_symbol>("cited_symbol"),
    field<&DocumentRelation::cited_date>("cited_date"),
    field<&DocumentRelation::via>("via"),
};

constexpr JsonField document_fields[] = {
    field<&DocumentSpec::key>("key"),
    field<&DocumentSpec::symbol>("symbol"),
    field<&DocumentSpec::type>("type"),
    field<&DocumentSpec::issuer>("issuer"),
    field<&DocumentSpec::issued>("issued"),
    field<&DocumentSpec::title>("title"),
    field<&DocumentSpec::relations>("relations"),
};

constexpr JsonField predecessor_fields[] = {
    field<&Predecessor::task>("task", required),
    field<&Predecessor::link>("link"),
    field<&Predecessor::lag>("lag"),
    field<&Predecessor::unit>("unit"),
    field<&Predecessor::calendar>("calendar"),
};

constexpr JsonField task_fields[] = {
    field<&TaskSpec::key>("key"),
    field<&TaskSpec::name>("name"),
    field<&TaskSpec::document>("document", required),
    field<&TaskSpec::path>("path"),
    field<&TaskSpec::leads>("leads"),
    field<&TaskSpec::supports>("supports"),
    field<&TaskSpec::deadline>("deadline"),
    field<&TaskSpec::duration>("duration"),
    field<&TaskSpec::weight>("weight"),
    field<&TaskSpec::implements>("implements"),
    field<&TaskSpec::after>("after"),
};

constexpr JsonField report_fields[] = {
    field<&ReportSpec::key>("key"),
    field<&ReportSpec::name>("name"),
    field<&ReportSpec::document>("document", required),
    field<&ReportSpec::path>("path"),
    field<&ReportSpec::from>("from"),
    field<&ReportSpec::to>("to"),
    field<&ReportSpec::due>("due"),
    field<&ReportSpec::feeds>("feeds"),
};

}  // namespace

// clang-format off
template <> JsonFields json_fields<DocumentRelation>() { return relation_fields; }
template <> JsonFields json_fields<DocumentSpec>() { return document_fields; }
template <> JsonFields json_fields<Predecessor>() { return predecessor_fields; }
template <> JsonFields json_fields<TaskSpec>() { return task_fields; }
template <> JsonFields json_fields<ReportSpec>() { return report_fields; }
// clang-format on

}  // namespace kehoach::detail
