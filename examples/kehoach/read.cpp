// SPDX-License-Identifier: BSL-1.0
// The text of one Vietnamese paper as data: what it is, what it cites, who is to do what by when.
#include <kehoach/reader.hpp>
#include <kehoach/reader_json.hpp>

#include "commands.hpp"
#include "display.hpp"
#include "papers.hpp"

namespace program {
namespace {

using kehoach::Text;

/// Speaks of one reading in one language.
class Page {
 public:
  explicit Page(const Arguments& arguments) : arguments_(arguments) {}

  std::string text(const kehoach::Reading& reading) const {
    return letterhead(reading.document) + references(reading.references) + tasks(reading.tasks) +
           reports(reading.reports) + targets(reading.targets) + findings(reading.findings);
  }

 private:
  std::string say(const Text& text) const { return arguments_.say(text); }

  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out.empty() ? "-" : out;
  }

  /// A heading with the number of rows, and the rows or a sentence that there are none.
  std::string section(const Text& head, std::size_t count, const std::string& rows) const {
    std::string out = "\n" + say(head) + " (" + std::to_string(count) + ")";
    return out + (count == 0 ? say({": văn bản không có.\n", ": the paper has none.\n"})
                             : ":\n\n" + rows);
  }

  std::string fact(const Text& name, const std::string& value) const {
    return paragraph(say(name) + ": ", value.empty() ? say({"không ghi", "not said"}) : value);
  }

  std::string letterhead(const kehoach::ReadDocument& document) const {
    return fact({"Số, ký hiệu", "Symbol"}, document.symbol) +
           fact({"Loại văn bản", "Type"}, document.type) +
           fact({"Cơ quan ban hành", "Issuer"}, document.issuer) +
           fact({"Ngày ban hành", "Issued"}, arguments_.date(document.issued)) +
           fact({"Trích yếu", "Title"}, document.title) +
           fact({"Người ký", "Signed by"}, document.signer);
  }

  std::string references(const std::vector<kehoach::ReadReference>& all) const {
    Table table({{say({"Dòng", "Line"}), 5, true},
                 {say({"Văn bản được dẫn", "Paper cited"}), 24, false},
                 {say({"Ngày", "Day"}), 10, false},
                 {say({"Cơ quan", "Issuer"}), 30, false},
                 {say({"Quan hệ", "Relation"}), 14, false}});
    for (const auto& each : all)
      table.row({std::to_string(each.place.line), each.symbol.empty() ? each.raw : each.symbol,
                 arguments_.date(each.date), each.issuer, relation(each.relation)});
    return section({"Văn bản được dẫn", "Papers cited"}, all.size(), table.text());
  }

  std::string relation(const std::string& code) const {
    if (code == "implements") return say({"triển khai", "implements"});
    if (code == "pursuant_to") return say({"căn cứ", "pursuant to"});
    if (code == "proposed_by") return say({"theo đề nghị", "proposed by"});
    if (code == "annex_of") return say({"kèm theo", "annex of"});
    if (code == "amends") return say({"sửa đổi", "amends"});
    if (code == "replaces") return say({"thay thế", "replaces"});
    if (code == "repeals") return say({"bãi bỏ", "repeals"});
    return say({"nhắc đến", "mentions"});
  }

  std::string tasks(const std::vector<kehoach::ReadTask>& all) const {
    Table table({{say({"Mục", "Item"}), 9, false},
                 {say({"Nhiệm vụ", "Task"}), 50, false},
                 {say({"Chủ trì", "Led by"}), 28, false},
                 {say({"Thời hạn", "Deadline"}), 24, false}});
    for (const auto& each : all)
      table.row({each.path, shortened(each.text), joined(each.lead),
                 each.deadline.raw.empty() ? "-" : each.deadline.raw});
    return section({"Nhiệm vụ", "Tasks"}, all.size(), table.text());
  }

