// SPDX-License-Identifier: BSL-1.0
// How documents cite each other: one paper with two dates or two ways of writing its number, papers
// cited before they existed or after they were replaced.
#include <map>
#include <set>

#include "pass/audit.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// Who cites a document, and how.
struct Citations {
  std::map<Date, std::vector<DocumentId>> dates;
  std::map<std::string, std::vector<DocumentId>> symbols;
  std::vector<DocumentId> replaced_by;
  std::vector<DocumentId> implemented_by;
  std::set<DocumentId> cited_by;
};

std::map<std::uint32_t, Citations> citations(const Model& model) {
  std::map<std::uint32_t, Citations> all;
  for (std::uint32_t d = 1; d <= model.count(ItemKind::document); ++d) {
    if (!model.present(DocumentId(d))) continue;
    model.each_relation(model.document(DocumentId(d)), [&](const RelationRow& r) {
      Citations& c = all[r.to.value()];
      c.cited_by.emplace(d);
      if (r.cited_date != no_date) c.dates[r.cited_date].emplace_back(d);
      if (r.cited_symbol != 0) c.symbols[std::string(model.text(r.cited_symbol))].emplace_back(d);
      if (r.relation == Relation::replaces || r.relation == Relation::repeals)
        c.replaced_by.emplace_back(d);
      if (r.relation == Relation::implements) c.implemented_by.emplace_back(d);
    });
  }
  return all;
}

class DocumentAudit {
 public:
  DocumentAudit(Findings& found, const Model& model) : found_(found), model_(model) {}

  void check(DocumentId id, const Citations& c) {
    id_ = id;
    words_ = label(model_, id);
    two_dates(c);
    two_styles(c);
    before_issue(c);
    replaced(c);
  }

 private:
  void add(FindingCode code, Text message, std::set<DocumentId> others) {
    found_.push_back(make_finding(model_, code, id_, std::move(message)));
    found_.back().others.assign(others.begin(), others.end());
  }

  void two_dates(const Citations& c) {
    const Date own = model_.document(id_).issued;
    std::map<Date, std::vector<DocumentId>> dates = c.dates;
    if (own != no_date) dates[own];
    if (dates.size() < 2) return;
    Text list;
    std::set<DocumentId> others;
    for (const auto& [day, by] : dates) {
      const char* vi = by.empty() ? "{} (ngày ghi cho văn bản này)" : "{} (trong {})";
      const char* en = by.empty() ? "{} (as stated for the document)" : "{} (in {})";
      const Text one = say(vi, en, {day, list_words(model_, by)});
      list.vi += (list.vi.empty() ? "" : "; ") + one.vi;
      list.en += (list.en.empty() ? "" : "; ") + one.en;
      others.insert(by.begin(), by.end());
    }
    add(FindingCode::document_cited_with_two_dates,
        say("{} được dẫn với nhiều ngày khác nhau: {}", "{} is cited with different dates: {}",
            {words_, list}),
        others);
  }

  void two_styles(const Citations& c) {
    const std::string_view own = model_.text(model_.document(id_).symbol);
    for (const auto& [symbol, by] : c.symbols) {
      if (own.empty() || symbol == own) continue;
      add(FindingCode::document_cited_in_two_styles,
          say("{} được ghi thành {} trong {}", "{} is written {} in {}",
              {own, symbol, list_words(model_, by)}),
          {by.begin(), by.end()});
    }
  }

  void before_issue(const Citations& c) {
    const Date issued = model_.document(id_).issued;
    if (issued == no_date) return;
    for (DocumentId by : c.cited_by) {
      const Date citing = model_.document(by).issued;
      if (citing == no_date || citing >= issued) continue;
      add(FindingCode::document_cited_before_issue,
          say("{} (ban hành {}) được dẫn trong {} ban hành trước đó, {}",
              "{} (issued {}) is cited by {}, issued earlier, on {}",
              {words_, issued, label(model_, by), citing}),
          {by});
    }
  }

  void replaced(const Citations& c) {
    for (DocumentId by : c.replaced_by)
      for (DocumentId user : c.implemented_by) {
        const Date gone = model_.document(by).issued;
        const Date used = model_.document(user).issued;
        if (gone == no_date || used == no_date || used < gone) continue;
        add(FindingCode::implemented_though_replaced,
            say("{} vẫn được {} triển khai dù đã bị {} thay thế hoặc bãi bỏ ngày {}",
                "{} is still implemented by {} though {} replaced or repealed it on {}",
                {words_, label(model_, user), label(model_, by), gone}),
            {user, by});
      }
  }

  Findings& found_;
  const Model& model_;
  DocumentId id_;
  std::string words_;
};

/// Documents that tasks rest on but whose own number or date is not known.
void without_identity(Findings& found, const Model& model) {
  std::set<std::uint32_t> with_tasks;
  for (std::uint32_t t = 1; t <= model.count(ItemKind::task); ++t)
    if (model.present(TaskId(t))) with_tasks.insert(model.task(TaskId(t)).document);
  for (std::uint32_t d : with_tasks) {
    const DocumentRow& row = model.document(DocumentId(d));
    const std::string words = label(model, DocumentId(d));
    if (row.symbol == 0)
      found.push_back(make_finding(
          model, FindingCode::document_without_symbol, DocumentId(d),
          say("{}: văn bản không có số, ký hiệu", "{}: the document has no number", {words})));
    if (row.issued == no_date)
      found.push_back(make_finding(
          model, FindingCode::document_without_date, DocumentId(d),
          say("{}: văn bản không ghi ngày ban hành; tạm tính từ ngày của văn bản cấp trên",
              "{}: the document has no date; counted from the documents it implements", {words})));
  }
}

}  // namespace

void audit_documents(Findings& found, const Model& model) {
  DocumentAudit audit(found, model);
  for (const auto& [row, c] : citations(model)) audit.check(DocumentId(row), c);
  without_identity(found, model);
}

}  // namespace kehoach::detail
