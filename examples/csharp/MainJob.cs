// SPDX-License-Identifier: BSL-1.0
// The main job in C#: load a plan and what was reported, name a day, ask.
//
//     MainJob.exe PLAN.json OBSERVATIONS.json
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Kehoach.Native;
using static Kehoach.Native.Library;

public static class MainJob {
  private const int NoDate = int.MinValue;
  private const int Vietnamese = 0;
  private static kh_error error = kh_error.Init();

  private static void Check(int status) {
    if (status != 0) throw new InvalidOperationException(Text(error.message));
  }

  private static string Text(byte[] bytes) {
    return Encoding.UTF8.GetString(bytes, 0, Math.Max(Array.IndexOf(bytes, (byte)0), 0));
  }

  private static string Text(IntPtr text) {
    int length = 0;
    while (Marshal.ReadByte(text, length) != 0) ++length;
    byte[] bytes = new byte[length];
    Marshal.Copy(text, bytes, 0, length);
    return Encoding.UTF8.GetString(bytes);
  }

  private delegate int Printer(byte[] buffer, UIntPtr size, out UIntPtr length);

  private static string Print(Printer print) {
    UIntPtr length;
    Check(print(null, UIntPtr.Zero, out length));
    byte[] buffer = new byte[(int)length + 1];
    Check(print(buffer, (UIntPtr)(ulong)buffer.Length, out length));
    return Text(buffer);
  }

  private static string Day(int date) {
    return Print((byte[] b, UIntPtr n, out UIntPtr l) => kh_date_print(date, Vietnamese, b, n, out l, ref error));
  }

  private static void AddFile(IntPtr engine, string path) {
    byte[] json = File.ReadAllBytes(path);
    Check(kh_engine_add_json(engine, json, (UIntPtr)(ulong)json.Length, IntPtr.Zero, ref error));
  }

  private static IntPtr Load(string path) {
    byte[] json = File.ReadAllBytes(path);
    IntPtr engine;
    Check(kh_engine_read_json(json, (UIntPtr)(ulong)json.Length, out engine, ref error));
    return engine;
  }

  private delegate int DueCall(kh_due_item[] rows, UIntPtr capacity, out UIntPtr count);

  private static void ShowDue(IntPtr plans, DueCall call) {
    UIntPtr count;
    Check(call(null, UIntPtr.Zero, out count));
    if (count == UIntPtr.Zero) return;
    kh_due_item[] rows = new kh_due_item[(int)count];
    rows[0].struct_size = (uint)Marshal.SizeOf(typeof(kh_due_item));
    Check(call(rows, count, out count));
    foreach (kh_due_item row in rows) {
      string label = Print((byte[] b, UIntPtr n, out UIntPtr l) =>
          kh_snapshot_label(plans, row.item, NoDate, b, n, out l, ref error));
      string status = Print((byte[] b, UIntPtr n, out UIntPtr l) =>
          kh_task_status_print(row.status, Vietnamese, b, n, out l, ref error));
      Console.WriteLine("  " + Day(row.due) + "  " + label + ", " + status);
    }
  }

  private static void ShowFigures(IntPtr plans, IntPtr answers) {
    kh_scope scope = kh_scope.Init();
    kh_rollup sums = kh_rollup.Init();
    Check(kh_evaluation_rollup(answers, ref scope, 2, 0, ref sums, ref error));
    Console.WriteLine("Nhiệm vụ: " + sums.total + ", xong " + sums.done + ", quá hạn " + sums.counts[3]);
    uint targets;
    Check(kh_snapshot_count(plans, 7, out targets, ref error));
    for (uint id = 1; id <= targets; ++id) {
      kh_verdict verdict = kh_verdict.Init();
      kh_item target = new kh_item { kind = 7, id = id };
      uint document;
      Check(kh_evaluation_verdict(answers, id, ref verdict, ref error));
      string path = Print((byte[] b, UIntPtr n, out UIntPtr l) =>
          kh_snapshot_place(plans, target, out document, b, n, out l, ref error));
      string words = Print((byte[] b, UIntPtr n, out UIntPtr l) =>
          kh_compliance_print(verdict.compliance, Vietnamese, b, n, out l, ref error));
      string actual = Print((byte[] b, UIntPtr n, out UIntPtr l) =>
          kh_quantity_print(verdict.actual, Vietnamese, b, n, out l, ref error));
      Console.WriteLine("Chỉ tiêu " + path + ": " + words + (actual == "" ? "" : ", thực tế " + actual));
    }
  }

  private static void ShowWhy(IntPtr plans, IntPtr answers) {
    kh_item report = new kh_item { kind = 5 };
    UIntPtr count;
    kh_text_buffer text = new kh_text_buffer();
    byte[] key = Encoding.UTF8.GetBytes("217/KH-BV/6-thang\0");
    Check(kh_snapshot_find(plans, report.kind, key, out report.id, ref error));
    Check(kh_evaluation_explain(answers, report, 0, Vietnamese, null, UIntPtr.Zero, out count, ref text, ref error));
    kh_reason[] rows = new kh_reason[(int)count];
    rows[0].struct_size = (uint)Marshal.SizeOf(typeof(kh_reason));
    text.size = text.length;
    text.data = Marshal.AllocHGlobal((int)text.length);
    Check(kh_evaluation_explain(answers, report, 0, Vietnamese, rows, count, out count, ref text, ref error));
    Console.WriteLine("Vì sao báo cáo 6 tháng có hạn như vậy:");
    foreach (kh_reason row in rows)
      Console.WriteLine(new string(' ', 2 * (int)row.depth + 2) + Text(row.text));
    Marshal.FreeHGlobal(text.data);
  }

  public static void Main(string[] arguments) {
    Console.OutputEncoding = new UTF8Encoding(false);
    IntPtr calendar, plans, answers;
    int today, end;
    IntPtr engine = Load(arguments[0]);
    AddFile(engine, arguments[1]);
    Check(kh_date_make(2026, 5, 18, out today, ref error));
    Check(kh_calendar_vietnam(NoDate, out calendar, ref error));
    Check(kh_calendar_add_working_days(calendar, today, 30, out end, ref error));
    Check(kh_engine_snapshot(engine, out plans, ref error));
    Check(kh_snapshot_evaluate(plans, today, NoDate, out answers, ref error));

    Console.WriteLine("Quá hạn ngày " + Day(today) + ":");
    ShowDue(plans, (kh_due_item[] r, UIntPtr n, out UIntPtr c) =>
        kh_evaluation_overdue(answers, r, n, out c, ref error));
    Console.WriteLine("Đến hạn trước hết ngày " + Day(end) + ":");
    ShowDue(plans, (kh_due_item[] r, UIntPtr n, out UIntPtr c) =>
        kh_evaluation_due(answers, today, end, r, n, out c, ref error));
    ShowFigures(plans, answers);
    ShowWhy(plans, answers);

    kh_evaluation_free(answers);
    kh_snapshot_free(plans);
    kh_calendar_free(calendar);
    kh_engine_free(engine);
  }
}
