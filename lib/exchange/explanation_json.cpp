// SPDX-License-Identifier: BSL-1.0
#include <kehoach/explanation.hpp>

#include "exchange/clean_text.hpp"
#include "exchange/json_print.hpp"

namespace kehoach {
namespace {

using detail::clean_text;
using detail::JsonLayout;

/// From here down a step stands on one line, so that a deep list is not mostly indent.
constexpr std::size_t deepest_on_lines = 32;

const char* word(ItemKind kind) {
  switch (kind) {
    case ItemKind::calendar: return "calendar";
    case ItemKind::unit: return "unit";
    case ItemKind::document: return "document";
    case ItemKind::task: return "task";
    case ItemKind::report: return "report";
    case ItemKind::indicator: return "indicator";
    case ItemKind::target: return "target";
    case ItemKind::observation: return "observation";
    case ItemKind::none: break;
  }
  return "none";
}

class Tree {
 public:
  explicit Tree(const Snapshot& snapshot) : snapshot_(snapshot) {}

  std::string write(const std::vector<Reason>& reasons) {
    json_.begin_object(JsonLayout::lines);
    member("format", "kehoach.reasons/1");
    json_.key("reasons");
    json_.begin_list(JsonLayout::lines);
    for (const Reason& reason : reasons) step(reason);
    while (!open_.empty()) close();
    json_.end_list();
    json_.end_object();
    return json_.take() + "\n";
  }

 private:
  struct Open {
    std::uint16_t depth;
    bool has_steps;
  };

  void member(const char* name, std::string_view value) {
    json_.key(name);
    json_.text(clean_text(value));
  }
  void given(const char* name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  void item(const char* name, Item item) {
    if (item.id == 0) return;
    json_.key(name);
    json_.begin_object(JsonLayout::one_line);
    member("kind", word(item.kind));
    json_.key("id");
    json_.literal(std::to_string(item.id));
    if (const Result<std::string_view> key = snapshot_.key(item); key.ok()) given("key", *key);
    json_.end_object();
  }

  void step(const Reason& reason) {
    while (!open_.empty() && open_.back().depth >= reason.depth) close();
    if (!open_.empty() && !open_.back().has_steps) {
      json_.key("because");
      json_.begin_list(JsonLayout::lines);
      open_.back().has_steps = true;
    }
    json_.begin_object(open_.size() < deepest_on_lines ? JsonLayout::lines : JsonLayout::one_line);
    open_.push_back({reason.depth, false});
    member("rule", reason.rule);
    json_.key("text");
    json_.begin_object(JsonLayout::lines);
    member("vi", reason.text.vi);
    member("en", reason.text.en);
    json_.end_object();
    given("source", reason.source);
    item("item", reason.item);
    item("document", reason.document);
    given("path", reason.path);
    given("date", to_string(reason.date));
  }
  void close() {
    if (open_.back().has_steps) json_.end_list();
    json_.end_object();
    open_.pop_back();
  }

  const Snapshot& snapshot_;
  detail::JsonPrinter json_;
  std::vector<Open> open_;
};

}  // namespace

std::string write_json(const std::vector<Reason>& reasons, const Snapshot& snapshot) {
  return Tree(snapshot).write(reasons);
}

}  // namespace kehoach
