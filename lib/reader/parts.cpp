// SPDX-License-Identifier: BSL-1.0
#include "reader/parts.hpp"

#include <algorithm>

namespace kehoach::detail {
namespace {

class FormFinder {
 public:
  explicit FormFinder(const Source& source)
      : source_(source), count_(static_cast<std::uint32_t>(source.blocks.size())) {}

  Form run() {
    form_.slip = first_block_of_line(source_.layout.slip);
    find_type_line();
    find_recipients();
    find_annex();
    find_title();
    find_body();
    return form_;
  }

 private:
  const Block& block(std::uint32_t b) const { return source_.blocks[b]; }

  std::uint32_t first_block_of_line(std::uint32_t line) const {
    const auto found = std::lower_bound(source_.blocks.begin(), source_.blocks.end(), line,
                                        [](const Block& b, std::uint32_t l) { return b.line < l; });
    return static_cast<std::uint32_t>(found - source_.blocks.begin());
  }

  bool opens_annex(std::uint32_t b) const {
    const Range r = block(b).tokens;
    const std::uint32_t length = source_.cue(r.begin, Cue::annex);
    if (length == 0) return false;
    if (r.begin + length == r.end) return true;
    // "PHỤ LỤC II", "Phụ lục 1:" but not "Phụ lục kèm theo Kế hoạch này được …".
    return block(b).caps || r.size() <= length + 3 || (block(b).heading != 0);
  }

  const Mark* type_at(std::uint32_t b) const {
    const Block& found = block(b);
    if (found.marker.kind != MarkerKind::none || found.tokens.empty()) return nullptr;
    const Mark* mark = source_.marks.at(found.tokens.begin, Kind::type);
    if (!mark || !source_.token(found.tokens.begin).upper) return nullptr;
    const bool alone = found.tokens.begin + mark->length == found.tokens.end;
    const bool caps = all_caps(source_.page, {mark->token, mark->token + mark->length});
    if (caps) return mark;
    return alone && (found.heading != 0 || found.bold) ? mark : nullptr;
  }

  void find_type_line() {
    form_.type_line = count_;
    for (std::uint32_t b = 0; b < std::min(count_, 40u) && b < form_.slip; ++b) {
      if (opens_annex(b)) {
        form_.annex_alone = true;
        form_.type = "PL";
        form_.type_line = b;
        return;
      }
      if (const Mark* mark = type_at(b)) {
        form_.type = source_.lexicon.value(*mark);
        form_.type_line = b;
        return;
      }
      const MarkerKind kind = block(b).marker.kind;
      if (kind == MarkerKind::roman || kind == MarkerKind::article) return;
    }
  }

  void find_recipients() {
    form_.recipients = form_.closing = form_.slip;
    const std::uint32_t from = form_.type_line < count_ ? form_.type_line + 1 : 0;
    for (std::uint32_t b = from; b < form_.slip; ++b) {
      if (source_.cue(block(b).body.empty() ? block(b).tokens.begin : block(b).body.begin,
                      Cue::recipients) &&
          form_.recipients == form_.slip) {
        form_.recipients = b;
        form_.closing = std::min(form_.closing, b);
        if (form_.closing < b) return;
        return;
      }
      const bool sign = block(b).tokens.size() <= 12 && b > from + 2 &&
                        signature_at(source_, block(b).tokens.begin) &&
                        block(b).marker.kind == MarkerKind::none;
      if (sign && form_.closing == form_.slip) form_.closing = b;
      // A signature far in front of the recipients is none: an annex or a quoted form.
      if (form_.closing != form_.slip && b > form_.closing + 12) return;
    }
  }

  void find_annex() {
    form_.annex = form_.slip;
    if (form_.annex_alone) return;
    const std::uint32_t from = form_.closing < form_.slip ? form_.closing
                               : form_.type_line < count_ ? form_.type_line + 3
                                                          : 3;
    for (std::uint32_t b = from; b < form_.slip; ++b) {
      const bool attached =
          b > form_.closing && type_at(b) &&
          source_.marks.at(block(b).tokens.begin, Kind::type)->length == block(b).tokens.size();
      if (opens_annex(b) || attached) {
        form_.annex = b;
        break;
      }
    }
    form_.closing = std::min(form_.closing, form_.annex);
  }

