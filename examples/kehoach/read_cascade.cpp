// SPDX-License-Identifier: BSL-1.0
// `kehoach read A.txt B.txt … --cascade`: several papers put together.
#include <kehoach/exchange.hpp>
#include <kehoach/read_cascade.hpp>

#include "commands.hpp"
#include "display.hpp"
#include "papers.hpp"

namespace program {
namespace {

using kehoach::LinkedDocument;
using kehoach::Text;

/// Speaks of what was put together, for people.
class Account {
 public:
  Account(const Arguments& arguments, const std::vector<kehoach::ReadPaper>& papers,
          const kehoach::ReadCascade& made)
      : arguments_(arguments), papers_(papers), made_(made) {}

  std::string text() const { return documents() + units() + proposals() + unplaced(); }

 private:
  const std::string& say(const Text& text) const { return arguments_.say(text); }

  std::string section(const Text& name, std::size_t count, const std::string& rows) const {
    return "\n" + say(name) + " (" + std::to_string(count) + ")" + (count ? ":\n\n" : "\n") + rows;
  }

  std::string documents() const {
    std::string rows;
    for (std::size_t d = 0; d < papers_.size(); ++d) {
      rows += paragraph("  ", made_.documents[d] + " (" + papers_[d].name + ")");
      for (const auto& r : made_.linked.relations) {
        if (r.from == d) rows += paragraph("    - ", r.relation + " " + made_.documents[r.to]);
      }
    }
    return section({"Văn bản", "Papers"}, papers_.size(), rows);
  }

  std::string units() const {
    std::string rows;
    std::size_t count = 0;
    for (std::size_t u = 0; u < made_.units.size(); ++u) {
      const auto& unit = made_.linked.units[u];
      if (unit.written.size() < 2) continue;
      std::string others;
      for (const std::string& name : unit.written)
        if (name != unit.name) others += (others.empty() ? "" : "; ") + name;
      rows += paragraph("  ", made_.units[u] + " = " + others);
      ++count;
    }
    return section({"Đơn vị có nhiều cách viết", "Offices written in several ways"}, count, rows);
  }

  std::string proposals() const {
    std::string rows;
    for (const auto& p : made_.linked.proposals) {
      const std::string mark = p.score >= made_.accepted ? " *" : "";
      rows += paragraph("  ", std::to_string(static_cast<int>(p.score * 100 + 0.5)) + " %  " +
                                  made_.tasks[p.lower_paper][p.lower_task] + " -> " +
                                  made_.tasks[p.upper_paper][p.upper_task] + mark);
    }
    return section({"Đề xuất: việc cấp dưới thực hiện việc cấp trên (* đã nhận)",
                    "Proposals: a lower task implements an upper one (* accepted)"},
                   made_.linked.proposals.size(), rows);
  }

  std::string unplaced() const {
    std::string rows;
    for (const auto& u : made_.linked.unplaced) {
      std::string where = papers_[u.paper].name;
      if (u.line) where += ":" + std::to_string(u.line);
      rows += paragraph("  ", where + "  " + u.code + (u.words.empty() ? "" : ": " + u.words));
    }
    return section({"Chưa xếp được", "Not placed"}, made_.linked.unplaced.size(), rows);
  }

  const Arguments& arguments_;
  const std::vector<kehoach::ReadPaper>& papers_;
  const kehoach::ReadCascade& made_;
};

}  // namespace

Outcome read_cascade(const Arguments& arguments) {
  const std::vector<kehoach::ReadPaper> papers = read_papers(arguments);
  kehoach::ReadCascadeOptions options;
  options.accept = arguments.accept;
  const auto made = kehoach::read_cascade(papers, options).value();
  if (arguments.links) return {kehoach::write_links_json(made, papers)};
  if (arguments.json) return {kehoach::write_json(made.engine.snapshot())};
  return {Account(arguments, papers, made).text()};
}

}  // namespace program
