// SPDX-License-Identifier: BSL-1.0
// The one table of codes: name, how bad, what it means, on which article it rests. The comments of
// `FindingCode` and examples/findings/README.md say the same; tests/examples/findings_test.py compares.
#include <kehoach/finding.hpp>

namespace kehoach {
namespace {

using C = FindingCode;
constexpr Severity note = Severity::note;
constexpr Severity warning = Severity::warning;
constexpr Severity error = Severity::error;
constexpr const char* decree_09 = "NĐ 09/2019/NĐ-CP, Điều 8 khoản 5, Điều 12";
constexpr const char* decree_30 = "NĐ 30/2020/NĐ-CP, Phụ lục I, III";

// clang-format off
constexpr std::array<FindingInfo, finding_code_count> table{{
    {C::impossible_date, "impossible_date", error,
     "thời hạn rơi vào ngày không tồn tại", "a deadline on a day that does not exist", ""},
    {C::deadline_after_upper, "deadline_after_upper", error,
     "hạn muộn hơn nhiệm vụ cấp trên mà nó triển khai", "due after a task it implements", ""},
    {C::deadline_before_issue, "deadline_before_issue", warning,
     "hạn trước ngày ban hành văn bản", "due before its own document was issued", ""},
    {C::upper_not_taken_up, "upper_not_taken_up", warning,
     "không ai triển khai, dù nhiệm vụ khác của văn bản đó có người triển khai",
     "nobody implements it, others of its document are implemented", ""},
    {C::implements_nothing, "implements_nothing", note,
     "nhiệm vụ của văn bản cấp dưới không gắn với nhiệm vụ cấp trên nào",
     "tasks of a lower document that serve no upper task", ""},
    {C::no_lead, "no_lead", warning,
     "nhiệm vụ không có đơn vị chủ trì", "tasks that nobody leads", ""},
    {C::several_leads, "several_leads", note,
     "nhiệm vụ có nhiều đơn vị chủ trì", "a task that more than one office leads", ""},
    {C::lead_is_support, "lead_is_support", warning,
     "một đơn vị vừa chủ trì vừa phối hợp", "the same office leads and supports", ""},
    {C::infeasible, "infeasible", error,
     "không thể xong trước ngày phải xong", "cannot end before it must", ""},
    {C::report_before_data_closes, "report_before_data_closes", warning,
     "báo cáo phải gửi trước khi chốt số liệu", "a report due before its data window closes",
     decree_09},
    {C::report_before_period_ends, "report_before_period_ends", warning,
     "báo cáo phải gửi khi kỳ báo cáo chưa kết thúc",
     "a report due before the period it reports on ends", ""},
    {C::report_chain_infeasible, "report_chain_infeasible", error,
     "báo cáo không gửi trước báo cáo cấp trên tổng hợp từ nó",
     "a report due no earlier than the one above that sums it up", ""},
    {C::report_order, "report_order", warning,
     "kỳ dài phải gửi trước kỳ ngắn nằm trong nó",
     "a longer period due before a shorter one that is part of it", ""},
    {C::reports_coincide, "reports_coincide", note,
     "kỳ dài và kỳ ngắn của một báo cáo cùng ngày gửi",
     "a longer and a shorter period of one report due on one day", ""},
    {C::first_period_past, "first_period_past", note,
     "hạn kỳ đầu của năm đã qua khi ban hành văn bản",
     "the year's first due day lies before the document", ""},
    {C::document_cited_with_two_dates, "document_cited_with_two_dates", warning,
     "một văn bản được dẫn với nhiều ngày khác nhau", "one document, cited with different dates",
     ""},
    {C::document_cited_in_two_styles, "document_cited_in_two_styles", warning,
     "số, ký hiệu của một văn bản được ghi nhiều cách",
     "one document, its number written in different ways", decree_30},
    {C::document_cited_before_issue, "document_cited_before_issue", warning,
     "được văn bản ban hành trước đó viện dẫn", "cited by a paper older than itself", ""},
    {C::document_without_symbol, "document_without_symbol", note,
     "văn bản có nhiệm vụ nhưng không có số, ký hiệu",
     "a document with tasks that has no number", ""},
    {C::document_without_date, "document_without_date", note,
     "văn bản có nhiệm vụ nhưng không ghi ngày", "a document with tasks that has no date", ""},
    {C::progress_contradicts, "progress_contradicts", warning,
     "tình trạng đã báo trái với cấp dưới", "a reported state that those below contradict", ""},
    {C::target_contradictory, "target_contradictory", warning,
     "vừa ghi mức tối thiểu vừa ghi khoảng", "a minimum and a range in one target", ""},
    {C::baseline_missing, "baseline_missing", warning,
     "yêu cầu mức thay đổi mà không nêu mốc so sánh",
     "a change is asked for without saying from what", ""},
    {C::unit_not_existing, "unit_not_existing", warning,
     "nêu đơn vị chưa thành lập hoặc đã giải thể, sáp nhập",
     "names an office not yet founded or already closed", ""},
    {C::no_deadlines, "no_deadlines", note,
     "văn bản hầu như không có nhiệm vụ nào có thời hạn",
     "a document in which hardly any task has a deadline", ""},
    {C::due_on_day_off, "due_on_day_off", note,
     "ngày cuối cùng là ngày nghỉ", "the last day is a day off", ""},
    {C::implemented_though_replaced, "implemented_though_replaced", warning,
     "triển khai văn bản đã bị thay thế hoặc bãi bỏ",
     "implements a document that was replaced or repealed", ""},
    {C::report_margin_small, "report_margin_small", warning,
     "ít thời gian giữa báo cáo và báo cáo tổng hợp từ nó",
     "little time between a report and the one that sums it up", ""},
    {C::suspicious_date, "suspicious_date", warning,
     "ngày có thật nhưng khó là ý định", "a day that is possible but hardly meant", ""},
    {C::target_lowered, "target_lowered", warning,
     "đặt mức thấp hơn chỉ tiêu mà nó là một phần", "asks for less than the target it is part of",
     ""},
    {C::target_missing, "target_missing", warning,
     "có đơn vị không được giao chỉ tiêu dù đơn vị khác được giao",
     "offices without a target where others have one", ""},
    {C::target_not_implied, "target_not_implied", warning,
     "có thể không đạt dù mọi chỉ tiêu bên dưới đều đạt",
     "may be missed though all targets below are met", ""},
    {C::symbol_style, "symbol_style", note,
     "số, ký hiệu không đúng thể thức của cơ quan ban hành",
     "a number not written as its issuer's papers are", decree_30},
    {C::document_cited_not_in_force, "document_cited_not_in_force", warning,
     "căn cứ văn bản không còn hiệu lực vào ngày đó",
     "rests on a document no longer in force on that day", ""},
    {C::implemented_though_amended, "implemented_though_amended", note,
     "triển khai văn bản đã được sửa đổi mà không nêu văn bản sửa đổi",
     "implements an amended document, not the amendment", ""},
    {C::duplicate_duty, "duplicate_duty", note,
     "một đơn vị nhận cùng một việc từ nhiều văn bản",
     "one office has the same duty from several documents", ""},
    {C::reports_mergeable, "reports_mergeable", note,
     "các báo cáo gửi cùng một nơi có thể gộp làm một",
     "reports to one receiver that could be sent as one", ""},
    {C::report_burden, "report_burden", note,
     "một đơn vị phải gửi nhiều báo cáo trong một tháng",
     "an office with many reports in one month", ""},
    {C::no_reports, "no_reports", note,
     "văn bản giao nhiệm vụ mà không yêu cầu báo cáo",
     "a document with tasks that asks for no report", ""},
    {C::no_successor, "no_successor", warning,
     "việc còn dở của đơn vị đã giải thể, chưa ai tiếp nhận",
     "open duties of a closed office that nobody took over", ""},
}};
// clang-format on

constexpr bool in_order() {
  for (int i = 0; i < finding_code_count; ++i)
    if (static_cast<int>(table[static_cast<std::size_t>(i)].code) != i + 1) return false;
  return true;
}
static_assert(in_order());

}  // namespace

const std::array<FindingInfo, finding_code_count>& finding_codes() noexcept {
  return table;
}

const char* name(FindingCode code) noexcept {
  const auto n = static_cast<std::size_t>(code);
  return n >= 1 && n <= table.size() ? table[n - 1].name : "unknown";
}

const char* name(Severity severity) noexcept {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "unknown";
}

}  // namespace kehoach