  bool preamble_start(std::uint32_t b) const {
    const std::uint32_t t = block(b).tokens.begin;
    return source_.cue(t, Cue::preamble) || source_.cue(t, Cue::closing);
  }

  bool wordless(std::uint32_t b) const {
    for (std::uint32_t t = block(b).tokens.begin; t < block(b).tokens.end; ++t) {
      if (source_.token(t).kind != TokenKind::mark) return false;
    }
    return true;
  }

  bool structural(std::uint32_t b) const {
    const MarkerKind kind = block(b).marker.kind;
    if (kind != MarkerKind::none) return true;
    return block(b).row ||
           (block(b).caps &&
            zone_of_heading(source_.marks, source_.lexicon, block(b).tokens) != Zone::none &&
            block(b).tokens.size() < 12);
  }

  void find_title() {
    if (form_.type_line >= count_) {
      form_.title = form_.preamble = 0;
      return;
    }
    std::uint32_t b = form_.type_line + 1;
    form_.title = b;
    const Mark* type = source_.marks.at(block(form_.type_line).tokens.begin, Kind::type);
    const bool titled = type && type->length < block(form_.type_line).tokens.size();
    bool any = titled;
    for (; b < form_.closing; ++b) {
      if (form_.annex_alone ? block(b).marker.kind != MarkerKind::none || block(b).row
                            : structural(b))
        break;
      const std::uint32_t t = block(b).tokens.begin;
      if (source_.cue(t, Cue::based_on) || source_.cue(t, Cue::addressee)) break;
      if (any && preamble_start(b)) break;
      if (any && !continues_title(b)) break;
      any = any || !wordless(b);
    }
    form_.preamble = b;
  }

  /// A title goes on in further lines, never after a full stop.
  bool continues_title(std::uint32_t b) const {
    if (wordless(b)) return true;
    const Block& before = block(b - 1);
    // "KẾT LUẬN | CỦA BAN BÍ THƯ | về …": the body stands between type and title.
    if (b - 1 == form_.title && names_issuer(source_, before)) return true;
    if (block(b).tokens.size() > 60) return false;
    if (ends_clause(source_.page, before.tokens) && b - 1 >= form_.title)
      return source_.sign(block(b).tokens.begin, '(');
    if (source_.sign(block(b).tokens.begin, '(')) return true;
    if (block(b).heading != 0 && before.heading != 0) return true;
    return block(b).caps == before.caps && block(b).tokens.size() <= 30 &&
           !ends_clause(source_.page, block(b).tokens) && block(b).line == before.line + 1 &&
           b == form_.title;
  }

  void find_body() {
    form_.body = form_.preamble;
    for (std::uint32_t b = behind_addressees(form_.preamble); b < form_.closing; ++b) {
      if (structural(b) && !based_on_list(b)) {
        form_.body = b;
        return;
      }
    }
    form_.body = form_.closing;
    if (form_.type == "PL") form_.body = form_.preamble;
  }

  /// Behind "Kính gửi:" and the dashes that name the addressees.
  std::uint32_t behind_addressees(std::uint32_t from) const {
    for (std::uint32_t b = from; b < std::min(form_.closing, from + 16); ++b) {
      if (!source_.cue(block(b).tokens.begin, Cue::addressee)) continue;
      ++b;
      while (b < form_.closing && block(b).marker.kind >= MarkerKind::dash &&
             block(b).tokens.size() <= 40)
        ++b;
      return b;
    }
    return from;
  }

  /// "- Căn cứ Luật …": a dashed preamble is still preamble.
  bool based_on_list(std::uint32_t b) const {
    return block(b).marker.kind >= MarkerKind::dash &&
           source_.cue(block(b).body.begin, Cue::based_on) != 0;
  }

  const Source& source_;
  std::uint32_t count_;
  Form form_;
};

}  // namespace

Parts Form::parts() const {
  Parts parts;
  parts.body = body;
  parts.body_end = std::max(body, closing);
  parts.annex = annex;
  parts.annex_end = slip;
  return parts;
}

Form find_form(const Source& source) {
  return FormFinder(source).run();
}

bool names_issuer(const Source& source, const Block& block) {
  return block.caps && source.cue(block.tokens.begin, Cue::of) != 0 && block.tokens.size() <= 14;
}

bool signature_at(const Source& source, std::uint32_t token) {
  return source.cue(token, Cue::signature) != 0 && source.token(token).caps;
}

}  // namespace kehoach::detail