  std::string reports(const std::vector<kehoach::ReadReport>& all) const {
    Table table({{say({"Mục", "Item"}), 9, false},
                 {say({"Ai gửi", "From"}), 34, false},
                 {say({"Gửi ai", "To"}), 30, false},
                 {say({"Kỳ", "Period"}), 12, false},
                 {say({"Các ngày hạn", "Due days"}), 24, false}});
    for (const auto& each : all) {
      std::string days = each.exclusive.value_or(false) && !each.due_dates.empty()
                             ? say({"trước ", "before "})
                             : "";
      for (std::size_t i = 0; i < each.due_dates.size(); ++i)
        days += (i ? ", " : "") + arguments_.date(each.due_dates[i]);
      table.row({each.path, joined(each.from), joined(each.to), period(each.period),
                 days.empty() ? "-" : days});
    }
    return section({"Chế độ báo cáo", "Reports"}, all.size(), table.text());
  }

  std::string period(const std::string& code) const {
    if (code == "weekly") return say({"hằng tuần", "weekly"});
    if (code == "monthly") return say({"hằng tháng", "monthly"});
    if (code == "quarterly") return say({"hằng quý", "quarterly"});
    if (code == "half_year") return say({"6 tháng", "half-year"});
    if (code == "nine_months") return say({"9 tháng", "nine months"});
    if (code == "yearly") return say({"hằng năm", "yearly"});
    if (code == "daily") return say({"hằng ngày", "daily"});
    if (code == "once") return say({"một lần", "once"});
    if (code == "milestone") return say({"sơ kết, tổng kết", "milestones"});
    if (code == "final") return say({"khi kết thúc", "at the end"});
    if (code == "ad_hoc") return say({"đột xuất", "on demand"});
    return code == "by_reference" ? say({"theo mục khác", "as elsewhere"})
                                  : say({"không nêu", "not said"});
  }

  std::string targets(const std::vector<kehoach::ReadTarget>& all) const {
    Table table({{say({"Mục", "Item"}), 12, false},
                 {say({"Chỉ tiêu", "Target"}), 50, false},
                 {say({"Mức", "Asked"}), 30, false},
                 {say({"Đến", "By"}), 10, false}});
    for (const auto& each : all)
      table.row({each.path, each.name, asked(each), each.by.empty() ? "-" : each.by});
    return section({"Chỉ tiêu", "Targets"}, all.size(), table.text());
  }

  std::string asked(const kehoach::ReadTarget& target) const {
    const kehoach::ReadAmount& value = target.value;
    std::string amount = value.number;
    if (!value.min.empty() || !value.max.empty()) amount = value.min + " - " + value.max;
    for (const auto& [name, number] : value.named) amount += name + " " + number + "; ";
    std::string sign = target.comparator + " ";
    if (target.comparator == "increase_by") sign = say({"tăng ", "up by "});
    if (target.comparator == "decrease_by") sign = say({"giảm ", "down by "});
    if (target.comparator == "range" || target.comparator.empty()) sign.clear();
    return amount.empty() ? "-" : sign + localised(amount) + " " + target.unit;
  }

  std::string localised(std::string amount) const {
    if (arguments_.language == kehoach::Language::vi)
      for (char& c : amount) c = c == '.' ? ',' : c;
    return amount;
  }

  std::string findings(const std::vector<kehoach::ReadFinding>& all) const {
    std::string rows;
    for (const auto& each : all) {
      std::string lines;
      for (const std::size_t line : each.lines)
        lines += (lines.empty() ? say({"dòng ", "line "}) : ", ") + std::to_string(line);
      // The reader's sentences are Vietnamese, as its papers are.
      rows += paragraph("  - ", say({"", each.code + ": "}) + each.message +
                                    (lines.empty() ? "" : " (" + lines + ")"));
    }
    return section({"Cần xem lại", "To look at"}, all.size(), rows);
  }

  /// The first words of an item: enough to know it by.
  static std::string shortened(const std::string& text) {
    const std::vector<std::string> lines = wrap(text, 96);
    return lines.size() > 1 ? lines.front() + " …" : text;
  }

  const Arguments& arguments_;
};

}  // namespace

Outcome read(const Arguments& arguments) {
  if (arguments.cascade || arguments.links) return read_cascade(arguments);
  if (arguments.operands.size() != 1)
    throw Complaint(
        arguments.say({"\"read\" cần đúng một tệp văn bản (nhiều tệp: thêm --cascade)",
                       "\"read\" needs exactly one text file (several: add --cascade)"}));
  const kehoach::Reading reading = read_papers(arguments).front().reading;
  if (arguments.json) return {kehoach::write_json(reading)};
  return {Page(arguments).text(reading)};
}

}  // namespace program
