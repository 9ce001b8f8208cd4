// SPDX-License-Identifier: BSL-1.0
/// Gathers the faults of one item at a time; the words of every refusal are written here once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kehoach/result.hpp>

#include "base/utf8.hpp"
#include "model/organisation.hpp"

namespace kehoach::detail {

class Faults {
 public:
  explicit Faults(const Model& model) : model_(model) {}

  void at(Item item) { item_ = item; }
  void add(Errc code, std::string_view what, std::vector<Item> others = {}) {
    std::vector<Item> items{item_};
    items.insert(items.end(), others.begin(), others.end());
    found_.push_back({code, name_of(item_) + ": " + std::string(what), std::move(items), {}});
  }
  /// `no_date`, or a day in 1900 to 2100.
  void day(Date d, std::string_view field) {
    if (d == no_date) return;
    if (d < first_day || d > last_day)
      add(Errc::invalid_value, text(field, " is outside 1900-2100"));
  }
  void required(bool given, std::string_view field) {
    if (!given) add(Errc::missing_field, text(field, " is missing"));
  }
  void range(std::int64_t value, std::int64_t low, std::int64_t high, std::string_view field) {
    if (value < low || value > high)
      add(Errc::invalid_value, std::string(field) + " " + std::to_string(value) + " is outside " +
                                   std::to_string(low) + " to " + std::to_string(high));
  }
  /// A reference that is none or names a present item.
  void reference(Item to, std::string_view field) {
    if (to.id != 0 && !model_.present(to))
      add(Errc::unknown_id,
          std::string(field) + " names " + label(model_, to) + ", which is not there", {to});
  }
  template <class Kind>
  void reference(Id<Kind> to, std::string_view field) {
    if (to && !model_.present(to)) reference(Item(to), field);
  }
  /// One of a list of references; none may be empty.
  template <class Id>
  void entry(Id id, std::string_view field) {
    if (!id) add(Errc::missing_field, text(field, " has an empty entry"));
    reference(id, field);
  }
  template <class Ids>
  void references(const Ids& ids, std::string_view field) {
    for (const auto& id : ids) entry(id, field);
    if (ids.size() > 0xFFFF) add(Errc::too_large, text(field, " has more than 65535 entries"));
  }
  void words(std::string_view value, std::string_view field,
             std::size_t most = StringPool::longest) {
    if (value.empty()) return;
    if (value.size() > most)
      add(Errc::too_large,
          std::string(field) + " is longer than " + std::to_string(most) + " bytes");
    else if (!is_utf8(value))
      add(Errc::not_utf8, text(field, " is not UTF-8"));
  }
  /// One fault whose message is the way round: a -> b -> a.
  void cycle(std::string_view what, const std::vector<Item>& items) {
    std::string message(what);
    message += ": ";
    for (Item item : items) message += name_of(item) + " -> ";
    message += name_of(items.front());
    found_.push_back({Errc::cycle, std::move(message), items, {}});
  }
  std::vector<Error> take() { return std::move(found_); }

 private:
  static constexpr Date first_day = from_day_number(-25'567);  // 1900-01-01
  static constexpr Date last_day = from_day_number(47'846);    // 2100-12-31
  static std::string text(std::string_view a, std::string_view b) {
    return std::string(a) + std::string(b);
  }
  std::string name_of(Item item) const {
    const std::string_view key = model_.key(item);
    return key.empty() ? label(model_, item) : std::string(key);
  }

  const Model& model_;
  Item item_;
  std::vector<Error> found_;
};

}  // namespace kehoach::detail
