// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <kehoach/exchange.hpp>

#include "support/cascade_text.hpp"

using namespace kehoach;

namespace {

std::string rewritten(const std::string& text) {
  return write_json(read_json(text).value().snapshot());
}

UnitSpec unit(const std::string& name) {
  UnitSpec spec;
  spec.names = {{no_date, name}};
  return spec;
}

}  // namespace

TEST_CASE("the canonical text of a cascade that says everything is itself") {
  const std::string full = cascade_file("full.json");
  CHECK(rewritten(full) == full);
}

TEST_CASE("writing is a fixed point from any spelling") {
  for (const std::string& text :
       {cascade(R"("settings": {}, "units": [])"),
        cascade(R"("settings": {"margins": {}}, "units": [{"name": [{"value": "a"}]}])"),
        cascade(R"("documents": [{"title": "b"}, {"key": "x", "title": "\u0001\/"}])"),
        cascade(R"("indicators": [{"factor": 1.50e1, "name": "i", "decimals": 2}])"),
        cascade_file("full.json")}) {
    const std::string once = rewritten(text);
    CHECK(rewritten(once) == once);
  }
}

TEST_CASE("the order of items is kept, the order of lists and keys is fixed") {
  CHECK(rewritten(cascade(R"("documents": [{"title": "b", "key": "2"}, {"title": "a", "key": "1"}],
                             "units": [{"name": "u", "level": "division"}])")) ==
        R"({
  "format": "kehoach.cascade/1",
  "units": [
    {
      "name": "u"
    }
  ],
  "documents": [
    {
      "key": "2",
      "title": "b"
    },
    {
      "key": "1",
      "title": "a"
    }
  ]
}
)");
}

TEST_CASE("an empty engine is its format alone") {
  CHECK(write_json(Engine().snapshot()) == "{\n  \"format\": \"kehoach.cascade/1\"\n}\n");
}

TEST_CASE("only what JSON must escape is escaped") {
  Engine engine;
  Edit edit = engine.edit();
  DocumentSpec document;
  document.title = "đ😀/\"\\\b\f\n\r\t\x01\x1f\x7f";
  edit.add(document);
  edit.commit().value();
  CHECK_THAT(write_json(engine.snapshot()),
             Catch::Contains("\"đ😀/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\""));
}

TEST_CASE("removed items are not written") {
  Engine engine = read_json(cascade(R"("documents": [{"key": "a", "title": "a"},
                                                     {"key": "b", "title": "b"}])"))
                      .value();
  Edit edit = engine.edit();
  edit.remove(DocumentId(1));
  edit.commit().value();
  CHECK(write_json(engine.snapshot()) ==
        rewritten(cascade(R"("documents": [{"key": "b", "title": "b"}])")));
}

TEST_CASE("an item without a key gets one where another names it, and keeps it") {
  Engine engine;
  Edit edit = engine.edit();
  UnitSpec taken = unit("tên là số");
  taken.key = "#2";
  edit.add(taken);
  const UnitId above = edit.add(unit("cấp trên"));
  UnitSpec below = unit("cấp dưới");
  below.parents = {{no_date, above}};
  const UnitId lower = edit.add(below);
  UnitSpec lowest = unit("cấp cuối");
  lowest.parents = {{no_date, lower}};
  edit.add(lowest);
  edit.commit().value();
  const std::string text = write_json(engine.snapshot());
  CHECK_THAT(text, Catch::Contains("\"key\": \"##2\"") && Catch::Contains("\"parent\": \"##2\""));
  CHECK_THAT(text, Catch::Contains("\"key\": \"#3\"") && Catch::Contains("\"parent\": \"#3\""));
  CHECK_THAT(text, !Catch::Contains("#4"));
  CHECK(rewritten(text) == text);
}
