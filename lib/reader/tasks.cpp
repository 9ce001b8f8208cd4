// SPDX-License-Identifier: BSL-1.0
#include "reader/tasks.hpp"

#include <algorithm>

#include "reader/labels.hpp"
#include "reader/roles.hpp"
#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

class TaskFinder {
 public:
  TaskFinder(const Source& source, const Outline& outline, DeadlineReader& deadlines)
      : source_(source), outline_(outline), deadlines_(deadlines) {}

  Tasks run() {
    tasks_.of_node.assign(outline_.nodes.size(), 0);
    for (std::uint32_t n = 0; n < outline_.nodes.size(); ++n) {
      if (is_task(n)) add(n);
    }
    return std::move(tasks_);
  }

 private:
  const Node& node(std::uint32_t n) const { return outline_.nodes[n]; }
  const Block& block(std::uint32_t b) const { return source_.blocks[b]; }

  bool working_zone(const Node& item) const {
    return item.zone == Zone::tasks || item.zone == Zone::organisation || item.zone == Zone::none;
  }

  bool has_items(const Node& item) const {
    return std::any_of(item.children.begin(), item.children.end(),
                       [&](std::uint32_t c) { return node(c).marker.kind != MarkerKind::none; });
  }

  bool has_role_label(const Node& item) const {
    for (std::uint32_t b : item.labels) {
      const std::string_view kind = source_.value(block(b).body.begin, Kind::label);
      if (kind == "lead" || kind == "support" || kind == "time") return true;
    }
    return false;
  }

  /// Below an item whose labels serve all its sub-items.
  bool shared_above(const Node& item) const {
    for (std::uint32_t p = item.parent; !is_root(p) && !node(p).section; p = node(p).parent) {
      if (owns_labels(p)) return true;
    }
    return false;
  }

  bool is_root(std::uint32_t n) const { return node(n).parent == n; }

  bool owns_labels(std::uint32_t n) const {
    if (!has_role_label(node(n)) || node(n).section) return false;
    return std::none_of(node(n).children.begin(), node(n).children.end(),
                        [&](std::uint32_t c) { return has_role_label(node(c)); });
  }

  bool is_task(std::uint32_t n) const {
    const Node& item = node(n);
    if (is_root(n) || !working_zone(item) || item.body.empty()) return false;
    if (block(item.block).row) return false;
    if (shared_above(item)) return false;
    if (item.marker.kind == MarkerKind::none) return assigning_paragraph(item);
    if (item.marker.kind == MarkerKind::article)
      return !has_items(item) && assigning_paragraph(item) && !executes(item);
    if (item.section) return false;
    if (dashed(item) && addressee_only(item)) return false;
    if (below_article(item) && item.zone == Zone::none) return assigning_paragraph(item);
    if (has_items(item) && !owns_labels(n)) return false;
    return item.zone != Zone::none || !item.annex;
  }

  static bool dashed(const Node& item) { return item.marker.kind >= MarkerKind::dash; }

  /// "- Bộ trưởng Bộ Y tế;" in a list of addressees.
  bool addressee_only(const Node& item) const {
    const bool listed = source_.sign(item.body.end - 1, ";.,");
    if (!item.children.empty() || !item.labels.empty()) return false;
    if (!item.paragraphs.empty() && !listed) return false;
    std::uint32_t end = item.body.begin;
    return !heading_units(source_, item.body, &end).empty() && end + 1 >= item.body.end;
  }

  bool below_article(const Node& item) const {
    for (std::uint32_t p = item.parent; !is_root(p); p = node(p).parent) {
      if (node(p).marker.kind == MarkerKind::article) return true;
    }
    return false;
  }

  /// A paragraph without number is a task only if it says who has to act.
  bool assigning_paragraph(const Node& item) const {
    if (item.zone == Zone::closing) return false;
    return !roles_in(source_, item.body).lead.empty();
  }

  /// "… chịu trách nhiệm thi hành Quyết định này" obliges, but assigns no work of its own.
  bool executes(const Node& item) const {
    for (std::uint32_t t = item.body.begin; t + 1 < item.body.end; ++t) {
      if (source_.low(t) == "thi" && source_.low(t + 1) == "hành" && t > item.body.begin &&
          source_.low(t - 1) == "nhiệm")
        return true;
    }
    return false;
  }

