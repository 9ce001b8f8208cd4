// SPDX-License-Identifier: BSL-1.0
/// Several papers that were read, put together: which names mean the same office, which citation
/// means which paper, and which task of a lower paper may implement which task of an upper one.
///
///     LinkedPapers linked = link({{"a.txt", read(a)}, {"b.txt", read(b)}});
///     for (const Proposal& p : linked.proposals) ask(p);      // the decision is the host's
///
/// Nothing is merged that the papers do not show to be one:
///
/// | written                                             | becomes                                   |
/// |-----------------------------------------------------|-------------------------------------------|
/// | phòng nghiệp vụ Dược, Phòng Nghiệp vụ Dược Sở Y tế  | one office, below the department          |
/// | UBND tỉnh, Ủy ban nhân dân tỉnh Cà Mau              | one office, in papers of that province    |
/// | Sở Tài chính in papers of two provinces             | two offices                               |
/// | Giám đốc Sở Y tế, Sở Y tế                           | one office: the post answers for it       |
/// | các đơn vị liên quan                                | a group whose members the papers do not name |
///
/// A whole cascade from texts in one call: `read_cascade` in <kehoach/read_cascade.hpp>.
/// `link` is pure: no globals, no clock; any thread. Linear in the papers but for proposals, which
/// compare each task with those of the papers that its own paper implements.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>
#include <kehoach/reader.hpp>
#include <kehoach/unit.hpp>

namespace kehoach {

/// "No such": where an index may be absent.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

struct ReadPaper {
  std::string name;  ///< the host's word for it: a file name
  Reading reading;
};

/// One office or group, however it is written.
struct LinkedUnit {
  std::string name;                  ///< the fullest form that a paper uses
  std::vector<std::string> written;  ///< all forms, in the order of the papers
  Level level = Level::division;
  bool group = false;  ///< an addressee for several: "các sở, ngành"
  std::string place;   ///< the province or commune that tells it from its namesakes; may be ""
  std::size_t parent = no_index;  ///< index of a unit
};

/// A paper that was given, or one that a given paper cites by its number.
struct LinkedDocument {
  std::string symbol;  ///< official form; "" only for a given paper without a number
  std::string type;
  std::string title;
  Date issued = no_date;
  std::size_t issuer = no_index;  ///< index of a unit
  std::size_t paper = no_index;   ///< index of the given paper; `no_index`: only cited
};

struct LinkedRelation {
  std::size_t from = no_index;  ///< indices of documents
  std::size_t to = no_index;
  std::string relation;  ///< as in `ReadReference`
  std::size_t via = no_index;
  std::string cited_symbol;  ///< as written here
  Date cited_date = no_date;
};

/// "This task seems to implement that one." Nothing is linked by it.
struct Proposal {
  std::size_t lower_paper = 0, lower_task = 0;  ///< indices of papers and of their tasks
  std::size_t upper_paper = 0, upper_task = 0;
  double score = 0;  ///< 0 to 1, the three below together
  double words = 0;  ///< how much of their wording agrees, rare words counting more
  double duty = 0;   ///< 1: the upper task is given to who issued the lower paper; 0.5: to a group
  double time = 0;   ///< 1: the lower ends in time for the upper; 0.5: one of them has no day
};

/// What found no place, and why.
struct Unplaced {
  std::size_t paper = 0;
  std::size_t line = 0;  ///< 0: the paper as a whole
  /// "citation_without_number", "same_paper_twice", "isolated_paper", "group_without_members",
  /// "task_without_lead", "deadline_without_day", "report_without_sender", "target_without_figure"
  std::string code;
  std::string words;
};

struct LinkedPapers {
  std::vector<LinkedUnit> units;
  std::vector<LinkedDocument> documents;  ///< the given papers first, in their order
  std::vector<LinkedRelation> relations;
  std::vector<Proposal> proposals;  ///< by paper and task, the best first
  std::vector<Unplaced> unplaced;
  /// For each paper: every name it uses, sorted, with the index of its unit.
  std::vector<std::vector<std::pair<std::string, std::size_t>>> names;

  /// The unit that a name means in a paper; `no_index` if the paper does not use the name.
  KEHOACH_EXPORT std::size_t unit_of(std::size_t paper, const std::string& name) const;
};

KEHOACH_EXPORT LinkedPapers link(const std::vector<ReadPaper>&);

}  // namespace kehoach
