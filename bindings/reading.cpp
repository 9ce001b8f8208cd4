// SPDX-License-Identifier: BSL-1.0
// Papers read, and several of them put together; the package turns the JSON into dicts.
#include <kehoach/read_cascade.hpp>
#include <kehoach/reader_json.hpp>

#include "module.hpp"

namespace kehoach::python {
namespace {

using Words = std::vector<std::tuple<std::string, std::string, std::string>>;

std::string_view text_of(const py::handle& text) {
  if (py::isinstance<py::bytes>(text)) return text.cast<std::string_view>();
  if (py::isinstance<py::str>(text)) {
    Py_ssize_t size = 0;
    const char* data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (data == nullptr) throw py::error_already_set();
    return {data, static_cast<std::size_t>(size)};
  }
  throw py::type_error("the text of a paper is a str or bytes");
}

Reader reader_of(const Words& vocabulary) {
  std::vector<VocabularyEntry> entries;
  for (const auto& [kind, words, value] : vocabulary) entries.push_back({kind, words, value});
  return Reader(entries);
}

std::string read_text(const py::object& text, const Words& vocabulary) {
  const std::string_view bytes = text_of(text);
  return without_gil([&] { return write_json(reader_of(vocabulary).read(bytes)); });
}

/// `papers`: pairs of name and text, kept alive by the caller's list.
py::tuple read_papers(const py::list& papers, double accept, const Words& vocabulary) {
  std::vector<std::pair<std::string, std::string_view>> texts;
  for (const py::handle& paper : papers) {
    const auto pair = paper.cast<py::tuple>();
    texts.emplace_back(pair[0].cast<std::string>(), text_of(pair[1]));
  }
  std::string links;
  auto engine = without_gil([&] {
    const Reader reader = reader_of(vocabulary);
    std::vector<ReadPaper> read;
    for (const auto& [name, text] : texts) read.push_back({name, reader.read(text)});
    ReadCascadeOptions options;
    options.accept = accept;
    ReadCascade made = read_cascade(read, options).value();
    links = write_links_json(made, read);
    return std::make_shared<HeldEngine>(std::move(made.engine));
  });
  return py::make_tuple(engine, links);
}

Words vocabulary() {
  Words entries;
  for (const VocabularyEntry& e : default_vocabulary())
    entries.emplace_back(e.kind, e.words, e.value);
  return entries;
}

}  // namespace

void bind_reading(py::module_& module) {
  module.def("_read", &read_text);
  module.def("_read_cascade", &read_papers);
  module.def("default_vocabulary", &vocabulary,
             "The words the reader knows, as (kind, words, value); see `read`.");
}

}  // namespace kehoach::python
