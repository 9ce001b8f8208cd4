// SPDX-License-Identifier: BSL-1.0
#include "reader/findings.hpp"

#include <algorithm>
#include <string>

#include "reader/dates.hpp"

namespace kehoach::detail {
namespace {

std::size_t line_of(const Evidence& e, std::uint32_t token) {
  return e.source.page.line_number(token);
}

bool same_paper(const Evidence& e, const Mention& mention) {
  return !e.head.document.symbol.empty() &&
         symbol_key(mention.symbol.official) == symbol_key(e.head.document.symbol);
}

std::uint32_t slip_token(const Evidence& e) {
  const auto& blocks = e.source.blocks;
  return e.form.slip < blocks.size() ? blocks[e.form.slip].tokens.begin
                                     : static_cast<std::uint32_t>(e.source.page.tokens.size());
}

void own_number(const Evidence& e, FindingList& out) {
  const ReadDocument& d = e.head.document;
  if (e.head.number_blank)
    out.add("blank_number", "Số của văn bản để trống: " + d.symbol_raw, {e.head.number_line});
  if (e.number_from_annex)
    out.add("number_only_in_annex", "Số của văn bản chỉ có ở phụ lục: " + d.symbol,
            {e.head.number_line});
  else if (d.symbol.empty() && !e.head.number_blank)
    out.add("missing_number", "Văn bản không có số, ký hiệu", {});
  if (e.head.number_at_end)
    out.add("number_at_end", "Số của văn bản chỉ có ở cuối: " + d.symbol_raw, {e.head.number_line});
  if (e.head.date_blank) out.add("blank_date", "Ngày ban hành để trống", {e.head.date_line});
  if (e.head.symbol.malformed)
    out.add("malformed_symbol", "Ký hiệu viết sai thể thức: " + d.symbol_raw, {e.head.number_line});
}

/// A slip or caption that names this paper with another number or date.
void other_number(const Evidence& e, FindingList& out) {
  if (e.head.document.symbol.empty()) return;
  for (const Mention& mention : e.cited.mentions) {
    const bool slip = mention.raw.begin >= slip_token(e);
    if (!slip && mention.relation != "annex_of") continue;
    const std::size_t line = line_of(e, mention.raw.begin);
    const bool kin =
        mention.symbol.issuer == e.head.symbol.issuer && mention.symbol.type == e.head.symbol.type;
    if (kin && !same_paper(e, mention) && !mention.symbol.blank && !e.number_from_annex) {
      out.add(
          "number_conflict",
          "Hai số cho một văn bản: " + e.head.document.symbol + " và " + mention.symbol.official,
          {e.head.number_line, line});
    }
    const Date date = mention.date.date;
    if ((kin || same_paper(e, mention)) && date != no_date && e.head.document.issued != no_date &&
        date != e.head.document.issued) {
      out.add("date_conflict",
              "Hai ngày cho một văn bản: " + to_vietnamese(e.head.document.issued) + " và " +
                  to_vietnamese(date),
              {e.head.date_line, line});
    }
  }
}

void written_styles(const Evidence& e, FindingList& out) {
  struct Styles {
    bool slash = false, hyphen = false;
    std::vector<std::size_t> lines;
  };
  std::vector<Styles> all(e.cited.references.size());
  for (std::size_t m = 0; m < e.cited.mentions.size(); ++m) {
    const Mention& mention = e.cited.mentions[m];
    Styles& styles = all[e.cited.reference_of[m]];
    (mention.symbol.style == '-' ? styles.hyphen : styles.slash) = true;
    styles.lines.push_back(line_of(e, mention.raw.begin));
  }
  for (std::size_t r = 0; r < all.size(); ++r) {
    if (all[r].slash && all[r].hyphen)
      out.add("number_style_conflict", "Một ký hiệu viết hai kiểu: " + e.cited.references[r].symbol,
              all[r].lines);
  }
}

void mentions(const Evidence& e, FindingList& out) {
  const Date issued = e.head.document.issued;
  for (const Mention& mention : e.cited.mentions) {
    const std::size_t line = line_of(e, mention.symbol.begin);
    const std::string raw = e.source.page.words(mention.raw);
    if (mention.symbol.malformed)
      out.add("malformed_symbol", "Ký hiệu viết sai thể thức: " + raw, {line});
    if (mention.symbol.blank)
      out.add("blank_number", "Số của văn bản được dẫn để trống: " + raw, {line});
    if (mention.date.blank)
      out.add("blank_date", "Ngày của văn bản được dẫn để trống: " + raw, {line});
    const bool later =
        issued != no_date && mention.date.date != no_date && mention.date.date > issued;
    if (later && !same_paper(e, mention) && mention.relation != "annex_of" &&
        mention.raw.begin < slip_token(e)) {
      out.add("reference_dated_after_document",
              "Văn bản được dẫn có ngày sau ngày ban hành: " + raw, {line});
    }
    const std::string& number = mention.symbol.number;
    if (number.size() == 4 && number.compare(0, 2, "20") == 0)
      out.add("number_like_year", "Số văn bản giống một năm: " + raw, {line});
  }
}

/// One paper cited with two dates.
void two_dates(const Evidence& e, FindingList& out) {
  const auto& references = e.cited.references;
  std::vector<std::pair<std::string, std::size_t>> keys;
  for (std::size_t r = 0; r < references.size(); ++r) {
    if (!references[r].symbol.empty()) keys.emplace_back(symbol_key(references[r].symbol), r);
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].first != keys[i - 1].first) continue;
    const auto& a = references[keys[i - 1].second];
    const auto& b = references[keys[i].second];
    out.add("date_conflict", "Một văn bản được dẫn với hai ngày: " + a.symbol,
            {a.place.line, b.place.line});
  }
}

