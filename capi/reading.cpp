// SPDX-License-Identifier: BSL-1.0
// Papers read, and several of them put together.
#include <kehoach/read_cascade.hpp>
#include <kehoach/reader_json.hpp>

#include "handles.hpp"
#include "structs.hpp"
#include "text.hpp"

using namespace kehoach;
using namespace kehoach::capi;

struct kh_reader {
  Reader reader;
};
struct kh_reading {
  Reading reading;
};

namespace {

std::string_view bytes_in(const char* text, std::size_t length) {
  if (length > 0) need(text, "text");
  if (length >= 0xFFFFFFFF) fail(KH_TOO_LARGE, "text", "has 4 GiB or more");
  return length == 0 ? std::string_view() : std::string_view(text, length);
}

const Reading& reading_in(const kh_reading* reading) {
  return need(reading, "reading").reading;
}

kh_read_place place_out(const ReadPlace& place) noexcept {
  return {place.line, place.begin, place.end,
          static_cast<std::uint32_t>(place.confidence * 1000 + 0.5)};
}

std::string lines_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "\n") + name;
  return out;
}

std::string lines_of(const std::vector<Date>& days) {
  std::string out;
  for (const Date day : days) out += (out.empty() ? "" : "\n") + to_string(day);
  return out;
}

// One converter a kind: the row, its strings in the pool. A pool that is full, or past the caller's
// rows, gives "" and counts.
kh_read_document row_of(const ReadDocument& d, TextPool& pool) {
  return {0,
          date_out(d.issued),
          pool.add(d.symbol),
          pool.add(d.symbol_raw),
          pool.add(d.type),
          pool.add(d.issuer),
          pool.add(d.title),
          pool.add(d.signer),
          pool.add(d.place)};
}

kh_read_reference row_of(const ReadReference& r, TextPool& pool) {
  return {0,
          date_out(r.date),
          place_out(r.place),
          pool.add(r.symbol),
          pool.add(r.raw),
          pool.add(r.type),
          pool.add(r.issuer),
          pool.add(r.relation),
          pool.add(r.via)};
}

kh_read_task row_of(const ReadTask& t, TextPool& pool) {
  return {0,
          date_out(t.deadline.start),
          date_out(t.deadline.end),
          t.deadline.end_exclusive,
          place_out(t.place),
          pool.add(t.path),
          pool.add(t.text),
          pool.add(lines_of(t.lead)),
          pool.add(lines_of(t.support)),
          pool.add(t.deadline.raw),
          pool.add(t.deadline.kind),
          pool.add(t.deadline.recurrence)};
}

kh_read_report row_of(const ReadReport& r, TextPool& pool) {
  return {0,
          r.exclusive ? static_cast<std::int32_t>(*r.exclusive) : -1,
          place_out(r.place),
          pool.add(r.path),
          pool.add(r.raw),
          pool.add(lines_of(r.from)),
          pool.add(lines_of(r.to)),
          pool.add(lines_of(r.onward)),
          pool.add(r.period),
          pool.add(r.due_rule),
          pool.add(lines_of(r.due_dates))};
}

kh_read_target row_of(const ReadTarget& t, TextPool& pool) {
  std::string named;
  for (const auto& [name, number] : t.value.named)
    named += (named.empty() ? "" : "\n") + name + ": " + number;
  return {0,
          t.relative_to_baseline,
          place_out(t.place),
          pool.add(t.path),
          pool.add(t.name),
          pool.add(t.raw),
          pool.add(t.unit),
          pool.add(t.comparator),
          pool.add(t.value.number),
          pool.add(t.value.min),
          pool.add(t.value.max),
          pool.add(named),
          pool.add(t.by),
          pool.add(lines_of(t.executing_unit)),
          pool.add(lines_of(t.monitoring_unit))};
}

kh_read_recipient row_of(const ReadRecipient& r, TextPool& pool) {
  return {0, place_out(r.place), pool.add(r.unit), pool.add(r.purpose)};
}

kh_read_finding row_of(const ReadFinding& f, TextPool& pool) {
  std::string lines;
  for (const std::size_t line : f.lines)
    lines += (lines.empty() ? "" : "\n") + std::to_string(line);
  return {0,
          static_cast<std::uint32_t>(f.lines.size()),
          f.lines.empty() ? 0 : f.lines.front(),
          pool.add(f.code),
          pool.add(f.message),
          pool.add(lines)};
}

/// Rows are made before the first is written, so that memory that runs out leaves them untouched.
template <class Row, class Item>
void rows_out(const RowsOut<Row>& out, const std::vector<Item>& items, kh_text_buffer* text) {
  TextPool pool(text);
  std::vector<Row> rows;
  rows.reserve(std::min(items.size(), out.capacity()));
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Row row = row_of(items[i], pool);
    if (i < out.capacity()) rows.push_back(row);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) out.set(i, rows[i]);
  pool.finish();
  out.finish(items.size());
}

