// SPDX-License-Identifier: BSL-1.0
/// The plans that the command line names, and their items in words for people.
#pragma once

#include <string>
#include <vector>

#include <kehoach/engine.hpp>

#include "arguments.hpp"

namespace program {

/// The whole file; throws `Complaint`.
std::string read_file(const std::string& path, const Arguments&);

/// Plans and answers for the day asked about.
class Plans {
 public:
  /// Reads the files in order, each added to those before it; throws `Complaint`.
  explicit Plans(const Arguments&);

  const Arguments& arguments() const { return arguments_; }
  const kehoach::Snapshot& snapshot() const { return snapshot_; }
  /// For `Arguments::day()` and what was known at `known_at`.
  kehoach::Evaluation evaluate() const;

  const std::string& say(const kehoach::Text& text) const { return arguments_.say(text); }
  /// "30/7/2025" or "2025-07-30".
  std::string date(kehoach::Date) const;
  /// "13,1" or "13.1", with the measure behind it: "90 %", "13,1 bác sĩ/vạn dân".
  std::string figure(const kehoach::Quantity&, const std::string& measure = "") const;
  std::string key(kehoach::Item) const;
  /// As the library labels it on the day asked about.
  std::string label(kehoach::Item) const;
  /// A document's symbol, or its title where the paper has no symbol.
  std::string document(kehoach::DocumentId) const;
  /// "84/KH-SYT, mục IV.1".
  std::string place(kehoach::DocumentId, const std::string& path) const;
  /// What a step rests on: an article or a paper, or that the host chose it.
  std::string source(const std::string& source) const { return arguments_.source(source); }
  /// Names with commas between; `none` where there are none.
  std::string names(const std::vector<kehoach::UnitId>& units, const kehoach::Text& none) const;
  /// The item of that kind and key; throws `Complaint` that says which key is unknown.
  kehoach::Item find(kehoach::ItemKind, const std::string& key) const;
  /// The calendar that counts where no office has its own.
  kehoach::Calendar calendar() const;
  /// The office above on the day asked about; none at the top.
  kehoach::UnitId parent(kehoach::UnitId) const;
  /// Whether an office is `above` or lies below it on the day asked about.
  bool within(kehoach::UnitId unit, kehoach::UnitId above) const;
  /// The subject and the day asked about, as a heading.
  std::string title(const kehoach::Text& subject) const;

 private:
  Arguments arguments_;
  kehoach::Snapshot snapshot_;
};

/// The ids of one kind that are there, in order.
template <class Id>
std::vector<Id> all(const kehoach::Snapshot& snapshot) {
  std::vector<Id> ids;
  const auto kind = kehoach::Item(Id(1)).kind;
  for (std::uint32_t i = 1; i <= snapshot.count(kind); ++i)
    if (snapshot.contains(Id(i))) ids.push_back(Id(i));
  return ids;
}

}  // namespace program
