// SPDX-License-Identifier: BSL-1.0
#include "exchange/cascade_writer.hpp"

#include "exchange/cascade_field.hpp"

namespace kehoach::detail {

bool CascadeWriter::is_marked(Item item) const {
  const std::vector<bool>& marks = marks_[static_cast<std::size_t>(item.kind)];
  return item.id < marks.size() && marks[item.id];
}

std::string CascadeWriter::made_key(Item item) const {
  if (!is_marked(item)) return "";
  std::string key = "#" + std::to_string(item.id);
  while (snapshot_.find(item.kind, key).ok()) key.insert(0, 1, '#');
  return key;
}

void CascadeWriter::reference(Item item) {
  const Result<std::string_view> key = snapshot_.key(item);
  if (key.ok() && !key->empty()) return text(*key);
  if (!is_marked(item)) {
    std::vector<bool>& marks = marks_[static_cast<std::size_t>(item.kind)];
    if (marks.size() <= item.id) marks.resize(snapshot_.count(item.kind) + std::size_t{1});
    marks[item.id] = true;
    found_new_ = true;
  }
  text(made_key(item));
}

void write_members(CascadeWriter& out, JsonFields fields, const void* item) {
  for (const JsonField& field : fields) field.write(out, field, item);
}

}  // namespace kehoach::detail