  void add(std::uint32_t n) {
    const Node& item = node(n);
    FoundTask found;
    found.node = n;
    found.task.path = item.path;
    const std::vector<LabelValue> labels = labels_of(item);
    const Range own = own_text(item, labels);
    found.text = own;
    found.task.text = text_of(item, labels);
    if (found.task.text.empty()) return;  // "2. Đối tượng: …" is a label, not a task
    take_labels(found, labels);
    take_roles(found, n, labels);
    if (!found.labelled_time) found.task.deadline = deadline_in(item, labels);
    const Extent bytes = source_.page.bytes({item.tokens.begin, last_token(item)});
    found.task.place = {source_.page.line_number(item.tokens.begin), bytes.begin, bytes.end,
                        confidence_};
    tasks_.found.push_back(std::move(found));
    tasks_.of_node[n] = static_cast<std::uint32_t>(tasks_.found.size());
  }

  std::uint32_t last_token(const Node& item) const {
    std::uint32_t end = block(item.last_block).tokens.end;
    for (std::uint32_t c : item.children) end = std::max(end, last_token_of_leaf(node(c)));
    return std::max(end, item.tokens.end);
  }
  std::uint32_t last_token_of_leaf(const Node& item) const {
    return block(item.last_block).tokens.end;
  }

  /// Label lines of the item and labels that stand inside its paragraphs.
  std::vector<LabelValue> labels_of(const Node& item) const {
    std::vector<LabelValue> all = labels_in(source_, item.body, false);
    for (std::uint32_t b : item.paragraphs) {
      for (const LabelValue& value : labels_in(source_, block(b).body, false)) all.push_back(value);
    }
    for (std::uint32_t b : item.labels) {
      for (const LabelValue& value : labels_in(source_, block(b).body, true)) all.push_back(value);
    }
    return all;
  }

  Range own_text(const Node& item, const std::vector<LabelValue>& labels) const {
    Range r = item.body;
    if (!labels.empty() && labels.front().label.begin >= r.begin &&
        labels.front().label.begin < r.end)
      r.end = labels.front().label.begin;
    return r;
  }

  std::string text_of(const Node& item, const std::vector<LabelValue>& labels) const {
    std::string text;
    const auto append = [&](Range r) {
      for (const LabelValue& label : labels) {
        if (label.label.begin >= r.begin && label.label.begin < r.end) r.end = label.label.begin;
      }
      while (!r.empty() && source_.sign(r.end - 1, "([-")) --r.end;
      if (!r.empty()) text += (text.empty() ? "" : " ") + source_.page.words(r);
    };
    append(item.body);
    for (std::uint32_t b : item.paragraphs) append(block(b).body);
    if (owns_labels_with_children(item)) {
      for (std::uint32_t c : item.children) append(node(c).tokens);
    }
    return text;
  }

  bool owns_labels_with_children(const Node& item) const {
    return !item.children.empty() && has_role_label(item);
  }

  void take_labels(FoundTask& found, const std::vector<LabelValue>& labels) {
    confidence_ = 0.9;
    for (const LabelValue& label : labels) {
      if (label.kind == "lead" || label.kind == "both")
        add_new(found.task.lead, lead_names(found, label.value));
      if (label.kind == "support" || label.kind == "both")
        add_new(found.task.support, names_of(source_, units_of(source_, strip_with(label.value))));
      if (label.kind == "time" && !found.labelled_time) {
        found.task.deadline = deadlines_.of_label(label.value);
        found.labelled_time = true;
      }
      if (label.kind == "lead" || label.kind == "time") confidence_ = 1.0;
    }
  }

  /// "Đơn vị thực hiện: A chủ trì, phối hợp với B" has both in one value.
  std::vector<std::string> lead_names(FoundTask& found, Range value) {
    for (std::uint32_t t = value.begin; t < value.end; ++t) {
      if (source_.cue(t, Cue::lead_verb) || source_.cue(t, Cue::with)) {
        const Roles roles = roles_in(source_, value);
        add_new(found.task.support, roles.support);
        if (!roles.lead.empty()) return roles.lead;
        return names_of(source_, units_of(source_, {value.begin, t}));
      }
    }
    return names_of(source_, units_of(source_, value));
  }

