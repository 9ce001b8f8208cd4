// SPDX-License-Identifier: BSL-1.0
#include "reader/references.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "reader/units.hpp"

namespace kehoach::detail {
namespace {

constexpr std::uint32_t look_back = 10;  // tokens between a type word and its number

class MentionFinder {
 public:
  MentionFinder(const Source& source, std::uint32_t body, Range own)
      : source_(source), body_(body), own_(own) {}

  std::vector<Mention> run() {
    for (std::uint32_t b = 0; b < source_.blocks.size(); ++b) {
      const Range r = source_.blocks[b].tokens;
      block_ = b;
      first_in_block_ = mentions_.size();
      note_heading(source_.blocks[b]);
      for (std::uint32_t t = r.begin; t < r.end;) t = std::max(t + 1, take(t, r));
    }
    return std::move(mentions_);
  }

 private:
  /// Reads a mention whose number or blank number stands at t; returns where to go on.
  std::uint32_t take(std::uint32_t t, Range r) {
    if (t >= own_.begin && t < own_.end) return own_.end;
    const bool announced = t > r.begin && says_number(t - 1);
    Symbol symbol;
    if (source_.number(t)) {
      if (!announced && !source_.sign(t + 1, "/-") &&
          !(source_.word(t + 1) && !source_.token(t + 1).spaced) && !follows_type(t, r))
        return t;
      symbol = symbol_at(source_, t, r.end, announced || continues_list(t));
    } else if (announced && source_.sign(t, "/.~-") && number_word(t - 1, r)) {
      symbol = blank_symbol_at(source_, t, r.end);
    }
    if (!symbol) return t;
    Mention mention;
    mention.symbol = std::move(symbol);
    mention.block = block_;
    mention.body = block_ >= body_;
    mention.raw = {t, mention.symbol.end};
    find_type(mention, r);
    find_date_and_issuer(mention, r);
    find_relation(mention, r);
    mentions_.push_back(std::move(mention));
    return mentions_.back().raw.end;
  }

  /// "số", "số:" right in front.
  bool says_number(std::uint32_t t) const {
    if (source_.sign(t, ':') && t > 0) --t;
    return source_.cue(t, Cue::number) != 0;
  }

  /// "Quyết định số", "Số:", but not "Cục Dân số - BYT".
  bool number_word(std::uint32_t t, Range r) const {
    if (source_.sign(t, ':')) return true;
    return t == r.begin || !source_.word(t - 1) || follows_type(t, r);
  }

  bool follows_type(std::uint32_t t, Range r) const {
    for (std::uint32_t k = t; k-- > r.begin && t - k <= 4;) {
      const Mark* mark = source_.marks.at(k, Kind::type);
      if (mark && k + mark->length == t) return true;
    }
    return false;
  }

  /// "…, 139/NQ-CP": separated from the mention before by nothing but a comma or "và".
  bool continues_list(std::uint32_t t) const {
    if (mentions_.size() == first_in_block_) return false;
    const std::uint32_t end = mentions_.back().raw.end;
    return t > end && t - end <= 2 && (source_.sign(end, ",;") || source_.cue(end, Cue::and_));
  }

  void find_type(Mention& mention, Range r) const {
    std::uint32_t t = mention.raw.begin;
    if (t > r.begin && says_number(t - 1)) t -= source_.sign(t - 1, ':') ? 2 : 1;
    const std::uint32_t number = t;
    const std::uint32_t floor =
        std::max(r.begin, mentions_.size() > first_in_block_ ? mentions_.back().raw.end : r.begin);
    for (std::uint32_t k = t; k-- > floor && t - k <= look_back;) {
      if (source_.token(k).kind == TokenKind::mark) break;
      const Mark* mark = source_.marks.at(k, Kind::type);
      if (!mark || k + mark->length > number || unit_between(k + mark->length, number)) continue;
      mention.type = source_.lexicon.value(*mark);
      mention.raw.begin = k;
      mention.own_type = true;
      // "Thông báo kết luận": the longer phrase that reaches as far wins.
      for (std::uint32_t j = k; j-- > floor && k - j <= 4;) {
        const Mark* wider = source_.marks.at(j, Kind::type);
        if (wider && j + wider->length >= k + mark->length && j + wider->length <= number) {
          mention.type = source_.lexicon.value(*wider);
          mention.raw.begin = j;
        }
      }
      break;
    }
    if (!mention.own_type) {
      if (number < mention.raw.begin && !mention.own_type) mention.raw.begin = number;
      if (!mention.symbol.type.empty())
        mention.type = mention.symbol.type;
      else
        mention.type = mention.symbol.official.find("/QH") != std::string::npos ? "L" : "CV";
    }
    // "Chương trình" is a word of titles too; the code in the symbol knows better.
    if (mention.own_type && mention.type.empty()) mention.type = mention.symbol.type;
  }

