// SPDX-License-Identifier: BSL-1.0
// kehoach: a small host of the library. It reads files, asks, and prints; all else is the library's.
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <kehoach/result.hpp>

#include "commands.hpp"
#include "display.hpp"

namespace {

using program::Arguments;
using program::Complaint;
using program::Outcome;

const std::map<std::string, Outcome (*)(const Arguments&)> commands = {
    {"check", program::check},       {"due", program::due},         {"rollup", program::rollup},
    {"kpi", program::kpi},           {"explain", program::explain}, {"calendar", program::calendar},
    {"deadline", program::deadline}, {"read", program::read}};

Outcome answer(const Arguments& arguments) {
  if (arguments.command == "help") return {program::help(arguments.language)};
  const auto command = commands.find(arguments.command);
  if (arguments.command.empty())
    throw Complaint(arguments.say(
        {"thiếu lệnh (xem: kehoach help)", "no command given (see: kehoach help --lang en)"}));
  if (command == commands.end())
    throw Complaint(
        arguments.say({"không có lệnh \"" + arguments.command + "\" (xem: kehoach help)",
                       "no command \"" + arguments.command + "\" (see: kehoach help --lang en)"}));
  return command->second(arguments);
}

Outcome run(const Arguments& arguments) {
  try {
    return answer(arguments);
  } catch (const kehoach::Exception& refused) {
    throw Complaint(arguments.say(refused.error()));
  }
}

int complain(const char* what) {
  std::fprintf(stderr, "kehoach: %s\n", program::visible(what).c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Arguments arguments = program::parse(std::vector<std::string>(argv + 1, argv + argc));
    const Outcome outcome = run(arguments);
    // JSON has escapes of its own; all else may end on a terminal.
    const bool json = arguments.json || arguments.links;
    const std::string text = json ? outcome.text : program::visible(outcome.text);
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!written || std::fflush(stdout) != 0) return complain("cannot write the answer");
    return outcome.exit_code;
  } catch (const std::exception& error) {
    return complain(error.what());
  }
}
