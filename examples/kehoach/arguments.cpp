// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"

#include <charconv>
#include <map>

#include <kehoach/error_text.hpp>

namespace program {
namespace {

using kehoach::ItemKind;
using kehoach::Language;
using kehoach::Text;

const std::map<std::string, ItemKind> item_options = {{"--task", ItemKind::task},
                                                      {"--report", ItemKind::report},
                                                      {"--target", ItemKind::target},
                                                      {"--unit", ItemKind::unit},
                                                      {"--document", ItemKind::document}};

/// What each command knows besides --lang, --json and --help.
const std::map<std::string, std::set<std::string>> known_options = {
    {"check", {"--as-of", "--known-at", "--fail-on", "--codes", "--burden"}},
    {"due", {"--as-of", "--known-at", "--within", "--unit"}},
    {"rollup",
     {"--as-of", "--known-at", "--by", "--cell", "--own", "--closed", "--save-partial", "--merge",
      "--detail", "--published", "--unit", "--document", "--task"}},
    {"kpi",
     {"--as-of", "--known-at", "--series", "--from", "--to", "--adequacy", "--score", "--general",
      "--target", "--unit"}},
    {"explain",
     {"--as-of", "--known-at", "--task", "--report", "--target", "--unit", "--document", "--why",
      "--chains", "--late", "--dot"}},
    {"calendar", {"--year", "--as-of", "--within", "--known-on", "--unit"}},
    {"deadline", {"--on", "--known-on"}},
    {"read", {"--cascade", "--links", "--accept", "--vocabulary"}}};

/// Options that mean something only beside one of those that follow.
struct Companion {
  std::string command;
  std::set<std::string> options;
  std::vector<std::string> beside;
};
const std::vector<Companion> companions = {{"rollup", {"--cell"}, {"--by"}},
                                           {"rollup", {"--own", "--closed"}, {"--save-partial"}},
                                           {"rollup",
                                            {"--unit", "--document", "--task"},
                                            {"--by", "--detail", "--published", "--save-partial"}},
                                           {"kpi", {"--general"}, {"--score"}},
                                           {"kpi", {"--unit"}, {"--score"}},
                                           {"kpi", {"--from", "--to"}, {"--series", "--score"}},
                                           {"kpi", {"--target"}, {"--series", "--adequacy"}},
                                           {"read", {"--accept"}, {"--cascade", "--links"}},
                                           {"calendar", {"--within"}, {"--as-of"}}};

/// The words one after the other; knows the language for what it has to complain about.
class Parser {
 public:
  Parser(const std::vector<std::string>& words, Arguments& out) : words_(words), out_(out) {}

  void run() {
    read_language();
    for (; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      if (word.size() > 1 && word[0] == '-')
        option(word);
      else if (out_.command.empty())
        out_.command = word;
      else
        out_.operands.push_back(word);
    }
    check_command();
    check_companions();
  }

 private:
  [[noreturn]] void complain(const Text& text) const { throw Complaint(out_.say(text)); }

  /// First of all, so that every complaint is in the language asked for.
  void read_language() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i)
      if (words_[i] == "--lang" && words_[i + 1] == "en") out_.language = Language::en;
  }

  /// Nothing that was asked for is passed over in silence.
  void check_command() const {
    const auto known = known_options.find(out_.command);
    if (known == known_options.end()) return;  // help, and what is no command
    for (const std::string& option : out_.given) {
      if (option == "--lang" || option == "--json" || known->second.count(option) != 0) continue;
      complain(
          {"lệnh \"" + out_.command + "\" không có tùy chọn " + option + " (xem: kehoach help)",
           "\"" + out_.command + "\" has no option " + option + " (see: kehoach help --lang en)"});
    }
  }

  void check_companions() const {
    for (const Companion& rule : companions) {
      if (rule.command != out_.command) continue;
      std::string beside;
      bool met = false;
      for (const std::string& option : rule.beside) {
        met = met || out_.given.count(option) != 0;
        beside += (beside.empty() ? "" : ", ") + option;
      }
      if (met) continue;
      for (const std::string& option : rule.options)
        if (out_.given.count(option) != 0)
          complain({option + " chỉ dùng cùng với " + beside,
                    option + " is only used together with " + beside});
    }
  }

  const std::string& value(const std::string& option) {
    if (at_ + 1 >= words_.size())
      complain({"thiếu giá trị sau " + option, option + " needs a value"});
    return words_[++at_];
  }

  kehoach::Date date(const std::string& option) {
    const std::string& text = value(option);
    const auto day = kehoach::parse_date(text);
    if (!day.ok())
      complain({option +
                    " cần một ngày có thật, dạng NĂM-THÁNG-NGÀY như 2025-11-03, không phải \"" +
                    text + "\"",
                option + " needs a day that exists, like 2025-11-03, not \"" + text + "\""});
    return *day;
  }

