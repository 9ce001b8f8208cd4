// SPDX-License-Identifier: BSL-1.0
#include "phrase_words.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <string>

namespace program {
namespace {

using kehoach::Inference;
using kehoach::Phrase;
using kehoach::PhraseKind;
using kehoach::Text;

std::string number(int n) {
  return std::to_string(n);
}

Text period_name(int period) {
  static const std::array<Text, 6> names = {{{"tuần", "week"},
                                             {"tháng", "month"},
                                             {"quý", "quarter"},
                                             {"6 tháng", "half-year"},
                                             {"9 tháng", "nine months"},
                                             {"năm", "year"}}};
  return names.at(static_cast<std::size_t>(period));
}

Text hour(const Phrase& phrase) {
  const std::string minutes = number(phrase.minute % 60);
  const std::string time =
      number(phrase.minute / 60) + "h" + (minutes.size() < 2 ? "0" : "") + minutes;
  if (phrase.exclusive_minute)
    return {"ngày cuối chỉ còn trong hạn trước " + time, "in time on the last day before " + time};
  return {"ngày cuối còn trong hạn đến " + time, "in time on the last day until " + time};
}

Text frequency(const kehoach::Frequency& f) {
  static const std::array<Text, 5> units = {{{"ngày", "days"},
                                             {"ngày làm việc", "working days"},
                                             {"tuần", "weeks"},
                                             {"tháng", "months"},
                                             {"năm", "years"}}};
  const Text& unit = units.at(static_cast<std::size_t>(f.unit));
  Text text{"trong mỗi " + number(f.every) + " " + unit.vi,
            "in every " + number(f.every) + " " + unit.en};
  if (f.times > 0)
    text = {number(f.times) + " lần " + text.vi, number(f.times) + " times " + text.en};
  if (f.at_least) text = {"ít nhất " + text.vi, "at least " + text.en};
  return text;
}

Text window_day(const kehoach::WindowDay& d) {
  const bool last = d.day == kehoach::last_day_of_month;
  Text text{last ? "ngày cuối" : "ngày " + number(d.day),
            last ? "the last day" : "day " + number(d.day)};
  if (d.month != 0) {
    text = {text.vi + " tháng " + number(d.month), text.en + " of month " + number(d.month)};
    if (d.shift != 0) text = {text.vi + " năm trước", text.en + " of the year before"};
  } else if (d.shift != 0) {
    text = {text.vi + " của tháng trước kỳ", text.en + " of the month before the period"};
  } else {
    text = {text.vi + " của tháng cuối kỳ", text.en + " of the period's last month"};
  }
  return text;
}

Text window(const Phrase& phrase) {
  Text text{"số liệu", "data"};
  if (phrase.window_first.day != 0) {
    const Text first = window_day(phrase.window_first);
    text = {text.vi + " từ " + first.vi, text.en + " from " + first.en};
  }
  if (phrase.window_last.day != 0) {
    const Text last = window_day(phrase.window_last);
    text = {text.vi + " đến " + last.vi, text.en + " until " + last.en};
  }
  return text;
}

}  // namespace

Text kind_words(PhraseKind kind) {
  static const std::array<Text, 20> names = {
      {{"đến hết một ngày", "by a day, which still counts"},
       {"trước một ngày", "before a day"},
       {"đầu, giữa hoặc cuối tháng, năm", "beginning, middle or end of a month or year"},
       {"khoảng thời gian", "a span of days"},
       {"định kỳ", "once in every period"},
       {"ngày diễn ra hằng kỳ", "a recurring day of an event"},
       {"tần suất", "a frequency"},
       {"thời hạn tính từ một sự kiện", "a term from an event"},
       {"chờ một sự kiện", "waits for an event"},
       {"từ một ngày trở đi", "from a day on"},
       {"đến một năm", "until a year"},
       {"thường xuyên", "ongoing"},
       {"khi có yêu cầu", "on demand"},
       {"không định lượng", "vague"},
       {"theo văn bản khác", "stands in another paper"},
       {"kỳ lấy số liệu, không phải thời hạn", "the days data are taken from, no deadline"},
       {"không sớm hơn, không phải thời hạn", "not earlier than, no deadline"},
       {"giai đoạn có định hướng, tầm nhìn", "a span with an outlook"},
       {"mốc của chỉ tiêu", "a target's milestone"},
       {"một tuần trong tháng", "a week of the month"}}};
  return names.at(static_cast<std::size_t>(kind));
}

Text inference_words(const Inference& inference) {
  static const std::array<Text, 7> sources = {
      {{"theo năm của kế hoạch", "the plan's year"},
       {"theo ngày ban hành", "from the day of issue"},
       {"theo ngày khác trong câu", "from another date of the sentence"},
       {"theo chữ chỉ năm trong câu", "from the words about the year"},
       {"từ hai chữ số cuối của năm", "from its last two digits"},
       {"theo loại báo cáo", "from the kind of report"},
       {"vì văn bản đặt chế độ báo cáo", "as the paper lays down a regime"}}};
  const Text& from = sources.at(static_cast<std::size_t>(inference.from));
  Text what;
  switch (inference.what) {
    case Inference::What::year:
      what = {"năm " + number(inference.value), "the year " + number(inference.value)};
      break;
    case Inference::What::month:
      what = {"tháng " + number(inference.value), "month " + number(inference.value)};
      break;
    case Inference::What::period: {
      const Text period = period_name(inference.value);
      what = {"kỳ là " + period.vi, "the period, a " + period.en};
      break;
    }
  }
  return {what.vi + ", " + from.vi, what.en + ", " + from.en};
}

std::vector<Text> notes(const Phrase& phrase) {
  std::vector<Text> all;
  if (phrase.incomplete)
    all.push_back({"thiếu một phần mà không có gì cho biết, nên chưa tính ra ngày",
                   "a part is missing that nothing gives, so no day follows yet"});
  if (phrase.rule.term ==
      std::numeric_limits<std::int32_t>::max())  // more digits than the reader takes for a number
    all.push_back(
        {"con số vượt giới hạn " + number(kehoach::longest_term) + ", nên không tính ra ngày",
         "the number is over the limit of " + number(kehoach::longest_term) +
             ", so no day is told"});
  else if (phrase.rule.term > kehoach::longest_term)
    all.push_back({"con số " + number(phrase.rule.term) + " vượt giới hạn " +
                       number(kehoach::longest_term) + ", nên không tính ra ngày",
                   "the number " + number(phrase.rule.term) + " is over the limit of " +
                       number(kehoach::longest_term) + ", so no day is told"});
  if (phrase.alternative)
    all.push_back(
        {"chọn một trong hai với cụm từ trước (“hoặc”)", "an alternative to the phrase before it"});
  if (phrase.any_period)
    all.push_back({"không nêu kỳ báo cáo nào; các ngày nêu ở đây tính thử theo tháng",
                   "names no reporting period; the days given here are those of months"});
  if (phrase.minute >= 0) all.push_back(hour(phrase));
  if (phrase.horizon != kehoach::no_date)
    all.push_back({"định hướng, tầm nhìn đến " + kehoach::to_vietnamese(phrase.horizon),
                   "outlook until " + kehoach::to_string(phrase.horizon)});
  if (phrase.frequency.every != 0) all.push_back(frequency(phrase.frequency));
  if (phrase.window_month != 0)
    all.push_back({"số liệu của tháng " + number(phrase.window_month),
                   "data of month " + number(phrase.window_month)});
  if (phrase.window_first.day != 0 || phrase.window_last.day != 0) all.push_back(window(phrase));
  return all;
}

}  // namespace program
