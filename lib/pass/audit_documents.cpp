// SPDX-License-Identifier: BSL-1.0
// How documents cite each other: one paper with two dates or two ways of writing its number, papers
// cited before they existed or after they were replaced.
#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"
#include "pass/audit.hpp"
#include "pass/words.hpp"

namespace kehoach::detail {
namespace {

/// One paper that mentions another.
struct Citation {
  DocumentId by;
  Relation relation;
};

/// Who mentions a document, and how.
struct Citations {
  std::map<Date, std::vector<DocumentId>> dates;
  std::map<std::string, std::vector<DocumentId>> symbols;
  std::vector<Citation> all;
};

Citations citations(const Model& model, const AuditIndex& index, DocumentId id) {
  std::vector<std::uint32_t> by;
  index.cited_by().each(id.value(), [&](std::uint32_t d) { by.push_back(d); });
  std::sort(by.begin(), by.end());
  by.erase(std::unique(by.begin(), by.end()), by.end());
  Citations c;
  for (const std::uint32_t d : by)
    model.each_relation(model.document(DocumentId(d)), [&](const RelationRow& r) {
      if (r.to != id) return;
      c.all.push_back({DocumentId(d), r.relation});
      if (r.cited_date != no_date) c.dates[r.cited_date].emplace_back(d);
      if (r.cited_symbol != 0) c.symbols[std::string(model.text(r.cited_symbol))].emplace_back(d);
    });
  return c;
}

bool ends(Relation r) {
  return r == Relation::replaces || r == Relation::repeals || r == Relation::suspends;
}
bool rests(Relation r) {
  return r == Relation::legal_basis || r == Relation::cites || r == Relation::directed_by;
}

class DocumentAudit {
 public:
  DocumentAudit(Findings& found, const AuditView& view, const AuditIndex& index)
      : found_(found), model_(view.model), index_(index), when_(view.when) {}

  void check(DocumentId id) {
    const Citations c = citations(model_, index_, id);
    if (c.all.empty()) return;
    id_ = id;
    words_ = label(model_, id);
    two_dates(c);
    two_styles(c);
    before_issue(c);
    not_in_force(c);
    amended(c);
  }

 private:
  Finding& add(FindingCode code, Text message, const std::set<DocumentId>& others) {
    found_.push_back(make_finding(model_, code, id_, std::move(message)));
    found_.back().others.assign(others.begin(), others.end());
    return found_.back();
  }
  Date issued(DocumentId id) const { return model_.document(id).issued; }

  void two_dates(const Citations& c) {
    const Date own = issued(id_);
    std::map<Date, std::vector<DocumentId>> dates = c.dates;
    if (own != no_date) dates[own];
    if (dates.size() < 2) return;
    Text list;
    std::set<DocumentId> others;
    for (const auto& [day, by] : dates) {
      const char* vi = day == own ? "{} (ngày ghi cho văn bản này)" : "{} (trong {})";
      const char* en = day == own ? "{} (as stated for the document)" : "{} (in {})";
      const Text one = say(vi, en, {day, list_words(model_, by)});
      list.vi += (list.vi.empty() ? "" : "; ") + one.vi;
      list.en += (list.en.empty() ? "" : "; ") + one.en;
      if (day != own) others.insert(by.begin(), by.end());
    }
    add(FindingCode::document_cited_with_two_dates,
        say("{} được dẫn với nhiều ngày khác nhau: {}", "{} is cited with different dates: {}",
            {words_, list}),
        others);
  }

  void two_styles(const Citations& c) {
    const std::string_view own = model_.text(model_.texts(model_.document(id_)).symbol);
    for (const auto& [symbol, by] : c.symbols) {
      if (own.empty() || symbol == own) continue;
      const bool same = small_words(symbol) == small_words(own);
      Finding& f = add(FindingCode::document_cited_in_two_styles,
                       same ? say("{} được ghi thành {} trong {}", "{} is written {} in {}",
                                  {own, symbol, list_words(model_, by)})
                            : say("{} được ghi thành {} trong {}: nhầm số, hoặc là văn bản khác",
                                  "{} is written {} in {}: a wrong number, or another document",
                                  {own, symbol, list_words(model_, by)}),
                       {by.begin(), by.end()});
      if (!same) f.source.clear();
    }
  }