  int year(const std::string& option) {
    const std::string& text = value(option);
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || number < 1900 || number > 2100)
      complain(
          {option + " cần một năm như 2026 (lịch dựng sẵn có từ 2018 đến 2060), không phải \"" +
               text + "\"",
           option + " needs a year like 2026 (the built-in calendar has 2018 to 2060), not \"" +
               text + "\""});
    return number;
  }

  int days(const std::string& option) {
    const std::string& text = value(option);
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || number < 0 || number > 1000)
      complain({option + " cần số ngày làm việc từ 0 đến 1000, không phải \"" + text + "\"",
                option + " needs 0 to 1000 working days, not \"" + text + "\""});
    return number;
  }

  double score(const std::string& option) {
    const std::string& text = value(option);
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || !(number >= 0 && number <= 1))
      complain({option + " cần một số từ 0 đến 1, không phải \"" + text + "\"",
                option + " needs a number from 0 to 1, not \"" + text + "\""});
    return number;
  }

  int chains(const std::string& option) {
    const std::string& text = value(option);
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || number < 1)
      complain({option + " cần số chuỗi, từ 1, không phải \"" + text + "\"",
                option + " needs how many chains, from 1, not \"" + text + "\""});
    return number;
  }

  void option(const std::string& word) {
    if (!out_.given.insert(word).second)
      complain({"tùy chọn " + word + " nêu hai lần", "option " + word + " is given twice"});
    if (word == "--help" || word == "-h")
      out_.command = "help";
    else if (word == "--json")
      out_.json = true;
    else if (word == "--dot")
      out_.dot = true;
    else if (word == "--late")
      out_.late = true;
    else if (word == "--chains")
      out_.chains = chains(word);
    else if (word == "--lang")
      language();
    else if (word == "--fail-on")
      fail_on();
    else if (word == "--codes")
      out_.codes = true;
    else if (word == "--cascade")
      out_.cascade = true;
    else if (word == "--links")
      out_.links = true;
    else if (word == "--accept")
      out_.accept = score(word);
    else if (word == "--vocabulary")
      out_.vocabulary = value(word);
    else if (word == "--burden")
      out_.burden = true;
    else if (word == "--as-of")
      out_.as_of = date(word);
    else if (word == "--known-at")
      out_.known_at = date(word);
    else if (word == "--on")
      out_.on = date(word);
    else if (word == "--known-on")
      out_.known_on = date(word);
    else if (word == "--year")
      out_.year = year(word);
    else if (word == "--within")
      out_.within = days(word);
    else if (word == "--why")
      out_.aspect = value(word);
    else if (figure_option(word))
      return;
    else if (const auto item = item_options.find(word); item != item_options.end())
      name_item(item->second, word);
    else
      complain({"không có tùy chọn " + word + " (xem: kehoach help)",
                "no option " + word + " (see: kehoach help --lang en)"});
  }

  /// Of `rollup` and `kpi`.
  bool figure_option(const std::string& word) {
    FigureOptions& figures = out_.figures;
    static const std::map<std::string, std::string FigureOptions::*> texts = {
        {"--by", &FigureOptions::by},
        {"--cell", &FigureOptions::cell},
        {"--own", &FigureOptions::own},
        {"--save-partial", &FigureOptions::save_partial},
        {"--published", &FigureOptions::published},
        {"--series", &FigureOptions::series},
        {"--general", &FigureOptions::general}};
    static const std::map<std::string, bool FigureOptions::*> flags = {
        {"--merge", &FigureOptions::merge},
        {"--closed", &FigureOptions::closed},
        {"--detail", &FigureOptions::detail},
        {"--adequacy", &FigureOptions::adequacy},
        {"--score", &FigureOptions::score}};
    if (const auto text = texts.find(word); text != texts.end())
      figures.*(text->second) = value(word);
    else if (const auto flag = flags.find(word); flag != flags.end())
      figures.*(flag->second) = true;
    else if (word == "--from")
      figures.from = date(word);
    else if (word == "--to")
      figures.to = date(word);
    else
      return false;
    return true;
  }

  void language() {
    const std::string& text = value("--lang");
    if (text != "vi" && text != "en")
      complain({"--lang là vi hoặc en, không phải \"" + text + "\"",
                "--lang is vi or en, not \"" + text + "\""});
  }

  void fail_on() {
    const std::string& text = value("--fail-on");
    out_.fail_on.reset();
    for (const auto severity :
         {kehoach::Severity::note, kehoach::Severity::warning, kehoach::Severity::error})
      if (text == kehoach::name(severity)) out_.fail_on = severity;
    if (!out_.fail_on && text != "never")
      complain({"--fail-on là note, warning, error hoặc never, không phải \"" + text + "\"",
                "--fail-on is note, warning, error or never, not \"" + text + "\""});
  }

  void name_item(ItemKind kind, const std::string& word) {
    if (out_.kind != ItemKind::none)
      complain({"chỉ nêu được một mục (" + word + " là mục thứ hai)",
                "only one item can be named (" + word + " is a second one)"});
    out_.kind = kind;
    out_.key = value(word);
  }

  const std::vector<std::string>& words_;
  Arguments& out_;
  std::size_t at_ = 0;
};

}  // namespace

