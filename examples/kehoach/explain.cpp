// SPDX-License-Identifier: BSL-1.0
// Why an answer is what it is, step by step, each step below what it explains.
#include <map>

#include <kehoach/chain.hpp>
#include <kehoach/explanation.hpp>
#include <kehoach/lateness.hpp>

#include "commands.hpp"
#include "display.hpp"
#include "json_line.hpp"
#include "plans.hpp"

namespace program {
namespace {

using kehoach::Aspect;
using kehoach::Reason;

Aspect aspect(const Arguments& arguments) {
  static const std::map<std::string, Aspect> words = {{"deadline", Aspect::deadline},
                                                      {"earliest_finish", Aspect::earliest_finish},
                                                      {"latest_finish", Aspect::latest_finish},
                                                      {"slack", Aspect::slack},
                                                      {"status", Aspect::status},
                                                      {"rollup", Aspect::rollup},
                                                      {"verdict", Aspect::verdict},
                                                      {"everything", Aspect::everything}};
  const auto found = words.find(arguments.aspect);
  if (found == words.end())
    throw Complaint(arguments.say(
        {"--why không biết \"" + arguments.aspect +
             "\" (deadline, earliest_finish, latest_finish, slack, status, rollup, verdict, "
             "everything)",
         "--why does not know \"" + arguments.aspect +
             "\" (deadline, earliest_finish, latest_finish, slack, status, rollup, verdict, "
             "everything)"}));
  return found->second;
}

std::string one(const Plans& plans, const Reason& reason) {
  std::string text = plans.say(reason.text);
  if (!reason.source.empty()) text += " [" + plans.source(reason.source) + "]";
  return paragraph(std::string(2u * reason.depth, ' ') + "- ", text);
}

std::string json(const Plans& plans, const Reason& reason) {
  JsonLine line;
  line.add("depth", std::int64_t{reason.depth}).add("rule", reason.rule);
  line.add("text", plans.say(reason.text)).add("source", reason.source);
  line.add("key", reason.item.id ? plans.key(reason.item) : "");
  line.add("document", reason.document ? plans.key(reason.document) : "");
  line.add("path", reason.path).add("date", reason.date);
  return line.text();
}

using Reasons = std::vector<Reason>;

Reasons chain(const Plans& plans, kehoach::TaskId head) {
  return kehoach::explain(plans.snapshot(), kehoach::binding_chain(plans.snapshot(), head).value())
      .value();
}

/// The tightest of a document, or that of one task.
Reasons chains(const Plans& plans, kehoach::Item item) {
  if (item.kind == kehoach::ItemKind::task) return chain(plans, kehoach::TaskId(item.id));
  if (item.kind != kehoach::ItemKind::document)
    throw Complaint(plans.say(
        {"--chains cần --document hoặc --task", "--chains needs a --document or a --task"}));
  Reasons all;
  const auto count = static_cast<std::size_t>(plans.arguments().chains);
  for (const kehoach::TightTask& tight :
       kehoach::tightest(plans.snapshot(), kehoach::DocumentId(item.id), count).value()) {
    const Reasons one = chain(plans, tight.task);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

Reasons account(const Plans& plans, kehoach::Item item) {
  if (item.kind != kehoach::ItemKind::task)
    throw Complaint(plans.say({"--late cần --task", "--late needs a --task"}));
  const Arguments& asked = plans.arguments();
  return kehoach::explain(
      plans.snapshot(),
      kehoach::lateness(plans.snapshot(), kehoach::TaskId(item.id), asked.day(), asked.known_at)
          .value());
}

Reasons reasons(const Plans& plans, kehoach::Item item) {
  if (plans.arguments().chains > 0) return chains(plans, item);
  if (plans.arguments().late) return account(plans, item);
  return plans.evaluate().explain({item, aspect(plans.arguments())}).value();
}

}  // namespace

Outcome explain(const Arguments& arguments) {
  const Plans plans(arguments);
  if (arguments.kind == kehoach::ItemKind::none)
    throw Complaint(arguments.say(
        {"hỏi về mục nào? --task, --report, --target, --unit hoặc --document, kèm mã",
         "about which item? --task, --report, --target, --unit or --document with its key"}));
  const kehoach::Item item = plans.find(arguments.kind, arguments.key);
  const Reasons why = reasons(plans, item);
  Outcome outcome;
  if (arguments.dot) return {kehoach::write_dot(why, arguments.language), 0};
  if (!arguments.json)
    outcome.text = plans.title({"Vì sao: " + plans.label(item), "Why: " + plans.label(item)});
  if (!arguments.json && why.empty())
    outcome.text += plans.say(
        {"Không có gì giới hạn: không có chuỗi nào.\n", "Nothing limits it: there is no chain.\n"});
  for (const Reason& reason : why)
    outcome.text += arguments.json ? json(plans, reason) : one(plans, reason);
  return outcome;
}

}  // namespace program