/// "ngày 31/11", "ngày 29/02/2025".
void impossible_days(const Evidence& e, FindingList& out) {
  const Source& s = e.source;
  for (std::uint32_t t = 0; t + 2 < s.page.tokens.size(); ++t) {
    if (!s.number(t) || !s.sign(t + 1, "/-.") || !s.number(t + 2)) continue;
    const bool led =
        t > 0 && (s.cue(t - 1, Cue::day) || s.low_is(t - 1, "trước") || s.low_is(t - 1, "nhất"));
    const WrittenDate full = date_at(
        s, t, std::min<std::uint32_t>(t + 5, static_cast<std::uint32_t>(s.page.tokens.size())));
    if (full) {
      if (full.impossible)
        out.add("impossible_date", "Ngày " + s.page.words({t, full.end}) + " không tồn tại",
                {line_of(e, t)});
      t = full.end - 1;
      continue;
    }
    if (!led || s.token(t + 1).sign != '/' || s.sign(t + 3, "/")) continue;
    const int day = std::atoi(std::string(s.page.text(t)).substr(0, 4).c_str());
    const int month = std::atoi(std::string(s.page.text(t + 2)).substr(0, 4).c_str());
    const bool exists = month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(2024, month);
    if (!exists)
      out.add("impossible_date", "Ngày " + s.page.words({t, t + 3}) + " không tồn tại",
              {line_of(e, t)});
  }
}

void annexes(const Evidence& e, FindingList& out) {
  const Source& s = e.source;
  if (e.form.annex < e.form.slip || e.form.annex_alone) return;
  std::vector<std::size_t> lines;
  for (std::uint32_t b = e.form.type_line < s.blocks.size() ? e.form.type_line : 0;
       b < e.form.closing; ++b) {
    const Range r = s.blocks[b].tokens;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (!s.cue(t, Cue::annex)) continue;
      for (std::uint32_t k = t + 1; k < std::min(r.end, t + 8); ++k) {
        const bool attached = s.value(k, Kind::relation) == "annex_of";
        const std::uint32_t behind = k + (attached ? s.marks.at(k, Kind::relation)->length : 0u);
        const bool other_paper =
            behind < r.end && s.marks.at(behind, Kind::type) &&
            (s.cue(behind + s.marks.at(behind, Kind::type)->length, Cue::number) != 0);
        if (attached && !other_paper) {
          lines.push_back(line_of(e, t));
          break;
        }
      }
    }
  }
  if (!lines.empty())
    out.add("missing_annex", "Văn bản nêu phụ lục kèm theo nhưng không có phụ lục", lines);
}

void stamps(const Evidence& e, FindingList& out) {
  for (const LineRange& stamp : e.source.layout.stamps) {
    out.add("incoming_stamp_in_heading", "Dấu công văn đến lẫn vào phần đầu văn bản",
            {stamp.first, stamp.last});
  }
}

/// The closing words name another type than the type line.
void self_description(const Evidence& e, FindingList& out) {
  const Source& s = e.source;
  if (e.head.document.type.empty() || e.form.annex_alone || e.form.type_line >= s.blocks.size())
    return;
  for (const Node& node : e.outline.nodes) {
    if (node.zone != Zone::closing || node.annex) continue;
    const std::uint32_t length = s.cue(node.body.begin, Cue::closing);
    const Mark* type = s.marks.at(node.body.begin + length, Kind::type);
    if (!type || !s.low_is(node.body.begin, "trên") ||
        s.lexicon.value(*type) == e.head.document.type)
      continue;
    out.add(
        "self_description_conflict",
        "Hai tên loại cho một văn bản: " + e.head.document.type + " và " + s.lexicon.value(*type),
        {line_of(e, s.blocks[e.form.type_line].tokens.begin), line_of(e, node.body.begin)});
  }
}

}  // namespace

void FindingList::add(const char* code, std::string message, std::vector<std::size_t> lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  while (!lines.empty() && lines.front() == 0) lines.erase(lines.begin());
  list_.push_back({code, std::move(message), std::move(lines)});
}

void check_identity(const Evidence& e, FindingList& out) {
  own_number(e, out);
  other_number(e, out);
  stamps(e, out);
  written_styles(e, out);
  mentions(e, out);
  two_dates(e, out);
  impossible_days(e, out);
  annexes(e, out);
  self_description(e, out);
  if (e.cited.references.empty()) out.add("no_references", "Văn bản không dẫn văn bản nào", {});
}

std::vector<ReadFinding> find_findings(const Evidence& e) {
  FindingList out;
  check_identity(e, out);
  check_duties(e, out);
  check_form(e, out);
  check_writing(e, out);
  return out.take();
}

}  // namespace kehoach::detail
