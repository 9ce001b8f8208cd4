// SPDX-License-Identifier: BSL-1.0

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kehoach.Engine;
import kehoach.Evaluation;

/** The main job in Java: load a plan and what was reported, name a day, ask. */
public final class MainJob {
  private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws IOException {
    final LocalDate today = LocalDate.of(2026, 5, 18);
    final LocalDate end = Evaluation.addWorkingDays(today, 30);
    try (Engine engine = new Engine(Files.readString(Path.of(arguments[0])))) {
      engine.addJson(Files.readString(Path.of(arguments[1])));
      try (Evaluation answers = engine.evaluate(today)) {
        out.println("Quá hạn ngày " + Evaluation.vietnamese(today) + ":");
        show(answers.overdue());
        out.println("Đến hạn trước hết ngày " + Evaluation.vietnamese(end) + ":");
        show(answers.due(today, end));
        showFigures(answers);
        out.println("Vì sao báo cáo 6 tháng có hạn như vậy:");
        for (Evaluation.Reason reason : answers.explain(Evaluation.Kind.REPORT,
            "217/KH-BV/6-thang", Evaluation.Aspect.DEADLINE))
          out.println("  ".repeat(reason.depth() + 1) + reason.text());
      }
    }
  }

  private static void show(List<Evaluation.Due> rows) {
    for (Evaluation.Due row : rows)
      out.println("  " + Evaluation.vietnamese(row.due()) + "  " + row.label() + ", " + row.status());
  }

  private static void showFigures(Evaluation answers) {
    final Evaluation.Rollup sums = answers.rollup();
    out.println("Nhiệm vụ: " + sums.total() + ", xong " + sums.done() + ", quá hạn "
        + sums.overdue());
    for (Evaluation.Verdict verdict : answers.verdicts()) {
      final String actual = verdict.actual() == null ? ""
          : ", thực tế " + Evaluation.vietnamese(verdict.actual());
      out.println("Chỉ tiêu " + verdict.path() + ": " + verdict.compliance() + actual);
    }
  }
}
