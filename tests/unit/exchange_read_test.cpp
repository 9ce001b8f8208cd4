// SPDX-License-Identifier: BSL-1.0
#include <catch2/catch.hpp>
#include <kehoach/evaluation.hpp>
#include <kehoach/exchange.hpp>

#include "support/cascade_text.hpp"

using namespace kehoach;

namespace {

struct Bad {
  std::string text;
  Errc code;
  std::string message;
};

void check_all(const std::vector<Bad>& table) {
  for (const Bad& bad : table) {
    INFO(bad.text.substr(0, 200));
    const Result<Engine> read = read_json(bad.text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().message == bad.message);
    CHECK(std::string(name(read.error().code)) == name(bad.code));
  }
}

}  // namespace

TEST_CASE("text that is not JSON is a syntax error at its first wrong byte") {
  check_all({
      {"", Errc::syntax, "line 1, column 1: the text is empty"},
      {" \n ", Errc::syntax, "line 2, column 2: the text is empty"},
      {"{", Errc::syntax, "line 1, column 2: the text ends inside an object"},
      {cascade("\"tasks\": [").substr(0, 42), Errc::syntax,
       "line 2, column 11: the text ends inside a list"},
      {"{\"format\": \"keho", Errc::syntax,
       "line 1, column 12: the text ends inside the string that begins here"},
      {cascade(""), Errc::syntax, "line 2, column 1: expected a key in double quotes, found '}'"},
      {"{\"format\": \"kehoach.cascade/1\"} x", Errc::syntax,
       "line 1, column 33: expected the end of the text, found 'x'"},
      {"{\"format\": \"kehoach.cascade/1\"}{}", Errc::syntax,
       "line 1, column 32: expected the end of the text, found '{'"},
      {"\xEF\xBB\xBF{\"format\": \"kehoach.cascade/1\"}", Errc::syntax,
       "line 1, column 1: the text begins with a byte order mark; leave it out"},
      {std::string("{\"format\": \"kehoach.cascade/1\"}\0", 32), Errc::syntax,
       "line 1, column 32: expected the end of the text, found byte 0x00"},
      {task_with(std::string("\"name\": \"a\0b\"", 13)), Errc::syntax,
       "line 3, column 30: byte 0x00 must be escaped inside a text"},
      {task_with("\"name\": \"a\nb\""), Errc::syntax,
       "line 3, column 30: byte 0x0a must be escaped inside a text"},
      {task_with("\"name\": \"\\x41\""), Errc::syntax,
       "line 3, column 29: not an escape that stands for a character"},
      {task_with("\"name\": \"\\ud83d\""), Errc::syntax,
       "line 3, column 29: not an escape that stands for a character"},
      {task_with("\"name\": \"\\udc00\""), Errc::syntax,
       "line 3, column 29: not an escape that stands for a character"},
      {task_with("\"name\" \"x\""), Errc::syntax, "line 3, column 27: expected ':', found '\"'"},
      {task_with("\"leads\": [\"a\" \"b\"]"), Errc::syntax,
       "line 3, column 34: expected ',' or ']', found '\"'"},
      {task_with("\"leads\": [,]"), Errc::syntax, "line 3, column 30: expected a value, found ','"},
      {task_with("\"leads\": [\"a\",]"), Errc::syntax,
       "line 3, column 34: expected a value, found ']'"},
      {task_with("\"weight\": 1,"), Errc::syntax,
       "line 3, column 32: expected a key in double quotes, found '}'"},
      {task_with("name: 1"), Errc::syntax,
       "line 3, column 20: expected a key in double quotes, found 'n'"},
      {task_with("\"weight\": 01"), Errc::syntax,
       "line 3, column 30: \"01\" is not a number as JSON writes it"},
      {task_with("\"weight\": .5"), Errc::syntax, "line 3, column 30: expected a value, found '.'"},
      {task_with("\"weight\": NaN"), Errc::syntax,
       "line 3, column 30: expected a value, found \"NaN\""},
      {task_with("\"weight\": đ"), Errc::syntax, "line 3, column 30: expected a value, found 'đ'"},
  });
}

