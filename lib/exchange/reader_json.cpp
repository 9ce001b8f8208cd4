// SPDX-License-Identifier: BSL-1.0
#include <kehoach/reader_json.hpp>

#include <string_view>

namespace kehoach {
namespace {

/// Writes one indented JSON text. Members are written in the order of the calls.
class Json {
 public:
  void open(char bracket) {
    out_ += bracket;
    ++depth_;
    first_ = true;
  }
  void close(char bracket) {
    --depth_;
    if (!first_) line();
    out_ += bracket;
    first_ = false;
  }
  void item() {
    if (!first_) out_ += ',';
    first_ = false;
    line();
  }
  void key(std::string_view name) {
    item();
    string(name);
    out_ += ": ";
  }
  void string(std::string_view text);
  void raw(std::string_view text) { out_ += text; }
  void number(std::size_t value) { out_ += std::to_string(value); }

  void text(std::string_view name, std::string_view value) {
    key(name);
    value.empty() ? raw("null") : string(value);
  }
  void date(std::string_view name, Date value) { text(name, to_string(value)); }
  void flag(std::string_view name, bool value) {
    key(name);
    raw(value ? "true" : "false");
  }
  void texts(std::string_view name, const std::vector<std::string>& values);
  std::string take() {
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void line() {
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
  }

  std::string out_;
  int depth_ = 0;
  bool first_ = true;
};

void Json::string(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out_ += '"';
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      (out_ += '\\') += c;
    } else if (byte < 0x20) {
      ((out_ += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

void Json::texts(std::string_view name, const std::vector<std::string>& values) {
  key(name);
  out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i) out_ += ", ";
    string(values[i]);
  }
  out_ += ']';
}

void write_place(Json& json, const ReadPlace& place) {
  json.key("line");
  json.number(place.line);
  json.key("span");
  json.raw("[" + std::to_string(place.begin) + ", " + std::to_string(place.end) + "]");
}

void write(Json& json, const ReadDocument& d) {
  json.open('{');
  json.text("symbol", d.symbol);
  json.text("symbol_raw", d.symbol_raw);
  json.text("type", d.type);
  json.text("issuer", d.issuer);
  json.date("issued", d.issued);
  json.text("title", d.title);
  json.text("signer", d.signer);
  json.text("place", d.place);
  json.close('}');
}

void write(Json& json, const ReadReference& r) {
  json.open('{');
  json.text("symbol", r.symbol);
  json.text("raw", r.raw);
  json.text("type", r.type);
  json.text("issuer", r.issuer);
  json.date("date", r.date);
  json.text("relation", r.relation);
  json.text("via", r.via);
  write_place(json, r.place);
  json.close('}');
}

void write(Json& json, const ReadDeadline& d) {
  json.open('{');
  json.text("raw", d.raw);
  json.text("kind", d.kind);
  json.date("start", d.start);
  json.date("end", d.end);
  json.flag("end_exclusive", d.end_exclusive);
  json.text("recurrence", d.recurrence);
  json.close('}');
}

void write(Json& json, const ReadTask& t) {
  json.open('{');
  json.text("path", t.path);
  json.text("text", t.text);
  json.texts("lead", t.lead);
  json.texts("support", t.support);
  json.key("deadline");
  write(json, t.deadline);
  write_place(json, t.place);
  json.close('}');
}

void write(Json& json, const ReadReport& r) {
  json.open('{');
  json.text("path", r.path);
  json.text("raw", r.raw);
  json.texts("from", r.from);
  json.texts("to", r.to);
  json.texts("onward", r.onward);
  json.text("period", r.period);
  json.text("due_rule", r.due_rule);
  std::vector<std::string> dates;
  for (Date date : r.due_dates) dates.push_back(to_string(date));
  json.texts("due_dates", dates);
  json.key("exclusive");
  json.raw(!r.exclusive ? "null" : *r.exclusive ? "true" : "false");
  json.key("line");
  json.number(r.place.line);
  json.close('}');
}

std::string_view number_or_null(const std::string& digits) {
  return digits.empty() ? std::string_view("null") : std::string_view(digits);
}

void write(Json& json, const ReadAmount& amount) {
  if (!amount.named.empty()) {
    json.open('{');
    for (const auto& [name, value] : amount.named) {
      json.key(name);
      json.raw(number_or_null(value));
    }
    json.close('}');
  } else if (!amount.min.empty() || !amount.max.empty()) {
    json.open('{');
    json.key("min");
    json.raw(number_or_null(amount.min));
    json.key("max");
    json.raw(number_or_null(amount.max));
    json.close('}');
  } else {
    json.raw(number_or_null(amount.number));
  }
}

void write(Json& json, const ReadTarget& t) {
  json.open('{');
  json.text("name", t.name);
  json.text("raw", t.raw);
  json.text("unit", t.unit);
  json.text("comparator", t.comparator);
  json.key("value");
  write(json, t.value);
  json.text("by", t.by);
  json.flag("relative_to_baseline", t.relative_to_baseline);
  json.texts("executing_unit", t.executing_unit);
  json.texts("monitoring_unit", t.monitoring_unit);
  json.key("line");
  json.number(t.place.line);
  json.text("path", t.path);
  json.close('}');
}

void write(Json& json, const ReadRecipient& r) {
  json.open('{');
  json.text("unit", r.unit);
  json.text("purpose", r.purpose);
  json.close('}');
}

void write(Json& json, const ReadFinding& f) {
  json.open('{');
  json.text("code", f.code);
  json.text("message", f.message);
  json.key("lines");
  std::string lines;
  for (std::size_t line : f.lines) lines += (lines.empty() ? "" : ", ") + std::to_string(line);
  json.raw("[" + lines + "]");
  json.close('}');
}

template <class Item>
void write_list(Json& json, std::string_view name, const std::vector<Item>& items) {
  json.key(name);
  json.open('[');
  for (const Item& item : items) {
    json.item();
    write(json, item);
  }
  json.close(']');
}

}  // namespace

std::string write_json(const Reading& reading) {
  Json json;
  json.open('{');
  json.key("document");
  write(json, reading.document);
  write_list(json, "references", reading.references);
  write_list(json, "tasks", reading.tasks);
  write_list(json, "reports", reading.reports);
  write_list(json, "targets", reading.targets);
  write_list(json, "recipients", reading.recipients);
  write_list(json, "findings", reading.findings);
  json.close('}');
  return json.take();
}

}  // namespace kehoach