  bool unit_between(std::uint32_t from, std::uint32_t to) const {
    return to > from + 4 || (from < to && source_.cue(from, Cue::of));
  }

  void find_date_and_issuer(Mention& mention, Range r) {
    std::uint32_t t = mention.raw.end;
    for (int round = 0; round < 2; ++round) {
      const std::uint32_t at = source_.sign(t, ',') ? t + 1 : t;
      if (mention.date.end == 0 && at < r.end) {
        mention.date = date_at(source_, at, r.end);
        if (mention.date) t = mention.raw.end = mention.date.end;
      }
      const std::uint32_t of = source_.sign(t, ',') ? t + 1 : t;
      if (mention.issuer.empty() && of < r.end && source_.cue(of, Cue::of))
        t = take_issuer(mention, of + 1, r);
    }
    if (mention.issuer.empty()) issuer_before(mention, r);
  }

  std::uint32_t take_issuer(Mention& mention, std::uint32_t at, Range r) {
    const UnitList units = units_at(source_, at, r.end);
    if (units.empty()) return at;
    std::uint32_t end = at;
    for (Range unit : units.units) {
      if (!mention.issuer.empty() && !joint(units, unit)) break;
      mention.issuer += (mention.issuer.empty() ? "" : "; ") + without_head(unit);
      end = unit.end;
    }
    mention.raw.end = end;
    return end;
  }

  /// Does a further unit issue the paper too? Not if it is the subject of what follows: "…của Sở Y
  /// tế, Trung tâm Y tế Sơn Tịnh xây dựng kế hoạch".
  bool joint(const UnitList& units, Range unit) const {
    if (source_.marks.at(unit.begin, Kind::type) || source_.sign(unit.begin - 1, ';')) return false;
    if (source_.cue(unit.begin - 1, Cue::and_)) return true;
    return !source_.marks.at(units.end, Kind::verb) && !source_.cue(units.end, Cue::issues);
  }

  /// "Bộ trưởng Bộ Y tế" → "Bộ Y tế".
  std::string without_head(Range unit) const {
    const Mark* head = source_.marks.at(unit.begin, Kind::unit);
    if (head && source_.lexicon.value(*head) == "post") {
      const std::uint32_t next = unit.begin + head->length;
      if (next < unit.end && source_.marks.at(next, Kind::unit)) unit.begin = next;
    }
    return source_.page.words(unit);
  }

  /// "của Sở Tài chính tại Công văn số …", "Sở Nội vụ tại Công văn …".
  void issuer_before(Mention& mention, Range r) const {
    if (mention.raw.begin < r.begin + 2 || !source_.cue(mention.raw.begin - 1, Cue::at)) return;
    const std::uint32_t at = mention.raw.begin - 1;
    std::uint32_t widest = at;
    for (std::uint32_t t = at; t-- > r.begin && at - t <= 14;) {
      if (source_.sign(t, ".;:,()")) break;
      if (!unit_begins(source_, t, at)) continue;
      const UnitList units = units_at(source_, t, at);
      if (units.units.size() == 1 && units.end == at) widest = t;
    }
    if (widest != at) mention.issuer = without_head({widest, at});
  }

  // ---- relations ----

  struct Governor {
    const Mark* mark = nullptr;  ///< the relation word nearest in front
    bool semicolon = false;      ///< a semicolon lies between it, or the mention before, and here
    bool separated = false;      ///< a comma or "và" lies between the mention before and that word
    bool only_separators = true;  ///< nothing else lies between the mention before and here
    bool direct_about = false;    ///< "về" right in front
    bool sentence = false;        ///< a full stop lies between
    bool list = false;            ///< a separator stands right in front
  };

