// SPDX-License-Identifier: BSL-1.0
#include "reader/layout.hpp"

#include <algorithm>

#include "reader/lexicon.hpp"

namespace kehoach::detail {
namespace {

class Cleaner {
 public:
  explicit Cleaner(Page& page) : page_(page), drop_(page.lines.size(), false) {}

  Layout run() {
    find_page_numbers();
    find_stamp();
    find_signature_traces();
    find_rules();
    compact();
    find_slip();
    measure();
    return std::move(layout_);
  }

 private:
  const TextLine& line(std::size_t i) const { return page_.lines[i]; }
  bool blank(std::size_t i) const { return line(i).tokens.empty(); }
  const Token& first(std::size_t i) const { return page_.tokens[line(i).tokens.begin]; }
  const Token& last(std::size_t i) const { return page_.tokens[line(i).tokens.end - 1]; }
  std::string low(std::size_t i) const { return folded(page_.words(line(i).tokens)); }

  /// "2", "- 2 -", "Trang 2", "Trang 2/5": the page, 0 if it is none.
  int page_number(std::size_t i) const {
    Range r = line(i).tokens;
    if (r.size() == 0 || r.size() > 5) return 0;
    const auto is = [&](std::uint32_t t, char sign) {
      return page_.tokens[t].kind == TokenKind::mark && page_.tokens[t].sign == sign;
    };
    if (r.size() == 3 && is(r.begin, '-') && is(r.end - 1, '-')) r = {r.begin + 1, r.end - 1};
    if (page_.tokens[r.begin].kind == TokenKind::word && folded(page_.text(r.begin)) == "trang")
      ++r.begin;
    const bool of_pages = r.size() == 3 && is(r.begin + 1, '/') && r.begin > line(i).tokens.begin;
    if (r.size() != 1 && !of_pages) return 0;
    const std::string_view text = page_.text(r.begin);
    if (page_.tokens[r.begin].kind != TokenKind::number || text.size() > 3) return 0;
    int value = 0;
    for (char c : text) value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : 1000;
    return value < 1000 ? value : 0;
  }

  std::size_t blanks(std::size_t i, int step) const {
    std::size_t count = 0;
    for (std::size_t k = i + static_cast<std::size_t>(step); k < page_.lines.size() && blank(k);
         k += static_cast<std::size_t>(step)) {
      ++count;
    }
    return count;
  }

  /// Between two halves of a sentence only a page break can put a number.
  bool inside_sentence(std::size_t i) const {
    std::size_t before = i;
    std::size_t after = i + 1;
    while (before > 0 && blank(before - 1)) --before;
    while (after < page_.lines.size() && blank(after)) ++after;
    if (before == 0 || after == page_.lines.size()) return false;
    const Token& from = last(before - 1);
    const Token& to = first(after);
    return from.kind != TokenKind::mark && to.kind == TokenKind::word && !to.upper;
  }

  void find_page_numbers() {
    int seen = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const int number = page_number(i);
      if (number <= seen) continue;
      const std::size_t before = blanks(i, -1);
      const std::size_t after = blanks(i, 1);
      const bool apart = before > 0 && after > 0 && (before > 1 || after > 1);
      if (!apart && !(number <= seen + 2 && inside_sentence(i))) continue;
      seen = number;
      drop_[i] = true;
      layout_.page_numbers.push_back(line(i).number);
    }
  }

  static bool starts(const std::string& text, std::string_view prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
  }

  static bool stamp_word(const std::string& text) {
    for (std::string_view word : {"chuyển", "chuyên", "chỉ số", "lưu hồ sơ", "số và ký hiệu hs",
                                  "số đến", "ngày đến", "giờ"}) {
      if (starts(text, word)) return true;
    }
    return false;
  }

  /// The stamp of the receiving office: "ĐẾN" with a number above and "Chuyển:" below it. What is in
  /// capitals right above the number names that office.
  void find_stamp() {
    const std::size_t head = std::min<std::size_t>(page_.lines.size(), 60);
    for (std::size_t i = 0; i < head; ++i) {
      if (blank(i)) continue;
      const std::string text = low(i);
      const bool arrival = (starts(text, "đến") && first(i).caps && line(i).width < 40) ||
                           text == "công văn đến" || text == "văn bản đến";
      if (arrival) return take_stamp(i);
    }
  }

