// SPDX-License-Identifier: BSL-1.0
#include "reader/link_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "reader/text.hpp"

namespace kehoach::detail {
namespace {

struct Abbreviation {
  std::string_view from, to;
};
constexpr std::array<Abbreviation, 16> abbreviations = {{
    {"ubnd", "ủy ban nhân dân"},
    {"hđnd", "hội đồng nhân dân"},
    {"ubmttq", "ủy ban mặt trận tổ quốc"},
    {"mttq", "mặt trận tổ quốc"},
    {"bhxh", "bảo hiểm xã hội"},
    {"syt", "sở y tế"},
    {"byt", "bộ y tế"},
    {"ttyt", "trung tâm y tế"},
    {"bvđk", "bệnh viện đa khoa"},
    {"bv", "bệnh viện"},
    {"tyt", "trạm y tế"},
    {"khtc", "kế hoạch - tài chính"},
    {"khth", "kế hoạch tổng hợp"},
    {"đkkv", "đa khoa khu vực"},
    {"vp", "văn phòng"},
    {"nv", "nghiệp vụ"},
}};

constexpr std::string_view posts[] = {
    "giám đốc",       "phó giám đốc", "thủ trưởng",    "chủ tịch",  "phó chủ tịch",
    "bộ trưởng",      "thứ trưởng",   "cục trưởng",    "vụ trưởng", "chi cục trưởng",
    "chánh",          "phó chánh",    "trưởng",        "lãnh đạo",  "hiệu trưởng",
    "người đứng đầu", "viện trưởng",  "tổng giám đốc", "đồng chí"};

constexpr std::string_view heads[] = {"sở",        "bộ",        "cục",       "vụ",    "ủy ban",
                                      "bệnh viện", "trung tâm", "văn phòng", "phòng", "khoa",
                                      "chi cục",   "thanh tra", "ban",       "trạm",  "các",
                                      "hội đồng",  "viện",      "trường"};

bool starts(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start &&
         (text.size() == start.size() || text[start.size()] == ' ' || text[start.size()] == ',');
}

bool ends(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end &&
         text[text.size() - end.size() - 1] == ' ';
}

std::string folded_text(std::string_view text) {
  return fold(text).text;
}

std::string written_out(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,;:()-", at), text.size());
    std::string_view word = text.substr(at, end - at);
    for (const auto& [from, to] : abbreviations) {
      if (word == folded_text(from)) {
        out += folded_text(to);
        word = {};
        break;
      }
    }
    out += word;
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

/// " - ", "-" and doubled blanks say the same; brackets say whose it is and go.
std::string plain(std::string_view text) {
  std::string out;
  int depth = 0;
  for (char c : text) {
    if (c == '(') ++depth;
    const bool keep = depth == 0;
    if (c == ')' && depth > 0) --depth;
    if (!keep) continue;
    if (c == '-' || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '.' || out.back() == ','))
    out.pop_back();
  return out;
}

/// A post answers for its office: "giám đốc sở y tế" → "sở y tế".
std::string_view without_post(std::string_view text) {
  for (std::string_view post : posts) {
    const std::string key = folded_text(post);
    if (!starts(text, key)) continue;
    std::string_view rest = text.substr(key.size());
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    for (std::string_view head : heads) {
      if (starts(rest, folded_text(head))) return rest;
    }
  }
  return text;
}

/// Cuts "… tỉnh cà mau" to "… tỉnh" where the kind of place belongs to the office, else away.
void take_place(OfficeName& name) {
  static constexpr std::pair<std::string_view, bool> kinds[] = {
      {"tỉnh", false},    {"thành phố", false}, {"đặc khu", true}, {"phường", true},
      {"thị trấn", true}, {"huyện", true},      {"quận", true},    {"xã", true}};
  for (const auto& [kind, commune] : kinds) {
    const std::string word = " " + folded_text(kind) + " ";
    const std::size_t at = name.core.find(word);
    if (at == std::string::npos) continue;
    name.place = name.core.substr(at + word.size());
    const bool governs = starts(name.core, folded_text("ủy ban nhân dân")) ||
                         starts(name.core, folded_text("hội đồng nhân dân"));
    if (governs) name.level = commune ? Level::commune : Level::province;
    name.core.resize(governs ? at + word.size() - 1 : at);
    return;
  }
}

Level level_of(std::string_view core) {
  struct Rank {
    std::string_view head;
    Level level;
  };
  static constexpr Rank ranks[] = {{"bộ chính trị", Level::national},
                                   {"ban bí thư", Level::national},
                                   {"ban chấp hành trung ương", Level::national},
                                   {"chính phủ", Level::national},
                                   {"thủ tướng", Level::national},
                                   {"quốc hội", Level::national},
                                   {"ủy ban thường vụ quốc hội", Level::national},
                                   {"văn phòng chính phủ", Level::ministry},
                                   {"bộ chỉ huy", Level::department},
                                   {"bộ đội", Level::department},
                                   {"bộ phận", Level::division},
                                   {"bộ", Level::ministry},
                                   {"tổng cục", Level::ministry},
                                   {"tỉnh ủy", Level::province},
                                   {"thành ủy", Level::province},
                                   {"ban thường vụ tỉnh ủy", Level::province},
                                   {"ban thường vụ thành ủy", Level::province},
                                   {"ủy ban nhân dân tỉnh", Level::province},
                                   {"ủy ban nhân dân thành phố", Level::province},
                                   {"ủy ban nhân dân xã", Level::commune},
                                   {"ủy ban nhân dân phường", Level::commune},
                                   {"ủy ban nhân dân huyện", Level::commune},
                                   {"hội đồng nhân dân tỉnh", Level::province},
                                   {"hội đồng nhân dân", Level::province},
                                   {"ủy ban nhân dân", Level::province},
                                   {"sở", Level::department},
                                   {"bảo hiểm xã hội", Level::department},
                                   {"công an tỉnh", Level::department},
                                   {"thanh tra tỉnh", Level::department},
                                   {"thống kê tỉnh", Level::department},
                                   {"ban quản lý", Level::department},
                                   {"chi cục", Level::department},
                                   {"bệnh viện", Level::hospital},
                                   {"trung tâm y tế", Level::hospital},
                                   {"trung tâm", Level::hospital},
                                   {"trạm y tế", Level::station},
                                   {"trạm", Level::station}};
  for (const Rank& rank : ranks) {
    if (starts(core, folded_text(rank.head))) return rank.level;
  }
  return Level::division;
}

bool names_several(std::string_view core) {
  for (std::string_view word :
       {"các", "những", "mọi", "tất cả", "toàn thể", "từng", "đơn vị", "cơ quan", "địa phương",
        "đoàn thể", "khoa, phòng", "sở, ban", "sở, ngành", "ngành"}) {
    if (starts(core, folded_text(word))) return true;
  }
  for (std::string_view part : {"các", "liên quan", "trực thuộc", "trên địa bàn"}) {
    if ((std::string(core) + " ").find(" " + folded_text(part) + " ") != std::string::npos)
      return true;
  }
  return false;
}

/// "phòng nghiệp vụ dược [thuộc] sở y tế" → "phòng nghiệp vụ dược", of "sở y tế".
void cut_house(OfficeName& name, std::string_view issuer) {
  const auto cut = [&](const std::string& tail) {
    if (!ends(name.core, tail)) return false;
    name.core.resize(name.core.size() - tail.size() - 1);
    for (std::string_view joint : {"thuộc", "của"}) {
      const std::string word = folded_text(joint);
      if (ends(name.core, word)) name.core.resize(name.core.size() - word.size() - 1);
    }
    return true;
  };
  if (!issuer.empty() && cut(std::string(issuer))) return;
  const bool division =
      starts(name.core, folded_text("phòng")) || starts(name.core, folded_text("văn phòng")) ||
      starts(name.core, folded_text("thanh tra")) || starts(name.core, folded_text("khoa"));
  if (!division) return;
  for (std::string_view tail : {"sở", "bệnh viện", "bộ"}) {
    if (cut(folded_text(tail))) return;
  }
  for (std::string_view house :
       {" sở ", " bệnh viện ", " ủy ban nhân dân ", " hội đồng nhân dân "}) {
    const std::size_t at =
        name.core.find(" " + folded_text(house.substr(1, house.size() - 2)) + " ");
    if (at == std::string::npos) continue;
    name.of = name.core.substr(at + 1);
    name.core.resize(at);
    return;
  }
}

}  // namespace

OfficeName office_name(std::string_view written, std::string_view issuer) {
  OfficeName name;
  const std::string all = plain(written_out(folded_text(written)));
  name.core = std::string(without_post(all));
  name.group = names_several(name.core);
  if (name.group) {
    name.level = Level::division;
    return name;
  }
  take_place(name);
  cut_house(name, issuer);
  name.level = level_of(name.core);
  return name;
}

}  // namespace kehoach::detail
