// SPDX-License-Identifier: BSL-1.0
// The C library as its header declares it, as far as the main job needs it: names, order and types of
// kehoach.h. size_t is UIntPtr; structs are filled from the values of their _INIT macros.
using System;
using System.Runtime.InteropServices;

namespace Kehoach.Native {
[StructLayout(LayoutKind.Sequential)]
public struct kh_item {
  public uint kind;
  public uint id;
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_error {
  public uint struct_size;
  public int code;
  public uint item_count;
  public uint more_count;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 14)]
  public kh_item[] items;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 256)]
  public byte[] message;

  public static kh_error Init() {
    return new kh_error {
      struct_size = (uint)Marshal.SizeOf(typeof(kh_error)), items = new kh_item[14], message = new byte[256]
    };
  }
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_quantity {
  public long coefficient;
  public int scale;
  public int given;
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_due_item {
  public uint struct_size;
  public int status;
  public kh_item item;
  public uint unit;
  public int written;
  public int last_valid;
  public int due;
  public int working_days_left;
  public uint expected;
  public uint received;
  public int recurs;
  public int year;
  public int number;
  public int period_first;
  public int period_last;
  public int data_first;
  public int data_last;
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_scope {
  public uint struct_size;
  public uint unit;
  public int below;
  public int level;
  public uint document;
  public uint under;
  public int due_from;
  public int due_to;
  public int status;
  public uint reserved;

  public static kh_scope Init() {
    return new kh_scope {
      struct_size = (uint)Marshal.SizeOf(typeof(kh_scope)), below = 1, level = -1, due_from = int.MinValue,
      due_to = int.MinValue, status = -1
    };
  }
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_rollup {
  public uint struct_size;
  [MarshalAs(UnmanagedType.ByValArray, SizeConst = 8)]
  public uint[] counts;
  public uint total;
  public uint done;
  public uint open;
  public uint leaves;
  public uint reported;
  public uint reserved;
  public long weight;
  public long reported_weight;
  public long weighted_progress;
  public kh_quantity done_of_due;
  public kh_quantity done_of_assigned;
  public kh_quantity progress;
  public kh_quantity progress_at_best;

  public static kh_rollup Init() {
    return new kh_rollup { struct_size = (uint)Marshal.SizeOf(typeof(kh_rollup)), counts = new uint[8] };
  }
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_verdict {
  public uint struct_size;
  public int compliance;
  public int milestone_by;
  public int actual_date;
  public kh_quantity actual;
  public kh_quantity bound;
  public kh_quantity upper;
  public kh_quantity expected;
  public kh_quantity gap;
  public uint expected_units;
  public uint reported_units;

  public static kh_verdict Init() {
    return new kh_verdict { struct_size = (uint)Marshal.SizeOf(typeof(kh_verdict)) };
  }
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_text_buffer {
  public IntPtr data;
  public UIntPtr size;
  public UIntPtr length;
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_finding {
  public uint struct_size;
  public int code;
  public int severity;
  public uint document;
  public kh_item item;
  public int date;
  public uint other_count;
  public IntPtr name;
  public IntPtr message;
  public IntPtr path;
  public IntPtr source;
}

[StructLayout(LayoutKind.Sequential)]
public struct kh_reason {
  public uint struct_size;
  public uint depth;
  public kh_item item;
  public uint document;
  public int date;
  public IntPtr rule;
  public IntPtr text;
  public IntPtr source;
  public IntPtr path;
}

public static class Library {
  private const string library = "kehoach_c";

  [DllImport(library)]
  public static extern uint kh_version();

  [DllImport(library)]
  public static extern IntPtr kh_status_name(int status);

  [DllImport(library)]
  public static extern IntPtr kh_status_describe(int status, int language);

  [DllImport(library)]
  public static extern int kh_date_make(int year, int month, int day, out int out_date, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_date_print(int date, int language, byte[] buffer, UIntPtr size,
                                         out UIntPtr out_length, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_quantity_print(kh_quantity quantity, int language, byte[] buffer,
                                             UIntPtr size, out UIntPtr out_length, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_engine_read_json(byte[] json, UIntPtr length, out IntPtr out_engine,
                                               ref kh_error error);

  [DllImport(library)]
  public static extern int kh_engine_add_json(IntPtr engine, byte[] json, UIntPtr length,
                                              IntPtr out_commit, ref kh_error error);

  [DllImport(library)]
  public static extern void kh_engine_free(IntPtr engine);

  [DllImport(library)]
  public static extern int kh_engine_snapshot(IntPtr engine, out IntPtr out_snapshot, ref kh_error error);

  [DllImport(library)]
  public static extern void kh_snapshot_free(IntPtr snapshot);

  [DllImport(library)]
  public static extern int kh_snapshot_count(IntPtr snapshot, uint kind, out uint out_count,
                                             ref kh_error error);

  [DllImport(library)]
  public static extern int kh_snapshot_find(IntPtr snapshot, uint kind, byte[] key, out uint out_id,
                                            ref kh_error error);

  [DllImport(library)]
  public static extern int kh_snapshot_label(IntPtr snapshot, kh_item item, int on, byte[] buffer,
                                             UIntPtr size, out UIntPtr out_length, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_snapshot_place(IntPtr snapshot, kh_item item, out uint out_document,
                                             byte[] buffer, UIntPtr size, out UIntPtr out_length,
                                             ref kh_error error);

  [DllImport(library)]
  public static extern int kh_snapshot_evaluate(IntPtr snapshot, int as_of, int known_at,
                                                out IntPtr out_evaluation, ref kh_error error);

  [DllImport(library)]
  public static extern void kh_evaluation_free(IntPtr evaluation);

  [DllImport(library)]
  public static extern int kh_evaluation_overdue(IntPtr evaluation, [In, Out] kh_due_item[] rows,
                                                 UIntPtr capacity, out UIntPtr out_count,
                                                 ref kh_error error);

  [DllImport(library)]
  public static extern int kh_evaluation_due(IntPtr evaluation, int from, int to,
                                             [In, Out] kh_due_item[] rows, UIntPtr capacity,
                                             out UIntPtr out_count, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_evaluation_rollup(IntPtr evaluation, ref kh_scope scope, int decimals,
                                                int rounding, ref kh_rollup out_rollup,
                                                ref kh_error error);

  [DllImport(library)]
  public static extern int kh_evaluation_verdict(IntPtr evaluation, uint target, ref kh_verdict out_verdict,
                                                 ref kh_error error);

  [DllImport(library)]
  public static extern int kh_evaluation_findings(IntPtr evaluation, int language,
                                                  [In, Out] kh_finding[] rows, UIntPtr capacity,
                                                  out UIntPtr out_count, ref kh_text_buffer text,
                                                  ref kh_error error);

  [DllImport(library)]
  public static extern int kh_evaluation_explain(IntPtr evaluation, kh_item item, int aspect, int language,
                                                 [In, Out] kh_reason[] rows, UIntPtr capacity,
                                                 out UIntPtr out_count, ref kh_text_buffer text,
                                                 ref kh_error error);

  [DllImport(library)]
  public static extern int kh_task_status_print(int status, int language, byte[] buffer, UIntPtr size,
                                                out UIntPtr out_length, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_compliance_print(int compliance, int language, byte[] buffer, UIntPtr size,
                                               out UIntPtr out_length, ref kh_error error);

  [DllImport(library)]
  public static extern int kh_calendar_vietnam(int known_on, out IntPtr out_calendar, ref kh_error error);

  [DllImport(library)]
  public static extern void kh_calendar_free(IntPtr calendar);

  [DllImport(library)]
  public static extern int kh_calendar_add_working_days(IntPtr calendar, int date, int n, out int out_date,
                                                        ref kh_error error);
}
}