  Governor governor(std::uint32_t from, std::uint32_t to) const {
    Governor g;
    bool separator_seen = false;
    for (std::uint32_t t = from; t < to; ++t) {
      const bool stop = source_.sign(t, '.') && (t + 1 >= to || source_.token(t + 1).spaced);
      const bool separator = source_.sign(t, ",;") || source_.cue(t, Cue::and_);
      if (stop || source_.sign(t, ';'))
        g = {nullptr, g.semicolon || source_.sign(t, ';'),
             false,   g.only_separators,
             false,   g.sentence || stop,
             false};
      if (stop) g.only_separators = false;
      separator_seen = separator_seen || separator;
      g.list = separator;
      g.direct_about = source_.cue(t, Cue::about) != 0;
      if (!separator && !source_.cue(t, Cue::number) && !source_.sign(t, "()"))
        g.only_separators = false;
      // "Xét Tờ trình số …": the type word belongs to the relation and to the paper.
      if (const Mark* mark = source_.marks.at(t, Kind::relation);
          mark && (t + mark->length <= to || outranks(*mark))) {
        if (far_only(*mark, to)) continue;
        // "xét đề xuất của X tại Công văn B": the first word decides, "tại" only leads to the paper.
        if (g.mark && weak(*mark) && outranks(*g.mark)) continue;
        g.mark = mark;
        g.separated = separator_seen;
        t += mark->length - 1u;
        g.list = false;
      }
    }
    return g;
  }

  bool weak(const Mark& mark) const { return source_.lexicon.value(mark) == "mentions"; }
  bool outranks(const Mark& mark) const {
    const std::string& value = source_.lexicon.value(mark);
    return value != "implements" && value != "mentions";
  }

  /// "sửa đổi", "thay thế", "bãi bỏ" are plain words unless the paper follows at once.
  bool far_only(const Mark& mark, std::uint32_t to) const {
    const std::string& value = source_.lexicon.value(mark);
    const bool needs_paper = value == "amends" || value == "replaces" || value == "repeals";
    return needs_paper && to - (mark.token + mark.length) > 6;
  }

  void find_relation(Mention& mention, Range r) {
    const bool first = mentions_.size() == first_in_block_;
    const std::uint32_t from = first ? r.begin : mentions_.back().raw.end;
    const Governor g = governor(from, mention.raw.begin);
    const std::string own = g.mark ? source_.lexicon.value(*g.mark) : "";
    if (first || g.sentence) {
      mention.relation = own.empty() ? inherited_from_block() : own;
      root_relation_ = mention.relation;
      return;
    }
    const int before = static_cast<int>(mentions_.size()) - 1;
    const bool beside =
        g.list && mention.own_type;  // "A về … và Kế hoạch số B": no part of A's title
    if (g.mark && !g.separated && !g.semicolon && own != "pursuant_to" && !beside) {
      mention.via = before;  // "A về thực hiện B"
      mention.relation = nested(own, mention, before);
    } else if (beside && !g.only_separators) {
      mention.relation = root_relation_;
    } else if (g.mark) {
      mention.relation = own;
      root_relation_ = own;
    } else if (g.direct_about && !g.semicolon) {
      mention.via = before;
      mention.relation = nested("mentions", mention, before);
    } else if (g.only_separators && !g.semicolon) {
      mention.relation = mentions_.back().relation;
      mention.via = mentions_.back().via;
    } else {
      mention.relation = root_relation_;
    }
  }

  /// A paper cited inside another's title in the preamble is implemented too; in a task it is named.
  std::string nested(const std::string& own, const Mention& mention, int before) const {
    if (own == "amends" || own == "replaces" || own == "repeals") return own;
    const std::string& outer = mentions_[static_cast<std::size_t>(before)].relation;
    if (own != "implements") return "mentions";
    return !mention.body && (outer == "implements" || outer == "pursuant_to") ? "implements"
                                                                              : "mentions";
  }