TEST_CASE("bytes that are not UTF-8 are named") {
  check_all({
      {task_with("\"name\": \"\xFF\""), Errc::not_utf8,
       "line 3, column 29: byte 0xff is not UTF-8"},
      {task_with("\"name\": \"đ\xC3\""), Errc::not_utf8,
       "line 3, column 30: byte 0xc3 is not UTF-8"},
      {task_with("\"name\": \"\xC0\x80\""), Errc::not_utf8,
       "line 3, column 29: byte 0xc0 is not UTF-8"},
      {task_with("\"name\": \"\xED\xA0\x80\""), Errc::not_utf8,
       "line 3, column 29: byte 0xed is not UTF-8"},
      {task_with("\"name\": \"\xF5\x80\x80\x80\""), Errc::not_utf8,
       "line 3, column 29: byte 0xf5 is not UTF-8"},
  });
}

TEST_CASE(
    "a value of the wrong type is an error with path, place, what is wanted and what is found") {
  check_all({
      {"[]", Errc::wrong_type, "line 1, column 1: expected an object, found a list"},
      {"42", Errc::wrong_type, "line 1, column 1: expected an object, found the number 42"},
      {cascade("\"tasks\": {}"), Errc::wrong_type,
       "line 2, column 10: tasks: expected a list, found an object"},
      {cascade("\"tasks\": [3]"), Errc::wrong_type,
       "line 2, column 11: tasks[0]: expected an object, found the number 3"},
      {task_with("\"key\": 7"), Errc::wrong_type,
       "line 3, column 27: tasks[0].key: expected a text, found the number 7"},
      {task_with("\"name\": null"), Errc::wrong_type,
       "line 3, column 28: tasks[0].name: expected a text, found null"},
      {task_with("\"leads\": \"x\""), Errc::wrong_type,
       "line 3, column 29: tasks[0].leads: expected a list, found the text \"x\""},
      {task_with("\"leads\": [true]"), Errc::wrong_type,
       "line 3, column 30: tasks[0].leads[0]: expected the key of a unit, found true"},
      {task_with("\"weight\": \"nặng\""), Errc::wrong_type,
       "line 3, column 30: tasks[0].weight: expected a whole number, found the text \"nặng\""},
      {task_with("\"weight\": 1.5"), Errc::wrong_type,
       "line 3, column 30: tasks[0].weight: expected a whole number, found the number 1.5"},
      {task_with("\"deadline\": {\"kind\": 1}"), Errc::wrong_type,
       "line 3, column 41: tasks[0].deadline.kind: expected a word such as \"none\", found the "
       "number 1"},
      {task_with("\"deadline\": {\"kind\": \"by_date\", \"last\": 20250731}"), Errc::wrong_type,
       "line 3, column 60: tasks[0].deadline.last: expected a date \"YYYY-MM-DD\", found the "
       "number "
       "20250731"},
      {task_with("\"deadline\": {\"kind\": \"by_date\", \"last\": \"31/7/2025\"}"),
       Errc::wrong_type,
       "line 3, column 60: tasks[0].deadline.last: expected a date \"YYYY-MM-DD\", found the text "
       "\"31/7/2025\""},
      {task_with("\"deadline\": {\"kind\": \"by_date\", \"exclusive\": 1}"), Errc::wrong_type,
       "line 3, column 65: tasks[0].deadline.exclusive: expected true or false, found the number "
       "1"},
      {cascade("\"indicators\": [{\"factor\": \"100\"}]"), Errc::wrong_type,
       "line 2, column 27: indicators[0].factor: expected a number, found the text \"100\""},
      {cascade("\"calendars\": [{\"key\": \"c\", \"week\": [1]}]"), Errc::wrong_type,
       "line 2, column 37: calendars[0].week[0]: expected true or false, found the number 1"},
  });
}

