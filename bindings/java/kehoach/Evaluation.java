// SPDX-License-Identifier: BSL-1.0
package kehoach;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The answers for one day. Immutable: any thread may read it until it is closed. */
public final class Evaluation implements AutoCloseable {
  /** The kinds of items, numbered as in kehoach.h. */
  public enum Kind {
    NONE, CALENDAR, UNIT, DOCUMENT, TASK, REPORT, INDICATOR, TARGET, OBSERVATION
  }

  /** What can be asked why, numbered as in kehoach.h. */
  public enum Aspect {
    DEADLINE, EARLIEST_FINISH, LATEST_FINISH, SLACK, STATUS, ROLLUP, VERDICT, EVERYTHING
  }

  /** A thing that falls due; `workingDaysLeft` is negative where it is late. */
  public record Due(Kind kind, int id, String label, LocalDate due, LocalDate lastValid,
      int workingDaysLeft, String status) {}

  /** Counts over distinct tasks; the rates are percentages, null where nothing was due. */
  public record Rollup(int total, int done, int overdue, BigDecimal doneOfDue,
      BigDecimal doneOfAssigned, BigDecimal progress) {}

  /** Does a target hold? The figures are null where there is none. */
  public record Verdict(int target, String path, String compliance, BigDecimal actual,
      BigDecimal bound, BigDecimal gap) {}

  /** One thing wrong or suspicious in the plans; severity 0 note, 1 warning, 2 error. */
  public record Finding(String code, int severity, Kind kind, int id, String message, String path,
      String source) {}

  /** One step of an explanation: it explains the nearest step above it of lower depth. */
  public record Reason(int depth, String rule, String text, String source, LocalDate date) {}

  private Pointer snapshot;
  private Pointer handle;

  Evaluation(Pointer snapshot, Pointer handle) {
    this.snapshot = snapshot;
    this.handle = handle;
  }

  /** What is open and overdue, oldest first. */
  public List<Due> overdue() {
    return dueRows((rows, capacity, count, error) ->
        Border.library.kh_evaluation_overdue(handle(), rows, capacity, count, error));
  }

  /** What falls due in [from, to], by day. */
  public List<Due> due(LocalDate from, LocalDate to) {
    return dueRows((rows, capacity, count, error) -> Border.library.kh_evaluation_due(
        handle(), Border.day(from), Border.day(to), rows, capacity, count, error));
  }

  /** The sums over all tasks. */
  public Rollup rollup() {
    final Native.kh_rollup sums = new Native.kh_rollup();
    final Native.kh_error error = new Native.kh_error();
    final int overdue = 3;
    Border.check(
        Border.library.kh_evaluation_rollup(handle(), new Native.kh_scope(), 2, 0, sums, error),
        error);
    return new Rollup(sums.total, sums.done, sums.counts[overdue], decimal(sums.done_of_due),
        decimal(sums.done_of_assigned), decimal(sums.progress));
  }

  /** Every target's verdict, in id order. */
  public List<Verdict> verdicts() {
    final IntByReference count = new IntByReference();
    final IntByReference there = new IntByReference();
    final Native.kh_error error = new Native.kh_error();
    final List<Verdict> verdicts = new ArrayList<>();
    handle();
    Border.check(Border.library.kh_snapshot_count(snapshot, Kind.TARGET.ordinal(), count, error),
        error);
    for (int id = 1; id <= count.getValue(); ++id) {
      Border.check(Border.library.kh_snapshot_contains(snapshot, item(Kind.TARGET, id), there, error),
          error);
      if (there.getValue() != 0) verdicts.add(verdict(id));
    }
    return verdicts;
  }

  /** What is wrong in the plans themselves, errors first, in Vietnamese. */
  public List<Finding> findings() {
    final Native.kh_error error = new Native.kh_error();
    final long[] count = new long[1];
    Native.kh_text_buffer text = new Native.kh_text_buffer();
    Border.check(Border.library.kh_evaluation_findings(handle(), Native.VI, null, 0, count, text,
        error), error);
    final List<Finding> findings = new ArrayList<>();
    if (count[0] == 0) return findings;
    text = Border.room(text.length);
    final Native.kh_finding[] rows = array(new Native.kh_finding(), count[0]);
    Border.check(Border.library.kh_evaluation_findings(handle(), Native.VI, rows[0], rows.length,
        null, text, error), error);
    for (Native.kh_finding row : rows) {
      row.read();
      findings.add(new Finding(Border.text(row.name), row.severity, Kind.values()[row.item.kind],
          row.item.id, Border.text(row.message), Border.text(row.path), Border.text(row.source)));
    }
    return findings;
  }

