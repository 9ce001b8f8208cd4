// SPDX-License-Identifier: BSL-1.0
// Why an answer is what it is, and what is wrong in the plans: rows whose strings lie in the
// caller's pool.
#include <kehoach/explanation.hpp>

#include "handles.hpp"
#include "structs.hpp"
#include "text_rows.hpp"

using namespace kehoach;
using namespace kehoach::capi;

namespace {

static_assert(KH_ASPECT_LATENESS == static_cast<int>(Aspect::lateness));
static_assert(KH_SEVERE == static_cast<int>(Severity::error));

const Evaluation& of(const kh_evaluation* evaluation) {
  return need(evaluation, "evaluation").evaluation;
}

kh_finding finding_out(const Finding& f, const Placed<3>& placed) noexcept {
  return {0,
          static_cast<std::int32_t>(f.code),
          static_cast<std::int32_t>(f.severity),
          f.document.value(),
          item_out(f.item),
          date_out(f.date),
          static_cast<std::uint32_t>(f.others.size()),
          name(f.code),
          placed[0],
          placed[1],
          placed[2]};
}

kh_reason reason_out(const Reason& r, const Placed<4>& placed) noexcept {
  return {0,         r.depth,   item_out(r.item), r.document.value(), date_out(r.date),
          placed[0], placed[1], placed[2],        placed[3]};
}

std::vector<Reason> reasons(const kh_evaluation* evaluation, kh_item item, std::int32_t aspect) {
  const Aspect checked = enum_in(aspect, Aspect::lateness, "aspect");
  return of(evaluation).explain({item_in(item), checked}).value();
}

}  // namespace

kh_status kh_finding_codes(kh_finding_info* rows, size_t capacity, size_t* out_count,
                           kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(finding_codes(), [](const FindingInfo& info) {
      return kh_finding_info{0,
                             static_cast<std::int32_t>(info.code),
                             static_cast<std::int32_t>(info.severity),
                             0,
                             info.name,
                             info.vi,
                             info.en,
                             info.source};
    });
  });
}

kh_status kh_evaluation_findings(const kh_evaluation* evaluation, int32_t language,
                                 kh_finding* rows, size_t capacity, size_t* out_count,
                                 kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const Language words = language_in(language);
    write_rows(
        out, TextPool(text), of(evaluation).findings(),
        [&](const Finding& f) {
          return Texts<3>{f.message.in(words), f.path, f.source};
        },
        finding_out);
  });
}

kh_status kh_evaluation_audit_work(const kh_evaluation* evaluation, kh_pass_work* out_work,
                                   int32_t* out_rebuilt, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_work, "out_work");
    const AuditWork work = of(evaluation).audit_work();
    out = {work.visited, work.changed};
    put(out_rebuilt, work.rebuilt);
  });
}

kh_status kh_evaluation_finding_others(const kh_evaluation* evaluation, size_t index, kh_item* rows,
                                       size_t capacity, size_t* out_count, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const auto& findings = of(evaluation).findings();
    if (index >= findings.size()) fail(KH_INVALID_VALUE, "index", "is past the last finding");
    out.write(findings[index].others, item_out);
  });
}

kh_status kh_evaluation_explain(const kh_evaluation* evaluation, kh_item item, int32_t aspect,
                                int32_t language, kh_reason* rows, size_t capacity,
                                size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    const TextPool pool(text);
    const Language words = language_in(language);
    write_rows(
        out, pool, reasons(evaluation, item, aspect),
        [&](const Reason& r) {
          return Texts<4>{r.rule, r.text.in(words), r.source, r.path};
        },
        reason_out);
  });
}

kh_status kh_evaluation_explain_text(const kh_evaluation* evaluation, kh_item item, int32_t aspect,
                                     int32_t language, char* buffer, size_t size,
                                     size_t* out_length, kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    std::string lines;
    for (const Reason& reason : reasons(evaluation, item, aspect)) {
      lines.append(std::size_t{2} * reason.depth, ' ');
      lines.append(reason.text.in(words)).push_back('\n');
    }
    out.write(lines);
  });
}

kh_status kh_evaluation_explain_json(const kh_evaluation* evaluation, kh_item item, int32_t aspect,
                                     char* buffer, size_t size, size_t* out_length,
                                     kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    out.write(write_json(reasons(evaluation, item, aspect), evaluation->snapshot));
  });
}

kh_status kh_evaluation_explain_dot(const kh_evaluation* evaluation, kh_item item, int32_t aspect,
                                    int32_t language, char* buffer, size_t size, size_t* out_length,
                                    kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    const Language words = language_in(language);
    out.write(write_dot(reasons(evaluation, item, aspect), words));
  });
}