  /// "I. CĂN CỨ" governs the papers listed below it, up to the next number.
  void note_heading(const Block& block) {
    if (block.marker.kind == MarkerKind::none || block.marker.kind >= MarkerKind::dash) return;
    under_basis_ = block.body.size() <= 6 && source_.cue(block.body.begin, Cue::based_on) != 0;
  }

  std::string inherited_from_block() const { return under_basis_ ? "pursuant_to" : "mentions"; }

  const Source& source_;
  std::uint32_t body_;
  Range own_;
  std::uint32_t block_ = 0;
  std::size_t first_in_block_ = 0;
  bool under_basis_ = false;
  std::string root_relation_ = "mentions";
  std::vector<Mention> mentions_;
};

int order(const std::string& relation) {
  static constexpr std::array<std::string_view, 8> all = {
      "implements", "pursuant_to", "proposed_by", "annex_of",
      "amends",     "replaces",    "repeals",     "mentions"};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == relation) return static_cast<int>(i);
  }
  return static_cast<int>(all.size());
}

/// One reference for each paper. Two mentions are one paper if their symbols agree and their dates
/// do not differ.
class Gatherer {
 public:
  Gatherer(const Source& source, Cited& cited) : source_(source), cited_(cited) {}

  void run() {
    for (std::size_t m = 0; m < cited_.mentions.size(); ++m) {
      const std::size_t r = reference_for(cited_.mentions[m]);
      cited_.reference_of.push_back(r);
      merge(cited_.references[r], cited_.mentions[m], m);
    }
    for (std::size_t r = 0; r < cited_.references.size(); ++r) finish(r);
  }

 private:
  std::size_t reference_for(const Mention& mention) {
    const std::string key = symbol_key(mention.symbol.official);
    if (!key.empty()) {
      for (std::size_t r : known_[key]) {
        const Date date = cited_.references[r].date;
        if (date == no_date || mention.date.date == no_date || date == mention.date.date) return r;
      }
      if (known_[key].size() >= 16) return known_[key].back();
    }
    ReadReference reference;
    const Extent bytes = source_.page.bytes(mention.raw);
    reference.symbol = mention.symbol.official;
    reference.raw = source_.page.words(mention.raw);
    reference.type = mention.type;
    reference.place = {source_.page.line_number(mention.raw.begin), bytes.begin, bytes.end,
                       mention.symbol.malformed ? 0.9 : 1.0};
    cited_.references.push_back(std::move(reference));
    best_.push_back(-1);
    if (!key.empty()) known_[key].push_back(cited_.references.size() - 1);
    return cited_.references.size() - 1;
  }

  void merge(ReadReference& reference, const Mention& mention, std::size_t m) {
    if (mention.issuer.size() > reference.issuer.size()) reference.issuer = mention.issuer;
    if (reference.date == no_date) reference.date = mention.date.date;
    const std::size_t r = cited_.reference_of[m];
    if (reference.relation.empty() || order(mention.relation) < order(reference.relation)) {
      reference.relation = mention.relation;
      best_[r] = static_cast<int>(m);
    }
    if (mention.own_type && reference.type != mention.type && reference.type == mention.symbol.type)
      return;
  }

  void finish(std::size_t r) {
    ReadReference& reference = cited_.references[r];
    const Mention& best = cited_.mentions[static_cast<std::size_t>(best_[r])];
    if (best.via >= 0) {
      const std::size_t outer = cited_.reference_of[static_cast<std::size_t>(best.via)];
      if (outer != r) reference.via = cited_.references[outer].symbol;
    }
    if (!reference.issuer.empty()) return;
    std::string code = best.symbol.issuer;
    if (const std::size_t cut = code.find('-');
        cut != std::string::npos && source_.lexicon.issuer(code).empty())
      code = code.substr(0, cut);
    reference.issuer = std::string(source_.lexicon.issuer(code));
  }

  const Source& source_;
  Cited& cited_;
  std::unordered_map<std::string, std::vector<std::size_t>> known_;
  std::vector<int> best_;
};

}  // namespace

Cited find_references(const Source& source, std::uint32_t body, Range own) {
  Cited cited;
  cited.mentions = MentionFinder(source, body, own).run();
  Gatherer(source, cited).run();
  return cited;
}

}  // namespace kehoach::detail
