// SPDX-License-Identifier: BSL-1.0
#include <cstdio>

#include <kehoach/read_cascade.hpp>

#include "exchange/json_print.hpp"

namespace kehoach {
namespace {

using detail::JsonLayout;
using detail::JsonPrinter;

void text(JsonPrinter& out, std::string_view key, std::string_view value) {
  out.key(key);
  out.text(value);
}

/// Scores have two decimals by their making.
void number(JsonPrinter& out, std::string_view key, double value) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%d.%02d", static_cast<int>(value + 0.001),
                static_cast<int>(value * 100 + 0.5) % 100);
  out.key(key);
  out.literal(digits);
}

void write_proposals(JsonPrinter& out, const ReadCascade& made) {
  out.key("proposals");
  out.begin_list(JsonLayout::lines);
  for (const Proposal& p : made.linked.proposals) {
    out.begin_object(JsonLayout::one_line);
    text(out, "lower", made.tasks[p.lower_paper][p.lower_task]);
    text(out, "upper", made.tasks[p.upper_paper][p.upper_task]);
    number(out, "score", p.score);
    number(out, "words", p.words);
    number(out, "duty", p.duty);
    number(out, "time", p.time);
    out.key("accepted");
    out.literal(p.score >= made.accepted ? "true" : "false");
    out.end_object();
  }
  out.end_list();
}

void write_unplaced(JsonPrinter& out, const ReadCascade& made,
                    const std::vector<ReadPaper>& papers) {
  out.key("unplaced");
  out.begin_list(JsonLayout::lines);
  for (const Unplaced& u : made.linked.unplaced) {
    out.begin_object(JsonLayout::one_line);
    text(out, "paper", u.paper < papers.size() ? papers[u.paper].name : "");
    out.key("line");
    out.literal(std::to_string(u.line));
    text(out, "code", u.code);
    text(out, "words", u.words);
    out.end_object();
  }
  out.end_list();
}

void write_units(JsonPrinter& out, const ReadCascade& made) {
  out.key("units");
  out.begin_list(JsonLayout::lines);
  for (std::size_t u = 0; u < made.linked.units.size(); ++u) {
    out.begin_object(JsonLayout::one_line);
    text(out, "key", made.units[u]);
    text(out, "name", made.linked.units[u].name);
    out.key("written");
    out.begin_list(JsonLayout::one_line);
    for (const std::string& written : made.linked.units[u].written) out.text(written);
    out.end_list();
    out.end_object();
  }
  out.end_list();
}

}  // namespace

std::string write_links_json(const ReadCascade& made, const std::vector<ReadPaper>& papers) {
  JsonPrinter out;
  out.begin_object(JsonLayout::lines);
  write_proposals(out, made);
  write_unplaced(out, made, papers);
  write_units(out, made);
  out.end_object();
  return out.take() + '\n';
}

}  // namespace kehoach