std::vector<VocabularyEntry> vocabulary_in(const kh_vocabulary_entry* extra, std::size_t count) {
  std::vector<VocabularyEntry> out;
  if (count > 0) need(extra, "extra");
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({text_in(&need(extra[i].kind, "kind")), text_in(&need(extra[i].words, "words")),
                   text_in(extra[i].value)});
  return out;
}

}  // namespace

kh_status kh_reader_vocabulary(kh_vocabulary_entry* rows, size_t capacity, size_t* out_count,
                               kh_error* error) {
  return guard(error, [&] {
    const RowsOut out(rows, capacity, out_count);
    out.write(default_vocabulary(), [](const VocabularyEntry& entry) noexcept {
      return kh_vocabulary_entry{entry.kind.c_str(), entry.words.c_str(), entry.value.c_str()};
    });
  });
}

kh_status kh_reader_new(const kh_vocabulary_entry* extra, size_t count, kh_reader** out_reader,
                        kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_reader, "out_reader");
    out = new kh_reader{Reader(vocabulary_in(extra, count))};
  });
}

void kh_reader_free(kh_reader* reader) {
  delete reader;
}

kh_status kh_reader_read(const kh_reader* reader, const char* text, size_t length,
                         kh_reading** out_reading, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_reading, "out_reading");
    const std::string_view given = bytes_in(text, length);
    out = new kh_reading{reader == nullptr ? read(given) : reader->reader.read(given)};
  });
}

void kh_reading_free(kh_reading* reading) {
  delete reading;
}

kh_status kh_reading_json(const kh_reading* reading, char* buffer, size_t size, size_t* out_length,
                          kh_error* error) {
  return guard(error, [&] {
    const TextOut out(buffer, size, out_length);
    out.write(write_json(reading_in(reading)));
  });
}

kh_status kh_reading_document(const kh_reading* reading, kh_read_document* out_document,
                              kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    const StructOut out(out_document, "out_document");
    const ReadDocument& document = reading_in(reading).document;
    TextPool pool(text);
    out.write(row_of(document, pool));
    pool.finish();
  });
}

kh_status kh_reading_references(const kh_reading* reading, kh_read_reference* rows, size_t capacity,
                                size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    rows_out(RowsOut(rows, capacity, out_count), reading_in(reading).references, text);
  });
}

kh_status kh_reading_tasks(const kh_reading* reading, kh_read_task* rows, size_t capacity,
                           size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    rows_out(RowsOut(rows, capacity, out_count), reading_in(reading).tasks, text);
  });
}

kh_status kh_reading_reports(const kh_reading* reading, kh_read_report* rows, size_t capacity,
                             size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    rows_out(RowsOut(rows, capacity, out_count), reading_in(reading).reports, text);
  });
}

kh_status kh_reading_targets(const kh_reading* reading, kh_read_target* rows, size_t capacity,
                             size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    rows_out(RowsOut(rows, capacity, out_count), reading_in(reading).targets, text);
  });
}

kh_status kh_reading_recipients(const kh_reading* reading, kh_read_recipient* rows, size_t capacity,
                                size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    rows_out(RowsOut(rows, capacity, out_count), reading_in(reading).recipients, text);
  });
}

kh_status kh_reading_findings(const kh_reading* reading, kh_read_finding* rows, size_t capacity,
                              size_t* out_count, kh_text_buffer* text, kh_error* error) {
  return guard(error, [&] {
    rows_out(RowsOut(rows, capacity, out_count), reading_in(reading).findings, text);
  });
}

kh_status kh_read_cascade(const kh_read_paper* papers, size_t count, uint32_t accept,
                          kh_engine** out_engine, kh_text_buffer* out_links, kh_error* error) {
  return guard(error, [&] {
    auto& out = need(out_engine, "out_engine");
    if (count > 0) need(papers, "papers");
    std::vector<ReadPaper> given;
    for (std::size_t i = 0; i < count; ++i)
      given.push_back({text_in(papers[i].name), reading_in(papers[i].reading)});
    ReadCascadeOptions options;
    options.accept = accept > 1000 ? 2.0 : accept / 1000.0;
    TextPool pool(out_links);
    ReadCascade made = read_cascade(given, options).value();
    const std::string links = out_links == nullptr ? "" : write_links_json(made, given);
    auto engine = std::make_unique<kh_engine>(std::move(made.engine));
    pool.add(links);
    pool.finish();
    out = engine.release();
  });
}