  /** Why? `key` is the host's own. */
  public List<Reason> explain(Kind kind, String key, Aspect aspect) {
    final Native.kh_error error = new Native.kh_error();
    final IntByReference id = new IntByReference();
    final long[] count = new long[1];
    handle();
    Border.check(Border.library.kh_snapshot_find(snapshot, kind.ordinal(), Border.terminated(key),
        id, error), error);
    final Native.kh_item.ByValue item = item(kind, id.getValue());
    Native.kh_text_buffer text = new Native.kh_text_buffer();
    Border.check(Border.library.kh_evaluation_explain(handle(), item, aspect.ordinal(), Native.VI,
        null, 0, count, text, error), error);
    final List<Reason> reasons = new ArrayList<>();
    if (count[0] == 0) return reasons;
    text = Border.room(text.length);
    final Native.kh_reason[] rows = array(new Native.kh_reason(), count[0]);
    Border.check(Border.library.kh_evaluation_explain(handle(), item, aspect.ordinal(), Native.VI,
        rows[0], rows.length, null, text, error), error);
    for (Native.kh_reason row : rows) {
      row.read();
      reasons.add(new Reason(row.depth, Border.text(row.rule), Border.text(row.text),
          Border.text(row.source), Border.date(row.date)));
    }
    return reasons;
  }

  /** The n-th working day after a day, on the calendar of Vietnam's public sector. */
  public static LocalDate addWorkingDays(LocalDate day, int n) {
    final PointerByReference calendar = new PointerByReference();
    final IntByReference out = new IntByReference();
    final Native.kh_error error = new Native.kh_error();
    Border.check(Border.library.kh_calendar_vietnam(Native.NO_DATE, calendar, error), error);
    final int status = Border.library.kh_calendar_add_working_days(calendar.getValue(),
        Border.day(day), n, out, error);
    Border.library.kh_calendar_free(calendar.getValue());
    Border.check(status, error);
    return Border.date(out.getValue());
  }

  /** A day as people write it: 18/5/2026, 01/6/2026. */
  public static String vietnamese(LocalDate day) {
    return Border.print((buffer, size, length, error) ->
        Border.library.kh_date_print(Border.day(day), Native.VI, buffer, size, length, error));
  }

  /** A figure as people write it: 95,56. */
  public static String vietnamese(BigDecimal figure) {
    final Native.quantity_value quantity = new Native.quantity_value();
    quantity.coefficient = figure.unscaledValue().longValueExact();
    quantity.scale = figure.scale();
    quantity.given = 1;
    return Border.print((buffer, size, length, error) ->
        Border.library.kh_quantity_print(quantity, Native.VI, buffer, size, length, error));
  }

  @Override
  public void close() {
    Border.library.kh_evaluation_free(handle);
    Border.library.kh_snapshot_free(snapshot);
    handle = snapshot = Pointer.NULL;
  }

  private interface DueCall {
    int rows(Native.kh_due_item rows, long capacity, long[] count, Native.kh_error error);
  }

  private List<Due> dueRows(DueCall call) {
    final Native.kh_error error = new Native.kh_error();
    final long[] count = new long[1];
    Border.check(call.rows(null, 0, count, error), error);
    final List<Due> result = new ArrayList<>();
    if (count[0] == 0) return result;
    final Native.kh_due_item[] rows = array(new Native.kh_due_item(), count[0]);
    Border.check(call.rows(rows[0], rows.length, null, error), error);
    for (Native.kh_due_item row : rows) {
      row.read();
      result.add(new Due(Kind.values()[row.item.kind], row.item.id,
          label(item(Kind.values()[row.item.kind], row.item.id)), Border.date(row.due),
          Border.date(row.last_valid), row.working_days_left, status(row.status)));
    }
    return result;
  }

  private Verdict verdict(int target) {
    final Native.kh_verdict row = new Native.kh_verdict();
    final Native.kh_error error = new Native.kh_error();
    Border.check(Border.library.kh_evaluation_verdict(handle(), target, row, error), error);
    final String path = Border.print((buffer, size, length, e) -> Border.library.kh_snapshot_place(
        snapshot, item(Kind.TARGET, target), null, buffer, size, length, e));
    final String compliance = Border.print((buffer, size, length, e) ->
        Border.library.kh_compliance_print(row.compliance, Native.VI, buffer, size, length, e));
    return new Verdict(target, path, compliance, decimal(row.actual), decimal(row.bound),
        decimal(row.gap));
  }

  private String label(Native.kh_item.ByValue item) {
    return Border.print((buffer, size, length, error) -> Border.library.kh_snapshot_label(
        snapshot, item, Native.NO_DATE, buffer, size, length, error));
  }

  private static String status(int status) {
    return Border.print((buffer, size, length, error) ->
        Border.library.kh_task_status_print(status, Native.VI, buffer, size, length, error));
  }

  private static Native.kh_item.ByValue item(Kind kind, int id) {
    final Native.kh_item.ByValue item = new Native.kh_item.ByValue();
    item.kind = kind.ordinal();
    item.id = id;
    return item;
  }

  private static BigDecimal decimal(Native.kh_quantity quantity) {
    return quantity.given == 0 ? null : BigDecimal.valueOf(quantity.coefficient, quantity.scale);
  }

  /** Rows in one piece of memory; the first says how large each is. */
  @SuppressWarnings("unchecked")
  private static <T extends Native.Sized> T[] array(T first, long count) {
    first.measure();
    first.write();
    return (T[]) first.toArray(Math.toIntExact(count));
  }

  private Pointer handle() {
    if (handle == null) throw new IllegalStateException("the evaluation is closed");
    return handle;
  }
}