std::string Arguments::say(const kehoach::Error& error) const {
  const std::string code = std::string(" (") + kehoach::name(error.code) + ")";
  const std::string words = kehoach::describe(error.code, language) + code;
  const std::string more = std::to_string(error.more.size());
  return words + ": " + error.message +
         (error.more.empty() ? ""
                             : say({"; còn " + more + " lỗi khác", "; and " + more + " more"}));
}

std::string Arguments::date(kehoach::Date d) const {
  return language == Language::vi ? kehoach::to_vietnamese(d) : kehoach::to_string(d);
}

std::string Arguments::source(const std::string& source) const {
  return source == "policy" ? say({"luật không nêu, theo lựa chọn đã đặt",
                                   "the law is silent, by the policy chosen"})
                            : source;
}

kehoach::Date Arguments::day() const {
  if (as_of == kehoach::no_date)
    throw Complaint(say({"\"" + command + "\" cần biết hỏi cho ngày nào: --as-of NĂM-THÁNG-NGÀY",
                         "\"" + command + "\" needs the day it is asked for: --as-of YYYY-MM-DD"}));
  return as_of;
}

Arguments parse(const std::vector<std::string>& words) {
  Arguments arguments;
  Parser(words, arguments).run();
  return arguments;
}

std::string help(Language language) {
  static const Text text = {
      R"(kehoach - việc gì đến hạn, ai chậm, chỉ tiêu nào chưa đạt, và vì sao

  kehoach check    TỆP… --as-of NGÀY   điều sai hoặc đáng ngờ trong chính các kế hoạch
  kehoach due      TỆP… --as-of NGÀY   việc, báo cáo quá hạn và sắp đến hạn [--unit MÃ]
  kehoach rollup   TỆP… --as-of NGÀY   tổng hợp theo văn bản và theo đơn vị
  kehoach kpi      TỆP… --as-of NGÀY   từng chỉ tiêu: đạt, chưa đạt, thiếu bao nhiêu
  kehoach explain  TỆP… --as-of NGÀY --task MÃ   vì sao (hoặc --report, --target, --unit,
                                       --document; --why deadline|status|slack|rollup|verdict…)
  kehoach calendar [TỆP…] --year NĂM   ngày nghỉ, ngày làm bù của năm đó và căn cứ [--unit MÃ];
                                       --known-on NGÀY: như đã biết đến ngày đó;
                                       --as-of NGÀY: thêm ngày làm việc thứ N kể từ ngày đó
  kehoach deadline "CỤM TỪ" --on NGÀY  một câu chữ về thời hạn, trong văn bản ban hành ngày đó,
                                       nghĩa là ngày nào
  kehoach read     TỆP.txt             đọc một văn bản: dẫn chiếu, nhiệm vụ, báo cáo, chỉ tiêu
  kehoach read     TỆP… --cascade      ghép nhiều văn bản; với --json: cascade JSON cho các lệnh trên

TỆP: kế hoạch dạng cascade JSON; các tệp sau được thêm vào tệp đầu (ví dụ số liệu, tiến độ).
NGÀY: NĂM-THÁNG-NGÀY. Chương trình không xem đồng hồ: ngày nào hỏi là do người hỏi nêu.
  --fail-on MỨC    check: thoát với mã 1 từ mức này trở lên: note, warning, error (không nêu: error),
                   never
  --codes          check: in bảng các mã phát hiện rồi thôi, không cần tệp
  --links          read --cascade: in JSON các đề xuất, chỗ chưa xếp được và cách viết tên đơn vị
  --accept ĐIỂM    read --cascade: nhận đề xuất từ điểm này (0 đến 1; không nêu: không nhận cái nào)
  --vocabulary TỆP read: thêm từ vựng, mỗi dòng loại<TAB>từ ngữ<TAB>giá trị
  --burden         check: số báo cáo mỗi đơn vị phải gửi từng tháng, trong mười hai tháng
  --by HÀNG,CỘT    rollup: bảng chéo theo document, unit, level, status, under (việc cấp trên) hoặc
                   week, month, quarter, half_year, year (ngày đến hạn); thêm :own để chỉ tính
                   chính nó; --cell HÀNG,CỘT (hai mã) nêu các việc trong một ô
  --detail         rollup: ai chưa báo cáo, việc nào xấu nhất, nơi báo cáo trên dưới lệch nhau
                   [--unit, --document hoặc --task MÃ]
  --published SỐ   rollup: soát số liệu công bố, như total=9831,done=7892,open_overdue=319
  --save-partial TỆP  rollup --by: ghi kết quả của riêng nơi này [--own MÃ,… --closed]
  --merge          rollup: các TỆP là kết quả riêng, gộp thành chung, không trùng việc nào
  --series KỲ      kpi: diễn biến từng kỳ [--target MÃ] [--from NGÀY --to NGÀY]
  --adequacy       kpi: mức giao cho cấp dưới có bảo đảm mức của cấp trên không [--target MÃ]
  --score          kpi: điểm theo NĐ 335/2025/NĐ-CP, --unit MÃ --from NGÀY --to NGÀY --general ĐIỂM
  --within N       nhìn trước N ngày làm việc (due, calendar; không nêu: 30)
  --chains N       explain: N chuỗi sít nhất từ một văn bản (hoặc chuỗi của một --task) lên cấp trên
  --late           explain: ai đã dùng thời gian của một --task, bao nhiêu ngày làm việc
  --dot            explain: hình vẽ cho Graphviz (dot -Tsvg)
  --known-at NGÀY  chỉ dùng những gì đã được ghi nhận đến ngày đó
  --lang vi|en     ngôn ngữ
  --json           mỗi dòng một đối tượng JSON, cho chương trình khác đọc
Mã thoát: 0 xong; 1 có phát hiện từ mức --fail-on (chỉ check); 2 gọi sai hoặc không đọc được.
)",
      R"(kehoach - what is due, who is late, which target is short, and why

  kehoach check    FILE… --as-of DAY   what is wrong or suspicious in the plans themselves
  kehoach due      FILE… --as-of DAY   tasks and reports overdue and soon due [--unit KEY]
  kehoach rollup   FILE… --as-of DAY   sums by document and by unit
  kehoach kpi      FILE… --as-of DAY   each target: met, not met, short by how much
  kehoach explain  FILE… --as-of DAY --task KEY   why (or --report, --target, --unit,
                                       --document; --why deadline|status|slack|rollup|verdict…)
  kehoach calendar [FILE…] --year YEAR days off and worked days of that year [--unit KEY];
                                       --known-on DAY: as known on that day;
                                       --as-of DAY: with the N-th working day after it
  kehoach deadline "WORDS" --on DAY    which day Vietnamese words about time mean in a paper
                                       issued on that day
  kehoach read     FILE.txt            one paper read: citations, tasks, reports, targets
  kehoach read     FILE… --cascade     puts papers together; with --json: cascade JSON for the above

FILE: plans as cascade JSON; further files are added to the first (figures and progress, say).
DAY: YYYY-MM-DD. The program looks at no clock: whoever asks names the day.
  --fail-on LEVEL  check: leave with 1 from this level on: note, warning, error (default), never
  --codes          check: print the table of codes and nothing else, no file needed
  --links          read --cascade: JSON of proposals, what found no place, and names of offices
  --accept SCORE   read --cascade: accept proposals from this score on (0 to 1; default: none)
  --vocabulary FILE read: further words, a line kind<TAB>words<TAB>value
  --burden         check: how many reports each office owes in each of twelve months
  --by ROW,COLUMN  rollup: a table by document, unit, level, status, under (upper task), or week,
                   month, quarter, half_year, year (of the due day); with :own of each alone;
                   --cell ROW,COLUMN (two keys) names the tasks behind a cell
  --detail         rollup: who has not reported, what is worst, where reports above and below differ
                   [--unit, --document or --task KEY]
  --published FIGURES  rollup: checks a published tally, as total=9831,done=7892,open_overdue=319
  --save-partial FILE  rollup --by: writes the sums of this shard alone [--own KEY,… --closed]
  --merge          rollup: the FILEs are such sums, merged without counting any task twice
  --series PERIOD  kpi: how it went [--target KEY] [--from DAY --to DAY]
  --adequacy       kpi: whether the targets below imply those above [--target KEY]
  --score          kpi: points by NĐ 335/2025/NĐ-CP, --unit KEY --from DAY --to DAY --general N
  --within N       look N working days ahead (due, calendar; default 30)
  --chains N       explain: the N tightest chains from a document (or that of a --task) to the top
  --late           explain: who used up the time of a --task, in working days that add up
  --dot            explain: a drawing for Graphviz (dot -Tsvg)
  --known-at DAY   use only what had been recorded by then
  --lang vi|en     language
  --json           one JSON object a line, for programs
Exit code: 0 done; 1 findings of the level of --fail-on (check only); 2 wrong use or unreadable
input.
)"};
  return text.in(language);
}

}  // namespace program
