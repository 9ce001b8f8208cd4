// SPDX-License-Identifier: BSL-1.0
/// Reads the plain text of one Vietnamese administrative paper into plain data.
///
///     kehoach::Reading reading = kehoach::read(text);       // UTF-8, any bytes are safe
///     for (const auto& task : reading.tasks) use(task.path, task.lead, task.deadline.end);
///     std::string json = kehoach::write_json(reading);      // <kehoach/reader_json.hpp>
///
/// A host program prints the JSON with `write_json`, or its own table from the fields below.
/// What the text does not state stays empty; what contradicts itself becomes a finding. Codes are
/// the words of the reader's JSON format, so they print, compare and store as they are. Positions
/// are byte offsets into the text as given and 1-based line numbers (a line ends at LF).
///
/// `read` is pure: no globals, no clock, no locale; it may run on any number of threads at once.
/// Time and memory grow linearly with the text. It never fails on bad bytes: what is not UTF-8 is
/// read as an unknown character, and a finding `not_utf8` names the lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/export.hpp>

namespace kehoach {

/// Where an item stands, and how sure the reader is.
struct ReadPlace {
  std::size_t line = 0;   ///< 1-based line in which it begins; 0: nowhere in particular
  std::size_t begin = 0;  ///< bytes [begin, end) of the input
  std::size_t end = 0;
  double confidence = 1.0;  ///< 0 to 1: 0.9 and more stated outright, 0.5 and less inferred
};

/// The letterhead, title and signature. Empty where the text does not say.
struct ReadDocument {
  std::string symbol;      ///< official form, "84/KH-SYT"
  std::string symbol_raw;  ///< the words it was read from, also when the number is blank
  std::string type;        ///< "KH", "NQ", "QĐ", "CV" …
  std::string issuer;
  Date issued = no_date;
  std::string title;   ///< without the type word
  std::string signer;  ///< without titles
  std::string place;
};

/// Another paper that is cited, at its first mention.
struct ReadReference {
  std::string symbol;  ///< official form; empty: number blank or not given
  std::string raw;
  std::string type;
  std::string issuer;
  Date date = no_date;
  /// "implements", "pursuant_to", "proposed_by", "annex_of", "amends", "replaces", "repeals",
  /// "mentions"
  std::string relation;
  std::string via;  ///< symbol of the paper through which it is cited; empty: directly
  ReadPlace place;
};

/// The words about time, and the days they fix.
struct ReadDeadline {
  std::string raw;
  std::string kind = "none";  ///< "by_date", "period", "recurring", "ongoing", "none"
  Date start = no_date;
  Date end = no_date;          ///< last day, or the day written after "trước"
  bool end_exclusive = false;  ///< the written day itself no longer counts
  /// "daily", "weekly", "monthly", "quarterly", "half_year", "nine_months", "yearly",
  /// "unspecified"; empty unless recurring
  std::string recurrence;
};

/// An item that assigns work.
struct ReadTask {
  std::string path;  ///< "III.1", "IV.2.đ", "V.1.-2", "PL.II.3", "Điều 2"
  std::string text;
  std::vector<std::string> lead;
  std::vector<std::string> support;
  ReadDeadline deadline;
  ReadPlace place;
};

/// One duty to report: one sender, one period.
struct ReadReport {
  std::string path;
  std::string raw;
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::vector<std::string> onward;
  /// "daily" … "yearly", "once", "milestone", "final", "ad_hoc", "by_reference", "unspecified"
  std::string period;
  std::string due_rule;  ///< "before day 20 of month", "by 11-15" …; empty: none stated
  std::vector<Date> due_dates;
  std::optional<bool> exclusive;
  ReadPlace place;
};

/// An amount as written: one number, two bounds, or several named values. Decimal text without
/// blanks and with a point ("13.1"), so no digit is lost.
struct ReadAmount {
  std::string number;
  std::string min;
  std::string max;
  std::vector<std::pair<std::string, std::string>> named;
};

/// A figure to be reached.
struct ReadTarget {
  std::string name;
  std::string raw;
  std::string unit;
  std::string comparator;  ///< ">=", ">", "<=", "<", "=", "range", "increase_by", "decrease_by"
  ReadAmount value;
  std::string by;  ///< "2030" or "2026-06-30"
  bool relative_to_baseline = false;
  std::vector<std::string> executing_unit;
  std::vector<std::string> monitoring_unit;
  std::string path;
  ReadPlace place;
};

struct ReadRecipient {
  std::string unit;
  std::string purpose;  ///< the words in the bracket; "lưu" for the filing line
  ReadPlace place;
};

/// Something wrong or remarkable in the text.
struct ReadFinding {
  std::string code;
  std::string message;  ///< for a person, in Vietnamese
  std::vector<std::size_t> lines;
};

struct Reading {
  ReadDocument document;
  std::vector<ReadReference> references;
  std::vector<ReadTask> tasks;
  std::vector<ReadReport> reports;
  std::vector<ReadTarget> targets;
  std::vector<ReadRecipient> recipients;
  std::vector<ReadFinding> findings;
};

/// One line of the reader's vocabulary: words that mean something to it. Words are compared
/// without case and with either placement of the tone mark; punctuation in them counts.
///
/// | kind          | words              | value       | effect                                   |
/// |---------------|--------------------|-------------|------------------------------------------|
/// | type          | kế hoạch           | KH          | names a type of document                 |
/// | unit          | trạm kiểm dịch     |             | begins the name of a body                |
/// | unit_idiom    | sở, ban, ngành     |             | a list that stays one name               |
/// | issuer        | SYT                | Sở Y tế     | body behind an issuer code               |
/// | label         | đơn vị phụ trách   | lead        | lead, support, time, due, other          |
/// | relation      | nhằm thực hiện     | implements  | a relation code of `ReadReference`       |
/// | bound         | không dưới         | >=          | a comparator                             |
/// | verb          | tham mưu           |             | ends a list of units                     |
/// | zone          | kinh phí           | funding     | what a heading announces                 |
struct VocabularyEntry {
  std::string kind;
  std::string words;
  std::string value;
};

/// The built-in vocabulary, as data.
KEHOACH_EXPORT const std::vector<VocabularyEntry>& default_vocabulary();

/// A reader with its vocabulary compiled. Immutable after construction: `read` may be called from
/// several threads at once. Copies share the compiled vocabulary.
class KEHOACH_EXPORT Reader {
 public:
  /// The built-in vocabulary.
  Reader();
  /// The built-in vocabulary and `extra`; on equal kind and words the later entry wins. An entry
  /// with an unknown kind or without words has no effect.
  explicit Reader(const std::vector<VocabularyEntry>& extra);
  Reader(const Reader&);
  Reader(Reader&&) noexcept;
  Reader& operator=(const Reader&);
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  Reading read(std::string_view text) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

/// `Reader().read(text)`; keep a `Reader` when reading many texts.
KEHOACH_EXPORT Reading read(std::string_view text);

}  // namespace kehoach
