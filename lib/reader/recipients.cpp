// SPDX-License-Identifier: BSL-1.0
#include "reader/recipients.hpp"

#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

class RecipientReader {
 public:
  RecipientReader(const Source& source, const Form& form) : source_(source), form_(form) {}

  Recipients run() {
    const std::uint32_t last = std::min(form_.annex, form_.slip);
    if (form_.recipients >= last) return {};
    take_heading(source_.blocks[form_.recipients]);
    for (std::uint32_t b = form_.recipients + 1; b < last && !filed_; ++b) {
      const Block& block = source_.blocks[b];
      if (block.marker.kind == MarkerKind::none && signature_at(source_, block.tokens.begin)) {
        if (!out_.entries.empty() && !later_dash(b, last)) break;
        continue;
      }
      if (block.marker.kind == MarkerKind::none && !out_.entries.empty() && !filing(block.body)) {
        if (!later_dash(b, last)) break;
        continue;
      }
      take(block.body.empty() ? block.tokens : block.body);
    }
    return std::move(out_);
  }

 private:
  bool filing(Range r) const { return source_.cue(r.begin, Cue::filing) != 0; }

  bool later_dash(std::uint32_t b, std::uint32_t last) const {
    for (std::uint32_t k = b + 1; k < last && k < b + 6; ++k) {
      if (source_.blocks[k].marker.kind >= MarkerKind::dash || filing(source_.blocks[k].body))
        return true;
    }
    return false;
  }

  /// "Nơi nhận: Như trên; …" or, of two columns run together, "Nơi nhận:  TM. ỦY BAN …".
  void take_heading(const Block& block) {
    std::uint32_t t = block.body.begin + source_.cue(block.body.begin, Cue::recipients);
    while (t < block.body.end && source_.token(t).kind == TokenKind::mark) ++t;
    if (t >= block.body.end) return;
    if (signature_at(source_, t)) {
      out_.merged.push_back(source_.page.line_number(t));
      return;
    }
    take({t, block.body.end});
  }

  void take(Range r) {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {  // a signature to the right of the entry
      const bool other_line = t > r.begin && source_.token(t).line == source_.token(r.begin).line;
      if (other_line && signature_at(source_, t) && all_caps(source_.page, {t, r.end}) &&
          source_.sign(t - 1, ";.,")) {
        out_.merged.push_back(source_.page.line_number(t));
        r.end = t;
        break;
      }
    }
    std::uint32_t from = r.begin;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      const bool dashed = source_.sign(t, '-') && t > from && source_.sign(t - 1, ";.") &&
                          t + 1 < r.end && source_.token(t + 1).upper;
      const bool next = source_.sign(t, ';') && t + 1 < r.end &&
                        (source_.token(t + 1).upper && unit_begins(source_, t + 1, r.end));
      if (!dashed && !next) continue;
      add({from, t});
      from = t + 1;
    }
    add({from, r.end});
  }

  Range bare(Range r) const {
    while (!r.empty() && source_.sign(r.end - 1, ".;,/~:")) --r.end;
    while (!r.empty() && source_.sign(r.begin, "-.:,")) ++r.begin;
    return r;
  }

  void add(Range r) {
    r = bare(r);
    if (r.empty()) return;
    ReadRecipient entry;
    const Extent bytes = source_.page.bytes(r);
    entry.place = {source_.page.line_number(r.begin), bytes.begin, bytes.end, 1.0};
    const std::uint32_t last = source_.page.line_number(r.end - 1);
    if (last > entry.place.line)
      out_.over_lines.push_back({static_cast<std::uint32_t>(entry.place.line), last});
    if (const std::uint32_t length = source_.cue(r.begin, Cue::filing)) {
      filed_ = true;
      entry.purpose = "lưu";
      r.begin += length;
      r = first_sentence(bare(r));
    } else if (source_.sign(r.end - 1, ')')) {
      std::uint32_t open = r.end - 1;
      while (open > r.begin && !source_.sign(open, '(')) --open;
      if (open > r.begin) {
        entry.purpose = source_.page.words({open + 1, r.end - 1});
        r.end = open;
      }
    }
    entry.unit = source_.page.words(bare(r));
    if (!entry.unit.empty()) out_.entries.push_back(std::move(entry));
  }

  /// "VT, KHTC. Hồ Văn Dũng": the name of the other column stays out.
  Range first_sentence(Range r) const {
    for (std::uint32_t t = r.begin + 1; t + 2 < r.end; ++t) {
      if (source_.sign(t, '.') && source_.token(t + 1).spaced && source_.word(t + 1) &&
          source_.token(t + 1).upper)
        return {r.begin, t};
    }
    return r;
  }

  const Source& source_;
  const Form& form_;
  Recipients out_;
  bool filed_ = false;
};

}  // namespace

Recipients find_recipients(const Source& source, const Form& form) {
  return RecipientReader(source, form).run();
}

}  // namespace kehoach::detail