TEST_CASE("keys: unknown with the nearest known, twice in an object, missing, of another kind") {
  check_all({
      {"{}", Errc::missing_field, "line 1, column 1: \"format\" is missing"},
      {"{\"format\": \"kehoach.cascade/2\"}", Errc::invalid_value,
       "line 1, column 12: format: expected \"kehoach.cascade/1\"; this is another format or "
       "version"},
      {cascade("\"task\": []"), Errc::unknown_field,
       "line 2, column 1: unknown key \"task\", did you mean \"tasks\"?"},
      {cascade("\"documents\": [{\"titel\": \"\"}]"), Errc::unknown_field,
       "line 2, column 16: documents[0]: unknown key \"titel\", did you mean \"title\"?"},
      {cascade("\"targets\": [{\"milestones\": [{\"goal\": 1}]}]"), Errc::unknown_field,
       "line 2, column 30: targets[0].milestones[0]: unknown key \"goal\"; known are \"by\", "
       "\"bound\", \"upper\""},
      {cascade("\"tasks\": [], \"tasks\": []"), Errc::duplicate_key,
       "line 2, column 14: \"tasks\" stands twice in one object"},
      {task_with("\"name\": \"a\", \"n\\u0061me\": \"b\""), Errc::duplicate_key,
       "line 3, column 33: tasks[0]: \"name\" stands twice in one object"},
      {cascade("\"tasks\": [{\"name\": \"a\"}]"), Errc::missing_field,
       "line 2, column 11: tasks[0]: \"document\" is missing"},
      {task_with("\"deadline\": {\"last\": \"2025-07-31\"}"), Errc::missing_field,
       "line 3, column 32: tasks[0].deadline: \"kind\" is missing"},
      {task_with("\"deadline\": {\"kind\": \"by_date\", \"term\": 3}"), Errc::unknown_field,
       "line 3, column 32: tasks[0].deadline: a deadline of kind \"by_date\" has no \"term\""},
      {cascade("\"observations\": [{\"what\": \"done\", \"date\": \"2025-01-01\"}]"),
       Errc::missing_field,
       "line 2, column 18: observations[0]: \"task\", \"report\" or \"indicator\" is missing"},
  });
}

TEST_CASE("values: words, ranges, dates that do not exist, numbers beyond exact decimals") {
  check_all({
      {task_with("\"deadline\": {\"kind\": \"by_dat\"}"), Errc::invalid_value,
       "line 3, column 41: tasks[0].deadline.kind: unknown word \"by_dat\", did you mean "
       "\"by_date\"?"},
      {task_with("\"weight\": 99999999999"), Errc::invalid_value,
       "line 3, column 30: tasks[0].weight: expected a whole number from -2147483648 to "
       "2147483647, found the number 99999999999"},
      {task_with("\"deadline\": {\"kind\": \"by_date\", \"last\": \"2025-11-31\"}"),
       Errc::impossible_date,
       "line 3, column 60: tasks[0].deadline.last: \"2025-11-31\" is no day between 1900-01-01 and "
       "2100-12-31"},
      {task_with("\"name\": \"a\\u0000\""), Errc::invalid_value,
       "line 3, column 28: tasks[0].name: a text cannot hold the character U+0000"},
      {cascade("\"indicators\": [{\"factor\": 0.0000000000001}]"), Errc::overflow,
       "line 2, column 27: indicators[0].factor: the number 0.0000000000001 is beyond exact "
       "decimals "
       "(64 bits, 12 places)"},
      {cascade("\"indicators\": [{\"factor\": 1e40}]"), Errc::overflow,
       "line 2, column 27: indicators[0].factor: the number 1e40 is beyond exact decimals (64 "
       "bits, "
       "12 places)"},
      {cascade("\"calendars\": [{\"key\": \"c\", \"week\": [true, true]}]"), Errc::invalid_value,
       "line 2, column 36: calendars[0].week: a week has seven days, Monday first; found 2"},
      {task_with("\"deadline\": {\"kind\": \"recurring\", \"recurrence\": {\"period\": \"month\", "
                 "\"day\": 32}}"),
       Errc::invalid_value,
       "line 3, column 95: tasks[0].deadline.recurrence.day: no month has a day 32"},
  });
}

TEST_CASE("references: unknown keys, and a second item with the same key") {
  check_all({
      {task_with("\"leads\": [\"phòng\"]"), Errc::unknown_key,
       "line 3, column 30: tasks[0].leads[0]: no unit has the key \"phòng\""},
      {task_with("\"after\": [{\"task\": \"x\"}]"), Errc::unknown_key,
       "line 3, column 39: tasks[0].after[0].task: no task has the key \"x\""},
      {cascade("\"calendars\": [{\"key\": \"c\", \"base\": \"x\"}]"), Errc::unknown_key,
       "line 2, column 36: calendars[0].base: no calendar has the key \"x\""},
      {cascade("\"units\": [{\"key\": \"a\", \"name\": \"a\"},\n {\"key\": \"\\u0061\"}]"),
       Errc::duplicate_key, "line 3, column 10: units[1].key: a second unit with the key \"a\""},
  });
}

