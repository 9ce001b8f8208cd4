// SPDX-License-Identifier: BSL-1.0
// Fold, cut into tokens, then one walk: at each token that can begin a phrase, the productions of
// its families in order. At the end of each sentence, what only the whole sentence can tell.
#include <kehoach/phrase.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "reader/phrase_parser.hpp"

namespace kehoach {
namespace detail {
namespace {

/// The words that a production can begin with.
constexpr std::array starters = {
    hash_word("trước"), hash_word("tết"),    hash_word("chậm"), hash_word("muộn"),
    hash_word("trễ"),   hash_word("không"),  hash_word("đến"),  hash_word("tới"),
    hash_word("hết"),   hash_word("cho"),    hash_word("vào"),  hash_word("trong"),
    hash_word("tại"),   hash_word("từ"),     hash_word("kể"),   hash_word("tính"),
    hash_word("bắt"),   hash_word("ngày"),   hash_word("thứ"),  hash_word("chủ"),
    hash_word("các"),   hash_word("những"),  hash_word("quý"),  hash_word("tháng"),
    hash_word("năm"),   hash_word("giai"),   hash_word("thời"), hash_word("nhiệm"),
    hash_word("kế"),    hash_word("nửa"),    hash_word("đầu"),  hash_word("giữa"),
    hash_word("cuối"),  hash_word("cả"),     hash_word("tuần"), hash_word("hằng"),
    hash_word("mỗi"),   hash_word("từng"),   hash_word("định"), hash_word("báo"),
    hash_word("ít"),    hash_word("tối"),    hash_word("khi"),  hash_word("ngay"),
    hash_word("sau"),   hash_word("thường"), hash_word("liên"), hash_word("quanh"),
    hash_word("đột"),   hash_word("theo"),   hash_word("đúng"), hash_word("kịp"),
    hash_word("khẩn"),  hash_word("nhanh"),  hash_word("sớm"),  hash_word("hiện"),
    hash_word("sắp"),   hash_word("tầm"),    hash_word("chốt"), hash_word("chỉ"),
    hash_word("mục"),   hash_word("hoặc"),   hash_word("một"),  hash_word("hai"),
    hash_word("ba"),    hash_word("bốn"),    hash_word("sáu"),  hash_word("bảy"),
    hash_word("tám"),   hash_word("chín"),   hash_word("mười")};

/// One bit a hash: most words of a plan are turned away here. A false "perhaps" costs time only.
constexpr std::array<bool, 1024> make_gate() {
  std::array<bool, 1024> gate{};
  for (std::uint64_t hash : starters) gate[hash % gate.size()] = true;
  return gate;
}
constexpr std::array<bool, 1024> gate = make_gate();

bool is_firm(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::event:
    case PhraseKind::ongoing:
    case PhraseKind::on_demand:
    case PhraseKind::vague:
    case PhraseKind::by_reference:
    case PhraseKind::constraint: return false;
    default: return true;
  }
}

bool is_whole_year(const DeadlineRule& rule) {
  if (rule.last == no_date) return false;
  const YearMonthDay last = ymd(rule.last);
  if (last.month != 12 || last.day != 31) return false;
  return rule.first == no_date || rule.first == *day(last.year, 1, 1);
}

}  // namespace

PhraseParser::PhraseParser(const FoldedText& text, const std::vector<PhraseToken>& tokens,
                           const PhraseContext& context)
    : c_(tokens), text_(text), context_(context) {}

Phrase& PhraseParser::add(PhraseKind kind, std::size_t begin) {
  Phrase p;
  p.kind = kind;
  const Extent span = text_.span(c_[begin].begin, c_[c_.at() - 1].end);
  p.begin = span.begin;
  p.end = span.end;
  p.alternative = sentence_.alternative && out_.size() > sentence_.first_phrase;
  sentence_.alternative = false;
  last_end_ = c_.at();
  out_.push_back(std::move(p));
  return out_.back();
}

std::vector<Phrase> PhraseParser::parse() {
  while (!c_.done()) {
    if (sentence_ends()) {
      c_.skip();
      finish_sentence();
    } else if (!statement()) {
      c_.skip();
    }
  }
  finish_sentence();
  return std::move(out_);
}

bool PhraseParser::statement() {
  if (listed()) return true;
  const PhraseToken& t = c_.peek();
  switch (t.kind) {
    case PhraseToken::Kind::number: return numbered();
    case PhraseToken::Kind::word:
      return (gate[t.hash % gate.size()] && worded()) || (vast_number() && term());
    case PhraseToken::Kind::mark:
      if (t.mark == '%') sentence_.targets = true;
      return false;
    case PhraseToken::Kind::end: break;
  }
  return false;
}

/// More digits than a number token has: such a token is a word.
bool PhraseParser::vast_number() const {
  const PhraseToken& t = c_.peek();
  const std::string_view word = text_.view().substr(t.begin, t.end - t.begin);
  return t.kind == PhraseToken::Kind::word &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool PhraseParser::numbered() {
  const std::size_t begin = c_.at();
  return citation() || term() || frequency() || bare_head() || span() || due(begin, Opening::none);
}

bool PhraseParser::worded() {
  const std::size_t begin = c_.at();
  if (c_.accept("hoặc")) return sentence_.alternative = true;
  if (c_.accept("chỉ tiêu", "mục tiêu")) return sentence_.targets = true;
  if (c_.accept("chốt số liệu")) return sentence_.data = true;
  if (c_.is("năm báo cáo") || c_.is("kỳ báo cáo") || c_.is("tháng báo cáo")) return false;
  return horizon() || frequency() || head() || report_head() || not_before() || term() || soft() ||
         event() || range() || marked() || bare_head() || month_week() || span() ||
         due(begin, Opening::none);
}

/// "84/KH-SYT ngày 22/4/2025", "68-NQ/TW, ngày 04/5/2025", "188/2025/NĐ-CP": a paper's number, and
/// the date that belongs to it.
bool PhraseParser::citation() {
  const auto sign = [this](std::size_t i) { return c_.is_mark('/', i) || c_.is_mark('-', i); };
  const auto is_word = [this](std::size_t i) { return c_.peek(i).kind == PhraseToken::Kind::word; };
  std::size_t ahead = 0;
  if (c_.is_mark('/', 1) && c_.is_year(2) && c_.is_mark('/', 3) && is_word(4))
    ahead = 5;
  else if (sign(1) && is_word(2) && sign(3) && is_word(4))
    ahead = 5;
  else
    return false;
  c_.skip(ahead);
  while ((sign(0) || c_.is_mark('&')) && is_word(1)) c_.skip(2);
  if (c_.is_number() && c_.peek().glued) c_.skip();  // QH15
  const std::size_t after = c_.at();
  (void)c_.accept_mark(',');
  DayWords d;
  if (!c_.is("ngày") || !read_day(c_, d) || d.month == 0) c_.go(after);
  return true;
}

bool PhraseParser::sentence_ends() const {
  if (c_.is_mark(';')) return true;
  if (!c_.is_mark('.') || c_.is_mark('.', 1)) return false;
  return !c_.peek(1).glued && !(c_.at() > 0 && c_[c_.at() - 1].mark == '.');
}

void PhraseParser::finish_sentence() {
  finish_head();
  if (out_.size() == sentence_.first_phrase && sentence_.regular) {
    const std::size_t at = c_.at();
    c_.go(sentence_.regular_at + 2);
    Phrase& p = add(PhraseKind::recurring, sentence_.regular_at);
    p.incomplete = true;
    c_.go(at);
  }
  settle_kinds();
  sentence_ = {};
  sentence_.first_phrase = out_.size();
}

/// A period that no day followed speaks for itself, in its place among the phrases.
void PhraseParser::finish_head() {
  Head& h = sentence_.head;
  if (!h.set || h.used) return;
  h.used = true;
  if (!h.every && !h.whole) return;
  h.has_then = false;
  if (h.every && sentence_.ongoing != 0) return name_period(out_[sentence_.ongoing - 1], h);
  const std::size_t at = c_.at();
  const std::size_t last_end = last_end_;
  c_.go(h.end);
  Phrase& p = add(PhraseKind::recurring, h.begin);
  c_.go(at);
  last_end_ = std::max(last_end, h.end);
  if (h.every) {
    p.rule.kind = DeadlineKind::recurring;
    name_period(p, h);
  } else {
    SpanWords s;
    if (h.words.period == Period::half_year) s.unit = SpanWords::Unit::half;
    if (h.words.period == Period::quarter) s.unit = SpanWords::Unit::quarter;
    if (h.words.period == Period::month) s.unit = SpanWords::Unit::month;
    if (h.words.period == Period::nine_months) s.unit = SpanWords::Unit::nine_months;
    s.first = s.last = h.words.month != 0 ? h.words.month : std::max(1, h.words.only);
    s.first_year = s.last_year = h.year;
    p.kind = h.year_end ? PhraseKind::point : PhraseKind::period;
    if (fill_years(p, s)) {
      p.rule.kind = h.year_end ? DeadlineKind::by_date : DeadlineKind::period;
      if (h.year_end) p.rule.point = PointOf::year;
      if (!h.year_end) p.rule.first = first_day(s);
      p.rule.last = last_day(s);
    }
  }
  const std::uint32_t begin = p.begin;
  std::size_t place = out_.size() - 1;  // before those that came since: each is passed once
  while (place > sentence_.first_phrase && out_[place - 1].begin > begin) --place;
  if (sentence_.ongoing > place) ++sentence_.ongoing;
  std::rotate(out_.begin() + static_cast<std::ptrdiff_t>(place), out_.end() - 1, out_.end());
}

void PhraseParser::settle_kinds() {
  const auto first = out_.begin() + static_cast<std::ptrdiff_t>(sentence_.first_phrase);
  const bool firm = std::any_of(first, out_.end(), [](const Phrase& p) { return is_firm(p.kind); });
  const auto left_out = [firm](const Phrase& p) {
    return firm && !p.alternative &&
           (p.kind == PhraseKind::vague || p.kind == PhraseKind::by_reference ||
            (p.kind == PhraseKind::event && p.rule.event != Event::issued));
  };
  out_.erase(std::remove_if(first, out_.end(), left_out), out_.end());
  if (!sentence_.targets) return;
  for (auto p = first; p != out_.end(); ++p) {
    const bool year = p->kind == PhraseKind::period || p->kind == PhraseKind::open_until ||
                      p->kind == PhraseKind::by;
    if (year && is_whole_year(p->rule)) p->kind = PhraseKind::milestone;
  }
  const auto same = [](const Phrase& a, const Phrase& b) {
    return a.kind == PhraseKind::milestone && b.kind == a.kind && a.rule.first == b.rule.first &&
           a.rule.last == b.rule.last;
  };
  out_.erase(std::unique(first, out_.end(), same), out_.end());
}

}  // namespace detail

Result<std::vector<Phrase>> read_phrases(std::string_view text, const PhraseContext& context) {
  using namespace detail;
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
    return Error{Errc::too_large, "text of 4 GiB or more", {}, {}};
  }
  const FoldedText folded = fold(text);
  std::vector<PhraseToken> tokens;
  tokenize(folded.view(), tokens);
  std::vector<Phrase> phrases = PhraseParser(folded, tokens, context).parse();
  if (phrases.empty()) {
    return Error{
        Errc::not_understood, "no statement of time that can be read without guessing", {}, {}};
  }
  for (Phrase& p : phrases) {
    p.rule.text = folded.not_utf8.empty() ? std::string(text.substr(p.begin, p.end - p.begin))
                                          : std::string();
  }
  return phrases;
}

const char* name(PhraseKind kind) noexcept {
  switch (kind) {
    case PhraseKind::by: return "by";
    case PhraseKind::before: return "before";
    case PhraseKind::point: return "point";
    case PhraseKind::period: return "period";
    case PhraseKind::recurring: return "recurring";
    case PhraseKind::event_day: return "event_day";
    case PhraseKind::frequency: return "frequency";
    case PhraseKind::after_event: return "after_event";
    case PhraseKind::event: return "event";
    case PhraseKind::open_from: return "open_from";
    case PhraseKind::open_until: return "open_until";
    case PhraseKind::ongoing: return "ongoing";
    case PhraseKind::on_demand: return "on_demand";
    case PhraseKind::vague: return "vague";
    case PhraseKind::by_reference: return "by_reference";
    case PhraseKind::data_window: return "data_window";
    case PhraseKind::constraint: return "constraint";
    case PhraseKind::horizon: return "horizon";
    case PhraseKind::milestone: return "milestone";
    case PhraseKind::week_of_month: return "week_of_month";
  }
  return "vague";
}

}  // namespace kehoach