  void before_issue(const Citations& c) {
    const Date day = issued(id_);
    if (day == no_date) return;
    std::set<DocumentId> seen;
    for (const Citation& cited : c.all) {
      const Date citing = issued(cited.by);
      if (citing == no_date || citing >= day || !seen.insert(cited.by).second) continue;
      add(FindingCode::document_cited_before_issue,
          say("{} (ban hành {}) được dẫn trong {} ban hành trước đó, {}",
              "{} (issued {}) is cited by {}, issued earlier, on {}",
              {words_, day, label(model_, cited.by), citing}),
          {cited.by})
          .date = citing;
    }
  }

  void not_in_force(const Citations& c) {
    for (const Citation& end : c.all) {
      const Date gone = issued(end.by);
      if (!ends(end.relation) || gone == no_date || gone > when_.as_of) continue;
      std::set<DocumentId> based, implementing;
      for (const Citation& user : c.all) {
        if (user.by == end.by) continue;
        if (rests(user.relation)) based.insert(user.by);
        if (user.relation == Relation::implements) implementing.insert(user.by);
      }
      for (DocumentId user : implementing) still_implemented(user, end, gone);
      for (DocumentId user : based)
        if (!implementing.contains(user)) still_cited(user, end, gone);
    }
  }
  void still_implemented(DocumentId user, const Citation& end, Date gone) {
    const Date used = issued(user);
    const Text what = ended(end.relation);
    if (used != no_date && used >= gone)
      add(FindingCode::implemented_though_replaced,
          say("{} bị {} {} ngày {}, nhưng {} ban hành {} vẫn triển khai",
              "{0} was {2} by {1} on {3}, but {4}, issued {5}, still implements it",
              {words_, label(model_, end.by), what, gone, label(model_, user), used}),
          {user, end.by})
          .date = used;
    else if (index_.of(user).open > 0)
      add(FindingCode::implemented_though_replaced,
          say("{} bị {} {} ngày {}; xem lại các nhiệm vụ chưa xong của {}",
              "{0} was {2} by {1} on {3}; look again at the open tasks of {4}",
              {words_, label(model_, end.by), what, gone, label(model_, user)}),
          {user, end.by})
          .date = gone;
  }
  void still_cited(DocumentId user, const Citation& end, Date gone) {
    const Date used = issued(user);
    if (used == no_date || used < gone) return;
    add(FindingCode::document_cited_not_in_force,
        say("{} bị {} {} ngày {}, nhưng {} ban hành {} còn viện dẫn",
            "{0} was {2} by {1} on {3}, but {4}, issued {5}, still cites it",
            {words_, label(model_, end.by), ended(end.relation), gone, label(model_, user), used}),
        {user, end.by})
        .date = used;
  }
  static Text ended(Relation r) {
    if (r == Relation::repeals) return {"bãi bỏ", "repealed"};
    if (r == Relation::suspends) return {"đình chỉ", "suspended"};
    return {"thay thế", "replaced"};
  }

  /// Somebody implements the document as it was, though its amendment was there to be read.
  void amended(const Citations& c) {
    for (const Citation& change : c.all) {
      const Date changed = issued(change.by);
      if (change.relation != Relation::amends || changed == no_date) continue;
      std::set<DocumentId> users;
      for (const Citation& user : c.all)
        if (user.relation == Relation::implements && user.by != change.by) users.insert(user.by);
      for (DocumentId user : users) {
        const Date used = issued(user);
        if (used == no_date || used < changed || mentions(user, change.by)) continue;
        add(FindingCode::implemented_though_amended,
            say("{} đã được {} sửa đổi ngày {}, nhưng {} ban hành {} không nêu văn bản sửa đổi",
                "{} was amended by {} on {}, but {}, issued {}, does not name the amendment",
                {words_, label(model_, change.by), changed, label(model_, user), used}),
            {user, change.by})
            .date = used;
      }
    }
  }
  bool mentions(DocumentId by, DocumentId what) const {
    bool found = false;
    model_.each_relation(model_.document(by),
                         [&](const RelationRow& r) { found = found || r.to == what; });
    return found;
  }

  Findings& found_;
  const Model& model_;
  const AuditIndex& index_;
  const When& when_;
  DocumentId id_;
  std::string words_;
};

}  // namespace

void audit_citations(Findings& found, const AuditView& view, const AuditIndex& index,
                     const Rows& documents) {
  DocumentAudit audit(found, view, index);
  for (const std::uint32_t row : documents)
    if (const DocumentId id(row); view.model.present(id) && !index.cited_by().empty(row))
      audit.check(id);
}

}  // namespace kehoach::detail