  Range strip_with(Range value) const {
    const std::uint32_t length = source_.cue(value.begin, Cue::with);
    return {value.begin + length, value.end};
  }

  void take_roles(FoundTask& found, std::uint32_t n, const std::vector<LabelValue>& labels) {
    const bool role_label = std::any_of(labels.begin(), labels.end(), [](const LabelValue& l) {
      return l.kind == "lead" || l.kind == "support" || l.kind == "both";
    });
    if (role_label) return;
    const Node& item = node(n);
    std::uint32_t behind = item.body.begin;
    std::vector<std::string> heading = heading_units(source_, item.body, &behind);
    if (!heading.empty()) {
      found.task.lead = heading;
      const Roles rest = roles_of_item(item, behind);
      add_new(found.task.support, rest.support);
      return;
    }
    Roles roles = roles_of_item(item, item.body.begin);
    if (roles.lead.empty()) inherit(roles, n);
    found.task.lead = std::move(roles.lead);
    found.task.support = std::move(roles.support);
    confidence_ = std::min(confidence_, roles.confidence);
  }

  Roles roles_of_item(const Node& item, std::uint32_t from) const {
    Roles roles = roles_in(source_, {from, item.body.end});
    for (std::uint32_t b : item.paragraphs) {
      const Roles more = roles_in(source_, block(b).body);
      if (roles.lead.empty()) add_new(roles.lead, more.lead);
      add_new(roles.support, more.support);
    }
    return roles;
  }

  /// The unit of the heading above, or the subject of the sentence that opens the list.
  void inherit(Roles& roles, std::uint32_t n) const {
    for (std::uint32_t p = node(n).parent; !is_root(p); p = node(p).parent) {
      const Node& above = node(p);
      std::vector<std::string> heading = heading_units(source_, above.body);
      if (!heading.empty()) {
        roles.lead = std::move(heading);
        roles.confidence = 0.9;
        return;
      }
      if (above.section && above.zone != Zone::organisation) return;
      Roles sentence = roles_in(source_, above.body);
      if (!sentence.lead.empty() && opens_list(above)) {
        roles.lead = std::move(sentence.lead);
        add_new(roles.support, sentence.support);
        roles.confidence = 0.8;
        return;
      }
    }
    if (node(n).annex || outline_.nodes.front().children.empty()) return;
    const std::uint32_t first = node(outline_.nodes.front().children.front()).block;
    if (first > 0) addressed(roles, block(first - 1).tokens);
  }

  /// "… đề nghị các đơn vị thực hiện:" in front of the first item speaks to all of them.
  void addressed(Roles& roles, Range opening) const {
    if (opening.empty() || !source_.sign(opening.end - 1, ':')) return;
    for (std::uint32_t t = opening.begin; t < opening.end; ++t) {
      const std::uint32_t length = source_.cue(t, Cue::assign);
      if (length == 0) continue;
      const UnitList units = units_at(source_, t + length, opening.end);
      if (units.empty()) continue;
      roles.lead = names_of(source_, units);
      roles.confidence = 0.6;
    }
  }

  bool opens_list(const Node& above) const {
    return !above.body.empty() && source_.sign(above.body.end - 1, ':');
  }

  ReadDeadline deadline_in(const Node& item, const std::vector<LabelValue>& labels) {
    ReadDeadline best = deadlines_.in_text(own_text(item, labels));
    for (std::uint32_t b : item.paragraphs) {
      if (best.kind != "none") break;
      best = deadlines_.in_text(block(b).body);
    }
    for (const LabelValue& label : labels) {  // "Cơ quan tham mưu: Sở Y tế. Hoàn thành trong …"
      if (best.kind != "none") break;
      if (label.kind == "lead" || label.kind == "support") best = deadlines_.in_text(label.value);
    }
    return best;
  }

  const Source& source_;
  const Outline& outline_;
  DeadlineReader& deadlines_;
  Tasks tasks_;
  double confidence_ = 1.0;
};

}  // namespace

Tasks find_tasks(const Source& source, const Outline& outline, DeadlineReader& deadlines) {
  return TaskFinder(source, outline, deadlines).run();
}

}  // namespace kehoach::detail