  void take_stamp(std::size_t at) {
    std::size_t from = at;
    std::size_t to = at;
    for (std::size_t k = at; k-- > 0;) {
      if (blank(k)) continue;
      const std::string text = low(k);
      const bool number =
          starts(text, "số") && text.find('/') == std::string::npos && line(k).width < 16;
      const bool office =
          from != at && first(k).caps && last(k).caps && line(k).width < 60 && !line(k).heading;
      if (!number && !office) break;
      from = k;
      if (office) break;
    }
    for (std::size_t k = at + 1; k < page_.lines.size(); ++k) {
      if (blank(k)) continue;
      const std::string text = low(k);
      const bool more = stamp_word(text) ||
                        (line(k).width < 24 && (starts(text, "ngày:") || starts(text, "số:")) &&
                         text.find('/') == std::string::npos);
      if (!more) break;
      to = k;
    }
    for (std::size_t k = from; k <= to; ++k) drop_[k] = true;
    layout_.stamps.push_back({line(from).number, line(to).number});
  }

  void find_signature_traces() {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (blank(i) || line(i).width > 120 || first(i).kind != TokenKind::word) continue;
      const std::string_view opening = page_.text(first(i));
      if (opening != "Ký" && opening != "Người" && opening != "Thời" && opening != "Ngày" &&
          opening != "Email" && opening != "Signature")
        continue;
      const std::string text = low(i);
      const bool trace = starts(text, "ký bởi") || starts(text, "người ký:") ||
                         starts(text, "thời gian ký:") || starts(text, "ngày ký:") ||
                         starts(text, "email:") || starts(text, "signature not");
      if (!trace) continue;
      drop_[i] = true;
      layout_.signature_traces.push_back(line(i).number);
    }
  }

  /// Lines drawn with dashes or underscores.
  void find_rules() {
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      const Range r = line(i).tokens;
      if (r.size() < 3 || line(i).row) continue;
      bool rule = true;
      for (std::uint32_t t = r.begin; t < r.end && rule; ++t) {
        rule = page_.tokens[t].kind == TokenKind::mark &&
               std::string_view("-_=~.").find(page_.tokens[t].sign) != std::string_view::npos;
      }
      if (rule) drop_[i] = true;
    }
  }

  /// Moves the lines and tokens that stay to the front.
  void compact() {
    std::uint32_t token = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      TextLine& from = page_.lines[i];
      if (drop_[i] || from.tokens.empty()) continue;
      const Range old = from.tokens;
      from.tokens.begin = token;
      for (std::uint32_t t = old.begin; t < old.end; ++t) {
        page_.tokens[token] = page_.tokens[t];
        page_.tokens[token].line = static_cast<std::uint32_t>(kept);
        ++token;
      }
      from.tokens.end = token;
      for (std::uint32_t& bar : from.bars) bar = bar - old.begin + from.tokens.begin;
      if (kept != i) page_.lines[kept] = std::move(from);
      ++kept;
    }
    page_.tokens.resize(token);
    page_.lines.resize(kept);
  }

  void find_slip() {
    layout_.slip = static_cast<std::uint32_t>(page_.lines.size());
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (line(i).width > 70 || !first(i).caps) continue;
      const std::string text = low(i);
      if (starts(text, "phiếu giải quyết văn bản") || starts(text, "phiếu xử lý") ||
          starts(text, "phiếu chuyển") || starts(text, "phiếu trình")) {
        layout_.slip = static_cast<std::uint32_t>(i);
        return;
      }
    }
  }

  void measure() {
    std::vector<std::uint32_t> widths;
    std::size_t adjacent = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (line(i).row) continue;
      widths.push_back(line(i).width);
      if (i > 0 && line(i).number == line(i - 1).number + 1) ++adjacent;
    }
    if (widths.empty()) return;
    const auto nth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 19 / 20);
    std::nth_element(widths.begin(), nth, widths.end());
    layout_.widest = *nth;
    // A paper whose lines are cut at the margin has none that runs far beyond it.
    const auto endless =
        std::count_if(widths.begin(), widths.end(), [](std::uint32_t w) { return w > 150; });
    layout_.wrapped = layout_.widest <= 150 && endless < 2;
    layout_.blank_means_break = adjacent * 2 > widths.size();
  }

  Page& page_;
  std::vector<bool> drop_;
  Layout layout_;
};

}  // namespace

Layout clean(Page& page) {
  return Cleaner(page).run();
}

}  // namespace kehoach::detail
