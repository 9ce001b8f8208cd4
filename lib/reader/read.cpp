// SPDX-License-Identifier: BSL-1.0
// The stages in order. Each takes what those before it found and changes none of it.
#include <kehoach/reader.hpp>

#include <algorithm>
#include <iterator>

#include "reader/findings.hpp"
#include "reader/letterhead.hpp"
#include "reader/plan_year.hpp"
#include "reader/recipients.hpp"
#include "reader/references.hpp"
#include "reader/reports.hpp"
#include "reader/table.hpp"
#include "reader/target_time.hpp"
#include "reader/targets.hpp"
#include "reader/tasks.hpp"

namespace kehoach {

struct Reader::State {
  detail::Lexicon lexicon;
};

namespace {

std::vector<VocabularyEntry> joined(const std::vector<VocabularyEntry>& extra) {
  std::vector<VocabularyEntry> all = default_vocabulary();
  all.insert(all.end(), extra.begin(), extra.end());
  return all;
}

std::vector<std::uint32_t> ends_of(const std::vector<detail::Block>& blocks) {
  std::vector<std::uint32_t> ends;
  ends.reserve(blocks.size());
  for (const detail::Block& block : blocks) ends.push_back(block.tokens.end);
  return ends;
}

/// Does an item begin in one of the ranges? They are in order and do not overlap.
bool inside(const std::vector<detail::Range>& ranges, detail::Range r) {
  const auto behind =
      std::upper_bound(ranges.begin(), ranges.end(), r.begin,
                       [](std::uint32_t t, detail::Range range) { return t < range.begin; });
  return behind != ranges.begin() && r.begin < std::prev(behind)->end;
}

bool inside(const std::vector<detail::Range>& ranges, const detail::Page& page,
            const ReadPlace& place) {
  const auto behind = std::upper_bound(
      ranges.begin(), ranges.end(), place.begin,
      [&](std::size_t at, detail::Range range) { return at < page.bytes(range).begin; });
  return behind != ranges.begin() && place.begin < page.bytes(*std::prev(behind)).end;
}

/// No combining mark stands in the input: all letters of these papers are composed then.
bool is_composed(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (lead == 0xCC || (lead == 0xCD && next < 0xB0)) return false;
  }
  return true;
}

/// The lines in which the bytes at `offsets` stand, 1-based, each once; offsets in order.
std::vector<std::size_t> lines_of(std::string_view text,
                                  const std::vector<std::uint32_t>& offsets) {
  std::vector<std::size_t> lines;
  std::size_t line = 1;
  std::size_t at = 0;
  for (const std::uint32_t offset : offsets) {
    line += static_cast<std::size_t>(
        std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + offset, '\n'));
    at = offset;
    if (lines.empty() || lines.back() != line) lines.push_back(line);
  }
  return lines;
}

template <class Item>
void in_text_order(std::vector<Item>& items) {
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.place.begin < b.place.begin; });
}

std::string title_year(const detail::Source& source, const detail::Form& form) {
  for (std::uint32_t b = form.type_line; b < form.preamble && b < source.blocks.size(); ++b) {
    const std::string year = detail::horizon_year(source, source.blocks[b].tokens);
    if (!year.empty()) return year;
  }
  return {};
}

}  // namespace

Reader::Reader() : Reader(std::vector<VocabularyEntry>{}) {}
Reader::Reader(const std::vector<VocabularyEntry>& extra)
    : state_(std::make_shared<const State>(State{detail::Lexicon(joined(extra))})) {}
Reader::Reader(const Reader&) = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(const Reader&) = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reading Reader::read(std::string_view text) const {
  using namespace detail;
  const Lexicon& lexicon = state_->lexicon;
  Page page = tokenize(text);
  const Layout layout = clean(page);
  lexicon.number_words(page);
  const std::vector<Block> blocks = cut_blocks(page, layout, lexicon);
  const Marks marks = lexicon.mark(page, ends_of(blocks));
  const Source source{page, lexicon, marks, blocks, layout};
  const Form form = find_form(source);
  const Outline outline = make_outline(page, blocks, marks, lexicon, form.parts());
  Letterhead head = find_letterhead(source, form);
  const Cited cited = find_references(source, form.body, head.own_number);
  const bool from_annex = complete_letterhead(source, form, cited, head);
  const Recipients recipients = find_recipients(source, form);
  const Date issued = head.document.issued;
  const std::string horizon = title_year(source, form);
  const int year =
      plan_year(source, outline, cited, issued != no_date ? ymd(issued).year : head.year, horizon);
  DeadlineReader deadlines(source, issued, year);
  const Tasks tasks = find_tasks(source, outline, deadlines);
  const Date not_before = issued != no_date ? issued : latest_cited(cited);
  const std::vector<FoundReport> reports =
      find_reports(source, outline, tasks, deadlines, {not_before, year});
  const std::vector<FoundTarget> targets = find_targets(source, outline, horizon);
  const TableItems tables = find_tables(source, form, outline, deadlines);

  Reading reading;
  reading.document = head.document;
  reading.references = cited.references;
  for (const FoundTask& found : tasks.found) {
    if (!inside(tables.ranges, found.text)) reading.tasks.push_back(found.task);
  }
  reading.tasks.insert(reading.tasks.end(), tables.tasks.begin(), tables.tasks.end());
  for (const FoundTarget& found : targets) {
    if (!inside(tables.ranges, page, found.target.place)) reading.targets.push_back(found.target);
  }
  reading.targets.insert(reading.targets.end(), tables.targets.begin(), tables.targets.end());
  in_text_order(reading.tasks);
  in_text_order(reading.targets);
  for (const FoundReport& found : reports) reading.reports.push_back(found.report);
  in_text_order(reading.reports);
  reading.recipients = recipients.entries;
  const std::vector<std::size_t> broken = lines_of(text, page.composed.not_utf8);
  reading.findings =
      find_findings({source, form, outline, head, from_annex, cited, tasks, reports, targets,
                     tables, recipients, deadlines, reading.tasks, is_composed(text), broken});
  return reading;
}

Reading read(std::string_view text) {
  return Reader().read(text);
}

}  // namespace kehoach
