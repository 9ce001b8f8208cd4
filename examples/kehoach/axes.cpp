// SPDX-License-Identifier: BSL-1.0
// The words for rows and columns on the command line, and what stands at their heads.
#include <algorithm>
#include <array>
#include <map>

#include "tables.hpp"

namespace program {
namespace {

using kehoach::Axis;
using kehoach::AxisSpec;
using kehoach::Bucket;
using kehoach::Period;
using kehoach::Text;

const std::map<std::string, Axis> axis_words = {
    {"all", Axis::none},    {"document", Axis::document}, {"unit", Axis::unit},
    {"level", Axis::level}, {"status", Axis::status},     {"under", Axis::under}};
const std::map<std::string, Period> period_words = {{"week", Period::week},
                                                    {"month", Period::month},
                                                    {"quarter", Period::quarter},
                                                    {"half_year", Period::half_year},
                                                    {"year", Period::year}};

struct LevelWords {
  const char* code;
  Text text;
};
const std::array<LevelWords, kehoach::level_count> levels = {{
    {"national", {"trung ương", "national"}},
    {"ministry", {"bộ", "ministry"}},
    {"province", {"tỉnh", "province"}},
    {"commune", {"xã", "commune"}},
    {"department", {"sở", "department"}},
    {"hospital", {"bệnh viện", "hospital"}},
    {"station", {"trạm y tế", "station"}},
    {"division", {"khoa, phòng", "division"}},
}};

AxisSpec axis(const Arguments& arguments, const std::string& text) {
  AxisSpec spec;
  std::string word = text;
  if (const auto colon = text.find(":own");
      colon != std::string::npos && colon + 4 == text.size()) {
    spec.below = false;
    word = text.substr(0, colon);
  }
  if (const auto known = axis_words.find(word); known != axis_words.end()) {
    spec.axis = known->second;
  } else {
    spec.axis = Axis::period;
    spec.period = period(arguments, word);
  }
  return spec;
}

}  // namespace

std::vector<std::string> parts(const std::string& text, char separator) {
  std::vector<std::string> found{""};
  for (const char c : text) {
    if (c == separator)
      found.emplace_back();
    else
      found.back() += c;
  }
  return found;
}

Period period(const Arguments& arguments, const std::string& word) {
  const auto known = period_words.find(word);
  if (known == period_words.end())
    throw Complaint(arguments.say({"không hiểu \"" + word + "\" (xem: kehoach help)",
                                   "\"" + word + "\" is not known (see: kehoach help --lang en)"}));
  return known->second;
}

kehoach::CrossTableSpec axes(const Arguments& arguments) {
  const std::vector<std::string> words = parts(arguments.figures.by);
  if (words.size() > 2)
    throw Complaint(arguments.say({"--by nhận một hoặc hai chiều", "--by takes one axis or two"}));
  kehoach::CrossTableSpec spec;
  spec.rows = axis(arguments, words[0]);
  if (words.size() == 2) spec.columns = axis(arguments, words[1]);
  return spec;
}

kehoach::Scope scope(const Plans& plans) {
  kehoach::Scope scope;
  const Arguments& arguments = plans.arguments();
  if (arguments.kind == kehoach::ItemKind::none) return scope;
  const kehoach::Item item = plans.find(arguments.kind, arguments.key);
  switch (item.kind) {
    case kehoach::ItemKind::unit: scope.unit = kehoach::UnitId(item.id); break;
    case kehoach::ItemKind::document: scope.document = kehoach::DocumentId(item.id); break;
    case kehoach::ItemKind::task: scope.under = kehoach::TaskId(item.id); break;
    default:
      throw Complaint(plans.say({"chỉ tổng hợp được theo --unit, --document hoặc --task",
                                 "sums are by --unit, --document or --task"}));
  }
  return scope;
}

std::string code(const Plans& plans, const Bucket& bucket) {
  if (bucket.item.id != 0) return plans.key(bucket.item);
  if (bucket.axis == Axis::status) return kehoach::name(bucket.status);
  if (bucket.has_level) return levels[static_cast<std::size_t>(bucket.level)].code;
  if (bucket.first == kehoach::no_date) return "";
  return kehoach::to_string(bucket.first) + "/" + kehoach::to_string(bucket.last);
}

std::string words(const Plans& plans, const Bucket& bucket) {
  if (bucket.item.kind == kehoach::ItemKind::document)
    return plans.document(kehoach::DocumentId(bucket.item.id));
  if (bucket.item.id != 0) return plans.label(bucket.item);
  if (bucket.axis == Axis::status) return plans.say(kehoach::describe(bucket.status));
  if (bucket.has_level) return plans.say(levels[static_cast<std::size_t>(bucket.level)].text);
  if (bucket.first != kehoach::no_date)
    return plans.date(bucket.first) + " - " + plans.date(bucket.last);
  return bucket.axis == Axis::none ? plans.say({"Tất cả", "All"})
                                   : plans.say({"(không có)", "(none)"});
}

}  // namespace program
