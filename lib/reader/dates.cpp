// SPDX-License-Identifier: BSL-1.0
#include "reader/dates.hpp"

#include <string>

namespace kehoach::detail {
namespace {

int value_of(std::string_view digits) {
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9' || value > 9999) return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// "O9", "2O25": letters that scanners read for digits; 0 if it is no number.
int scanned(std::string_view text) {
  int value = 0;
  bool digit = false;
  for (char c : text) {
    const int d = c >= '0' && c <= '9'   ? c - '0'
                  : c == 'O' || c == 'o' ? 0
                  : c == 'l' || c == 'I' ? 1
                                         : -1;
    if (d < 0 || value > 999) return 0;
    digit = digit || (c >= '0' && c <= '9');
    value = value * 10 + d;
  }
  return digit ? value : 0;
}

class DateReader {
 public:
  DateReader(const Source& source, std::uint32_t at, std::uint32_t end)
      : source_(source), at_(at), end_(end) {}

  WrittenDate read() {
    bool named = false;
    while (at_ < end_ && source_.cue(at_, Cue::day)) {
      ++at_;
      named = true;
      if (source_.sign(at_, ',') && at_ + 1 < end_) ++at_;
    }
    if (at_ >= end_) return {};
    if (source_.number(at_) && dotted()) return found();
    if (source_.number(at_)) {
      date_.day = value_of(source_.page.text(at_));
      if (separated() || worded(at_ + 1)) return found();
      date_ = {};
      return {};
    }
    if (named && (blank_worded() || blank_slashed())) return found();
    return {};
  }

 private:
  WrittenDate found() {
    if (date_.blank) return date_;
    const auto day = kehoach::day(date_.year, date_.month, date_.day);
    if (day.ok()) date_.date = day.value();
    date_.impossible = !day.ok();
    return date_;
  }

  /// "31.7.2025" is one number token.
  bool dotted() {
    const std::string_view text = source_.page.text(at_);
    const std::size_t first = text.find('.');
    const std::size_t second = first == text.npos ? text.npos : text.find('.', first + 1);
    if (second == text.npos || text.find('.', second + 1) != text.npos) return false;
    date_.day = value_of(text.substr(0, first));
    date_.month = value_of(text.substr(first + 1, second - first - 1));
    date_.year = value_of(text.substr(second + 1));
    if (!plausible()) return false;
    date_.end = at_ + 1;
    return true;
  }

  bool plausible() const {
    return date_.day > 0 && date_.day < 100 && date_.month > 0 && date_.month < 100 &&
           date_.year >= 1900 && date_.year <= 2100;
  }

  bool separated() {
    if (at_ + 4 >= end_ || !source_.sign(at_ + 1, "/-.") || !source_.number(at_ + 2) ||
        !source_.sign(at_ + 3, "/-.") || !source_.number(at_ + 4)) {
      return false;
    }
    date_.month = value_of(source_.page.text(at_ + 2));
    date_.year = value_of(source_.page.text(at_ + 4));
    if (!plausible()) return false;
    date_.end = at_ + 5;
    return true;
  }

  /// "tháng 7 năm 2025" from `t`; blanks may stand for the numbers.
  bool worded(std::uint32_t t) {
    t = skip_dots(t);
    if (t >= end_ || !source_.cue(t, Cue::month)) return false;
    t = number_or_blank(t + 1, date_.month);
    if (t >= end_ || !source_.cue(t, Cue::year)) return false;
    t = number_or_blank(t + 1, date_.year);
    if (!date_.blank && !plausible()) return false;
    date_.end = t;
    return true;
  }

  bool blank_worded() {
    date_.blank = true;
    return worded(at_);
  }

  /// "ngày    /   /2025"
  bool blank_slashed() {
    std::uint32_t t = skip_dots(at_);
    if (!source_.sign(t, '/')) return false;
    t = number_or_blank(t + 1, date_.month);
    if (!source_.sign(t, '/')) return false;
    t = number_or_blank(t + 1, date_.year);
    date_.blank = true;
    date_.end = t;
    return true;
  }

  std::uint32_t number_or_blank(std::uint32_t t, int& value) {
    t = skip_dots(t);
    if (t + 1 < end_ && source_.number(t) && source_.word(t + 1) && !source_.token(t + 1).spaced) {
      const std::string joined =
          std::string(source_.page.text(t)) + std::string(source_.page.text(t + 1));
      if ((value = scanned(joined)) != 0) return skip_comma(t + 2);
    }
    if (t < end_ && source_.number(t)) {
      value = value_of(source_.page.text(t));
      return skip_comma(t + 1);
    }
    if (t < end_ && source_.word(t) && (value = scanned(source_.page.text(t))) != 0)
      return skip_comma(t + 1);
    date_.blank = true;
    return skip_comma(t);
  }

  std::uint32_t skip_dots(std::uint32_t t) const {
    while (t < end_ && source_.sign(t, ".~_")) ++t;
    return t;
  }
  std::uint32_t skip_comma(std::uint32_t t) const {
    return t + 1 < end_ && source_.sign(t, ',') &&
                   (source_.cue(t + 1, Cue::month) || source_.cue(t + 1, Cue::year))
               ? t + 1
               : t;
  }

  const Source& source_;
  std::uint32_t at_;
  std::uint32_t end_;
  WrittenDate date_;
};

}  // namespace

WrittenDate date_at(const Source& source, std::uint32_t at, std::uint32_t end) {
  return DateReader(source, at, end).read();
}

}  // namespace kehoach::detail
