// SPDX-License-Identifier: BSL-1.0
#include "plans.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <kehoach/exchange.hpp>

namespace program {
namespace {

using kehoach::Item;
using kehoach::Text;

kehoach::Snapshot load(const Arguments& arguments) {
  if (arguments.operands.empty())
    throw Complaint(arguments.say({"\"" + arguments.command + "\" cần ít nhất một tệp kế hoạch",
                                   "\"" + arguments.command + "\" needs at least one file"}));
  const auto refuse = [&](const std::string& path, const kehoach::Error& error) {
    throw Complaint(path + ": " + arguments.say(error));
  };
  const std::string& first = arguments.operands.front();
  auto engine = kehoach::read_json(read_file(first, arguments));
  if (!engine.ok()) refuse(first, engine.error());
  kehoach::Engine plans = *std::move(engine);
  for (std::size_t i = 1; i < arguments.operands.size(); ++i) {
    const std::string& path = arguments.operands[i];
    const auto added = kehoach::add_json(plans, read_file(path, arguments));
    if (!added.ok()) refuse(path, added.error());
  }
  return plans.snapshot();
}

Text kind_name(kehoach::ItemKind kind) {
  switch (kind) {
    case kehoach::ItemKind::task: return {"việc", "task"};
    case kehoach::ItemKind::report: return {"báo cáo", "report"};
    case kehoach::ItemKind::target: return {"mức chỉ tiêu", "target"};
    case kehoach::ItemKind::unit: return {"đơn vị", "unit"};
    case kehoach::ItemKind::document: return {"văn bản", "document"};
    default: return {"mục", "item"};
  }
}

}  // namespace

std::string read_file(const std::string& path, const Arguments& arguments) {
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(path, ignored);
  std::ifstream file(folder ? "" : path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad())
    throw Complaint(arguments.say({"không đọc được tệp " + path, "cannot read the file " + path}));
  return text;
}

Plans::Plans(const Arguments& arguments) : arguments_(arguments), snapshot_(load(arguments)) {}

kehoach::Evaluation Plans::evaluate() const {
  return snapshot_.evaluate(arguments_.day(), arguments_.known_at).value();
}

std::string Plans::date(kehoach::Date d) const {
  return arguments_.date(d);
}

std::string Plans::figure(const kehoach::Quantity& q, const std::string& measure) const {
  const bool vi = arguments_.language == kehoach::Language::vi;
  return (vi ? q.to_vietnamese() : q.to_string()) + (measure.empty() ? "" : " " + measure);
}

std::string Plans::key(Item item) const {
  return std::string(snapshot_.key(item).value());
}

std::string Plans::label(Item item) const {
  return snapshot_.label(item, arguments_.as_of).value();
}

std::string Plans::document(kehoach::DocumentId id) const {
  if (!id) return {};
  const kehoach::DocumentSpec spec = snapshot_.spec(id).value();
  return !spec.symbol.empty() ? spec.symbol : !spec.title.empty() ? spec.title : label(id);
}

std::string Plans::place(kehoach::DocumentId id, const std::string& path) const {
  const std::string paper = document(id);
  if (path.empty()) return paper;
  return (paper.empty() ? "" : paper + ", ") + say({"mục ", "item "}) + path;
}

std::string Plans::names(const std::vector<kehoach::UnitId>& units, const Text& none) const {
  std::string out;
  for (const kehoach::UnitId unit : units) out += (out.empty() ? "" : ", ") + label(unit);
  return out.empty() ? say(none) : out;
}

Item Plans::find(kehoach::ItemKind kind, const std::string& key) const {
  const auto item = snapshot_.find(kind, key);
  if (!item.ok()) {
    const Text what = kind_name(kind);
    throw Complaint(say({"không có " + what.vi + " nào mang mã \"" + key + "\"",
                         "no " + what.en + " has the key \"" + key + "\""}));
  }
  return *item;
}

kehoach::Calendar Plans::calendar() const {
  std::vector<kehoach::CalendarSpec> chain;  // from the one asked for to the one it rests on
  for (kehoach::CalendarId id = snapshot_.settings().calendar; id;) {
    chain.push_back(snapshot_.spec(id).value());
    const auto base = snapshot_.find(kehoach::ItemKind::calendar, chain.back().base);
    id = base.ok() ? kehoach::CalendarId(base->id) : kehoach::CalendarId();
  }
  if (!chain.empty() && chain.back().base.empty()) {
    auto lowest = kehoach::Calendar::make(chain.back()).value();
    for (auto spec = std::next(chain.rbegin()); spec != chain.rend(); ++spec)
      lowest = kehoach::Calendar::make(*spec, lowest).value();
    return lowest;
  }
  auto lowest = kehoach::vietnam_public_sector();
  for (auto spec = chain.rbegin(); spec != chain.rend(); ++spec)
    lowest = kehoach::Calendar::make(*spec, lowest).value();
  return lowest;
}

kehoach::UnitId Plans::parent(kehoach::UnitId unit) const {
  kehoach::UnitId parent;
  for (const auto& entry : snapshot_.spec(unit).value().parents)
    if (entry.from <= arguments_.day()) parent = entry.value;
  return parent;
}

bool Plans::within(kehoach::UnitId unit, kehoach::UnitId above) const {
  while (unit && unit != above) unit = parent(unit);
  return unit == above;
}

std::string Plans::title(const Text& subject) const {
  return say(subject) + say({", tính đến ngày ", ", as of "}) + date(arguments_.day()) + "\n\n";
}

}  // namespace program
