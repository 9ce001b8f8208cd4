// SPDX-License-Identifier: BSL-1.0
/// The words in which Vietnamese plans state time, read as deadline rules.
///
///     PhraseContext context;
///     context.issued = day(2025, 4, 22).value();
///     for (const Phrase& p : read_phrases("6 tháng chậm nhất ngày 10/6", context).value())
///       resolve(p.rule, vietnam_public_sector(), {}, {context.issued});
///
/// | words                                        | kind         | rule, and what is special      |
/// |----------------------------------------------|--------------|--------------------------------|
/// | Trước 31/7/2025                              | before       | by_date 2025-07-31, exclusive  |
/// | chậm nhất vào ngày 30 tháng 9 năm 2025       | by           | by_date 2025-09-30             |
/// | trước 17h00 ngày 31/3/2026                   | before       | 2026-03-31, minute 1020        |
/// | Quý II-III/2026                              | period       | 2026-04-01 to 2026-09-30       |
/// | 06 tháng cuối năm 2025                       | period       | 2025-07-01 to 2025-12-31       |
/// | cuối tháng 6/2026                            | point        | by_date 2026-06-30 (art. 146)  |
/// | hàng tháng (trước ngày 05 của tháng liền kề) | recurring    | month, next_month, 5, excl.    |
/// | quý chậm nhất ngày 10 tháng cuối của quý     | recurring    | quarter, last_month, 10        |
/// | 6 tháng chậm nhất ngày 10/6                  | recurring    | half_year, fixed 10/6, only 1  |
/// | cuối năm chậm nhất ngày 31/11                | recurring    | impossible 31/11; `suggested`  |
/// | mỗi năm 1 lần                                | frequency    | year; 1 time                   |
/// | 02 ngày làm việc kể từ ngày ký               | after_event  | 2 working days after `issued`  |
/// | 05 ngày làm việc kể từ khi kết thúc kỳ       | after_event  | recurring, after_end, 5        |
/// | 10001 ngày kể từ ngày ký                     | after_event  | none: over `longest_term`      |
/// | có hiệu lực kể từ ngày ký                    | event        | ongoing from the day of issue  |
/// | khi có hướng dẫn                             | event        | none: it waits for a paper     |
/// | Từ năm 2026                                  | open_from    | ongoing from 2026-01-01        |
/// | đến năm 2030                                 | open_until   | by_date 2030-12-31             |
/// | giai đoạn 2021-2025, định hướng đến năm 2030 | horizon      | period; `horizon` 2030-12-31   |
/// | chỉ tiêu đến năm 2030                        | milestone    | by_date 2030-12-31             |
/// | từ ngày 15 tháng trước đến 14 tháng báo cáo  | data_window  | month, decree_09               |
/// | thường xuyên                                 | ongoing      | ongoing                        |
/// | đột xuất                                     | on_demand    | none                           |
/// | kịp thời                                     | vague        | none                           |
/// | theo quy định                                | by_reference | none                           |
///
/// `read_phrases` is pure and takes time linear in the text; any thread. A test reads this table;
/// its rows and some 250 further examples are read in every way of writing that PDF text has: NFC,
/// NFD, half-composed, either tone placement, any case, blanks and line breaks in between.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <kehoach/date.hpp>
#include <kehoach/deadline.hpp>
#include <kehoach/export.hpp>
#include <kehoach/recurrence.hpp>
#include <kehoach/result.hpp>

