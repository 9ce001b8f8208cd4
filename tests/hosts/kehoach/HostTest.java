// SPDX-License-Identifier: BSL-1.0
package kehoach;

import com.sun.jna.Structure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Run with the file of the C library's layout and a plan: prints each failure, exits 1 if any. */
public final class HostTest {
  private static int failures = 0;

  private static void check(boolean holds, String what) {
    if (holds) return;
    System.err.println("failed: " + what);
    ++failures;
  }

  /** Where the library's header puts each field: "kh_item.id" -> 4. */
  private static Map<String, Integer> offsets(List<String> lines) {
    final Map<String, Integer> result = new TreeMap<>();
    final Pattern line = Pattern.compile("(\\w+\\.\\w+) at (\\d+), \\d+ bytes");
    for (String text : lines) {
      final Matcher field = line.matcher(text);
      if (field.matches()) result.put(field.group(1), Integer.valueOf(field.group(2)));
    }
    return result;
  }

  /** JNA's own account of a structure: two spaces, a type, "due@0x18=". */
  private static Map<String, Integer> offsets(Structure structure) {
    final Map<String, Integer> result = new TreeMap<>();
    final String name = structure.getClass().getSimpleName();
    final Pattern line = Pattern.compile("^  \\S.*?\\b(\\w+)(?:\\[\\d+\\])?@0x([0-9A-Fa-f]+)=.*");
    for (String text : structure.toString().split("\n")) {
      final Matcher field = line.matcher(text);
      if (field.matches() && !field.group(1).startsWith("reserved"))
        result.put(name + "." + field.group(1), Integer.valueOf(field.group(2), 16));
    }
    return result;
  }

  private static void layoutIsTheHeaders(List<String> lines) {
    final Map<String, Integer> header = offsets(lines);
    for (Structure structure : List.of(new Native.kh_item(), new Native.kh_error(),
        new Native.kh_quantity(), new Native.kh_due_item(), new Native.kh_scope(),
        new Native.kh_rollup(), new Native.kh_verdict(), new Native.kh_text_buffer(),
        new Native.kh_finding(), new Native.kh_reason())) {
      final Map<String, Integer> fields = offsets(structure);
      check(fields.size() >= 2, structure.getClass() + " has fields: " + structure);
      fields.forEach((field, offset) -> check(offset.equals(header.get(field)),
          field + " lies at " + header.get(field) + ", here at " + offset));
    }
  }

  private static void everyKindOfRowIsRead(String plan) {
    try (Engine engine = new Engine(plan);
        Evaluation answers = engine.evaluate(LocalDate.of(2026, 5, 18))) {
      final List<Evaluation.Finding> findings = answers.findings();
      check(!findings.isEmpty(), "the plan has findings");
      for (Evaluation.Finding finding : findings)
        check(!finding.message().isEmpty() && !finding.code().isEmpty(), "a finding says what it is");
      check(answers.rollup().total() > 0, "there are tasks");
      check(!answers.verdicts().isEmpty(), "there are targets");
    }
  }

  private static String codeOf(Runnable call) {
    try {
      call.run();
      return "ok";
    } catch (KehoachException refused) {
      check(!refused.getMessage().isEmpty(), "an exception says why");
      return refused.code();
    } catch (IllegalStateException closed) {
      return "closed";
    }
  }

  private static void mistakesAreExceptions(String plan) {
    check(codeOf(() -> new Engine("{")).equals("syntax"), "a broken text is a syntax error");
    final Engine engine = new Engine(plan);
    check(codeOf(() -> engine.addJson("{\"format\": 1}")).equals("wrong_type"), "a wrong type");
    check(codeOf(() -> engine.evaluate(LocalDate.of(1066, 10, 14))).equals("outside_calendar"),
        "a day outside the calendar");
    final Evaluation answers = engine.evaluate(LocalDate.of(2026, 5, 18));
    check(codeOf(() -> answers.explain(Evaluation.Kind.TASK, "nobody", Evaluation.Aspect.STATUS))
        .equals("unknown_key"), "a key that names nothing");
    engine.close();
    engine.close();
    check(codeOf(() -> engine.addJson(plan)).equals("closed"), "a closed engine says so");
    check(codeOf(answers::rollup).equals("ok"), "an evaluation outlives its engine");
    answers.close();
    answers.close();
    check(codeOf(answers::overdue).equals("closed"), "a closed evaluation says so");
  }

  public static void main(String[] arguments) throws Exception {
    final String plan = Files.readString(Path.of(arguments[1]));
    layoutIsTheHeaders(new ArrayList<>(Files.readAllLines(Path.of(arguments[0]))));
    everyKindOfRowIsRead(plan);
    mistakesAreExceptions(plan);
    System.exit(failures == 0 ? 0 : 1);
  }
}