TEST_CASE("limits on bytes and depth are kept, whatever the text") {
  const auto message = [](const std::string& text, JsonLimits limits) {
    const Result<Engine> read = read_json(text, limits);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == Errc::too_large);
    return read.error().message;
  };
  CHECK(message("{\"format\": \"kehoach.cascade/1\"}", {30, 16}) ==
        "line 1, column 1: the text has 31 bytes, the limit is 30");
  CHECK(message(std::string(100'000, '['), {}) ==
        "line 1, column 17: nested deeper than the limit of 16 levels");
  CHECK(message(cascade("\"tasks\": " + std::string(100'000, '[')), {}) ==
        "line 2, column 25: nested deeper than the limit of 16 levels");
  CHECK(message(cascade_file("full.json"), {1 << 20, 4}) ==
        "line 24, column 9: nested deeper than the limit of 4 levels");
  CHECK(read_json(cascade_file("full.json"), {1 << 20, 5}).ok());
  CHECK(message(std::string(50'000'000, '['), {}) ==
        "line 1, column 17: nested deeper than the limit of 16 levels");
}

TEST_CASE("lines end at LF, columns count characters") {
  check_all(
      {{cascade("\"documents\": [\r\n\t{\"title\": \"đường 😀\", \"x\": 1}]"), Errc::unknown_field,
        "line 3, column 23: documents[0]: unknown key \"x\"; known are \"key\", \"symbol\", "
        "\"type\", \"issuer\", \"issued\", \"title\", \"relations\""}});
}

TEST_CASE("a text may name items that stand further down and items the engine has") {
  Engine engine = read_json(cascade_file("full.json")).value();
  const Result<Commit> added = add_json(engine, cascade(R"("tasks": [
    {"key": "sau", "document": "kế hoạch", "implements": ["cuối"]},
    {"key": "cuối", "document": "nghị quyết", "leads": ["sở"]}])"));
  REQUIRE(added.ok());
  const Snapshot now = engine.snapshot();
  const TaskId last(now.find(ItemKind::task, "cuối").value().id);
  const TaskId after(now.find(ItemKind::task, "sau").value().id);
  CHECK(now.spec(after).value().implements == std::vector<TaskId>{last});
  CHECK(last.value() == after.value() + 1);
}

TEST_CASE("observations may stand before the tasks, reports and indicators they are about") {
  const std::string plans = R"(
    "documents": [{"key": "kế hoạch", "issued": "2026-01-05"}],
    "tasks": [{"document": "kế hoạch"}, {"key": "hai", "document": "kế hoạch"}])";
  const std::string facts = R"(
    "observations": [{"task": "hai", "what": "progress", "value": 25, "date": "2026-02-01"},
                     {"task": "hai", "what": "progress", "value": 40, "date": "2026-03-01"}])";
  const Engine after = read_json(cascade(plans + "," + facts)).value();
  Engine before = read_json(cascade(facts + "," + plans)).value();
  CHECK(write_json(before.snapshot()) == write_json(after.snapshot()));
  REQUIRE(add_json(before, cascade(facts + ", " + plans)).error().code == Errc::duplicate_key);
  const auto percent = [](const Engine& engine) {
    return engine.snapshot()
        .evaluate(day(2026, 4, 1).value())
        .value()
        .state(TaskId(2))
        .value()
        .reported;
  };
  CHECK(percent(before) == Quantity(40));
  CHECK(percent(after) == Quantity(40));
}

TEST_CASE("escapes in keys, texts and references mean the same as the characters") {
  const Engine engine =
      read_json(
          cascade(
              R"("documents": [{"\u006bey": "\u0111\ud83d\ude00", "title": "\"\\\/\b\f\n\r\t"}],
         "tasks": [{"document": "đ\uD83D\uDE00"}])"))
          .value();
  const DocumentSpec document = engine.snapshot().spec(DocumentId(1)).value();
  CHECK(document.key == "đ😀");
  CHECK(document.title == "\"\\/\b\f\n\r\t");
  CHECK(engine.snapshot().spec(TaskId(1)).value().document == DocumentId(1));
}

TEST_CASE("a number keeps every digit, whichever way JSON writes it") {
  const std::pair<const char*, const char*> table[] = {
      {"13.1", "13.1"},
      {"0.1", "0.1"},
      {"-0", "0"},
      {"1.50", "1.5"},
      {"1.5e3", "1500"},
      {"1.25E-2", "0.0125"},
      {"1e+2", "100"},
      {"-12e-1", "-1.2"},
      {"0e0", "0"},
      {"123456789012345678", "123456789012345678"},
      {"1e-12", "0.000000000001"},
  };
  for (const auto& [written, meant] : table) {
    INFO(written);
    const Engine engine =
        read_json(
            cascade(
                R"("units": [{"key": "u", "name": "u"}], "indicators": [{"key": "i", "name": "i"}],
           "targets": [{"indicator": "i", "unit": "u", "baseline_date": "2025-01-01",
                        "milestones": [{"by": "2025-12-31", "bound": 1}], "baseline": )" +
                std::string(written) + "}]"))
            .value();
    CHECK(engine.snapshot().spec(TargetId(1)).value().baseline.to_string() == meant);
  }
}

TEST_CASE("an error of the commit names the line, column and path of the item at fault") {
  Engine engine;
  const Result<Commit> added = add_json(engine, cascade(R"("units": [{"key": "u", "name": "u"}],
"documents": [{"key": "d", "title": "d", "issuer": "u"}],
"tasks": [
  {"key": "a", "name": "a", "document": "d", "after": [{"task": "b"}]},
  {"key": "b", "name": "b", "document": "d", "after": [{"task": "a"}]}
])"));
  REQUIRE_FALSE(added.ok());
  CHECK(added.error().code == Errc::cycle);
  CHECK_THAT(added.error().message, Catch::StartsWith("line 5, column 3: tasks[0]: ") ||
                                        Catch::StartsWith("line 6, column 3: tasks[1]: "));
}

TEST_CASE("every fault of a commit has its place, in the order found") {
  const Result<Engine> read = read_json(cascade(R"("documents": [{"key": "d", "title": "d"}],
"tasks": [{"name": "a", "document": "d", "duration": -1},
{"name": "b", "document": "d"},
  {"name": "c", "document": "d", "duration": -1}])"));
  REQUIRE_FALSE(read.ok());
  REQUIRE(read.error().more.size() == 1);
  CHECK_THAT(read.error().message, Catch::StartsWith("line 3, column 11: tasks[0]: "));
  CHECK_THAT(read.error().more[0].message, Catch::StartsWith("line 5, column 3: tasks[2]: "));
}

TEST_CASE("on any error the engine is as it was") {
  Engine engine = read_json(cascade_file("full.json")).value();
  const std::uint64_t revision = engine.snapshot().revision();
  const std::string before = write_json(engine.snapshot());
  const std::string first = R"("tasks": [{"document": "kế hoạch", "name": "x"},)";
  for (const std::string rest : {R"({"document": "không"}])", R"({"document": "kế hoạch",
        "duration": -1}])",
                                 "]", R"({"key": "chuẩn bị", "document": "kế hoạch"}])"}) {
    INFO(rest);
    CHECK_FALSE(add_json(engine, cascade(first + rest)).ok());
    CHECK(engine.snapshot().revision() == revision);
    CHECK(write_json(engine.snapshot()) == before);
  }
}

TEST_CASE("reading tells how far it has come, and stops when asked with nothing changed") {
  Engine engine = read_json(cascade_file("full.json")).value();
  const std::string before = write_json(engine.snapshot());
  std::string tasks;
  for (int i = 0; i < 20'000; ++i)
    tasks += (i > 0 ? "," : "") + std::string(R"({"document": "kế hoạch", "name": "x"})");
  const std::string text = cascade("\"tasks\": [" + tasks + "]");
  std::vector<std::string> stages;
  const auto stop_at = [&](int call) {
    stages.clear();
    return [&stages, call, n = 0](const ProgressStep& step) mutable {
      CHECK(step.done <= step.total);
      stages.push_back(step.stage);
      return n++ != call;
    };
  };
  for (int call = 0; call < 6; ++call) {
    CHECK(add_json(engine, text, {}, stop_at(call)).error().code == Errc::cancelled);
    CHECK(write_json(engine.snapshot()) == before);
    CHECK(read_json(text, {}, stop_at(0)).error().code == Errc::cancelled);
  }
  add_json(engine, text, {}, stop_at(-1)).value();
  CHECK(std::vector<std::string>(stages.begin(), stages.begin() + 4) ==
        std::vector<std::string>{"keys", "keys", "items", "items"});
  CHECK(stages.size() > 4);
  CHECK(engine.snapshot().count(ItemKind::task) > 20'000);
}