namespace kehoach {

enum class PhraseKind : std::uint8_t {
  by = 0,      ///< a day that itself still counts: "chậm nhất", "đến hết", or the bare day
  before = 1,  ///< a day that no longer counts: "trước"
  point = 2,   ///< đầu, giữa, cuối of a month or year, as Civil Code art. 146 fixes them
  period = 3,  ///< a span of days
  recurring = 4,    ///< once in every period, with or without a due day
  event_day = 5,    ///< a yearly or weekly day on which something takes place
  frequency = 6,    ///< so many times in a period, or a planning cycle; no due day
  after_event = 7,  ///< a term that runs from an event
  event = 8,  ///< waits for an event, without a term: "khi có hướng dẫn", "trước Đại hội"
  open_from = 9,      ///< a beginning without an end
  open_until = 10,    ///< an end year without a beginning: "đến năm 2030"
  ongoing = 11,       ///< thường xuyên, liên tục
  on_demand = 12,     ///< đột xuất, khi có yêu cầu
  vague = 13,         ///< kịp thời, khẩn trương, từng bước: no computable day
  by_reference = 14,  ///< theo quy định: the day stands elsewhere
  data_window = 15,   ///< the days whose data a report covers; not a deadline
  constraint = 16,    ///< not earlier than a term after an event; not a deadline
  horizon = 17,       ///< a span or end with a further orientation or vision
  milestone = 18,     ///< the year of a target (chỉ tiêu, mục tiêu, a percentage)
  week_of_month = 19,  ///< "tuần cuối của tháng": no day follows, as it may be the last seven days
                       ///< or the last week from Monday; the rule has the period only
};

/// The kind as one stable word: "before", "data_window".
KEHOACH_EXPORT const char* name(PhraseKind kind) noexcept;

/// Something the words leave out, and where it was taken from.
struct Inference {
  enum class What : std::uint8_t { year = 0, period = 1, month = 2 };
  enum class From : std::uint8_t {
    plan_year = 0,      ///< `PhraseContext::plan_year`
    issue_date = 1,     ///< the year or day of `PhraseContext::issued`
    same_sentence = 2,  ///< another date beside it ("từ 15/01 đến 30/01/2026")
    words_year = 3,     ///< "năm sau", "năm trước", counted from the plan's year
    two_digits = 4,     ///< "31/7/25"
    report_kind = 5,    ///< what kind of report it is: a yearly one due in January is next year's
    regulation = 6,     ///< the text lays down a regime, so a day without a year recurs
  };
  What what = What::year;
  From from = From::plan_year;
  int value = 0;  ///< the year or month that was put in; for a period, its `Period`
};

/// `times` in every `every` × `unit` ("mỗi quý 1 lần": 1 in 3 months); times 0: no count stated.
struct Frequency {
  std::int16_t times = 0;
  std::int16_t every = 0;  ///< 0: the phrase states no frequency
  TermUnit unit = TermUnit::year;
  bool at_least = false;
};

/// One edge of a data window, relative to the report's period.
struct WindowDay {
  std::int8_t day = 0;    ///< 1 to 31, `last_day_of_month`; 0: this edge is not stated
  std::int8_t month = 0;  ///< 1 to 12; 0: the last month of the period
  std::int8_t shift = 0;  ///< -1: of the year before; where `month` is 0, of the month before
};

/// A term of more is kept as a phrase with its number in `rule.term` (over nine digits: 2147483647),
/// but `rule.kind` is `none` and no day follows from it: such a number is a slip of the pen.
inline constexpr std::int32_t longest_term = 10000;

struct Phrase {
  PhraseKind kind = PhraseKind::vague;
  std::uint32_t begin = 0;  ///< the bytes [begin, end) of the input that this rests on
  std::uint32_t end = 0;
  DeadlineRule rule;  ///< ready for `resolve()`; kind `none` where no day can follow
  /// A needed part is missing and nothing gives it (a year, the event's day, a half-year report's
  /// day): `rule` is then `none` or has no due day. Never filled by a guess.
  bool incomplete = false;
  bool alternative = false;  ///< joined to the phrase before it by "hoặc"
  /// `rule.recurrence` says which report this is about, also where the rule is not a recurring one
  /// ("báo cáo năm (trước ngày 01/12/2026)": by_date, and the yearly report).
  bool names_period = false;
  bool any_period = false;  ///< "kỳ báo cáo": the rule holds for every period; the host sets it
  bool after_period = false;      ///< after_event: the event is the end of a reporting period
  std::int16_t minute = -1;       ///< minutes after 00:00 of the due day; -1: none, the whole day
  bool exclusive_minute = false;  ///< "trước 17h00": that instant itself is too late
  Date horizon = no_date;         ///< horizon: the last day of the orientation or vision year
  Date suggested = no_date;       ///< rule impossible: the month's last day, if a year is known
  Frequency frequency;
  std::int8_t window_month = 0;  ///< data_window of one month of the year ("báo cáo tháng 12")
  WindowDay window_first;
  WindowDay window_last;
  std::vector<Inference> inferred;
};

struct PhraseContext {
  Date issued = no_date;    ///< issue date of the document
  int plan_year = 0;        ///< 0: the year of `issued`; a day without a year falls in it
  bool regulation = false;  ///< lays down a reporting regime: a day without a year recurs yearly
};

/// Every statement of time in `text` (UTF-8, one phrase or whole sentences), in the order of the
/// text. Words that are none are passed over, as are dates that belong to a cited paper ("Kế hoạch
/// số 84/KH-SYT ngày 22/4/2025"). Beside a stated day, soft words ("kịp thời", "theo quy định") are
/// left out of the answer. `not_understood`: there is no statement of time, or none that can be
/// read without guessing. `too_large`: 4 GiB or more. Bytes that are not UTF-8 match nothing.
KEHOACH_EXPORT Result<std::vector<Phrase>> read_phrases(std::string_view text,
                                                        const PhraseContext& context);

}  // namespace kehoach
