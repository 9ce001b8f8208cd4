// SPDX-License-Identifier: BSL-1.0
package kehoach;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The C library as its header declares it: names, order and types of kehoach.h. */
interface Native extends Library {
  int NO_DATE = Integer.MIN_VALUE;
  int VI = 0;
  int EN = 1;

  /** An output or input that begins with its own size. */
  abstract class Sized extends Structure {
    public int struct_size;

    Sized() {}

    Sized(Pointer memory) {
      super(memory);
    }

    final void measure() {
      struct_size = size();
    }
  }

  @FieldOrder({"kind", "id"})
  class kh_item extends Structure {
    public int kind;
    public int id;

    public static class ByValue extends kh_item implements Structure.ByValue {}
  }

  @FieldOrder({"struct_size", "code", "item_count", "more_count", "items", "message"})
  class kh_error extends Sized {
    public int code;
    public int item_count;
    public int more_count;
    public kh_item[] items = new kh_item[14];
    public byte[] message = new byte[256];

    public kh_error() {
      measure();
    }
  }

  @FieldOrder({"coefficient", "scale", "given"})
  class kh_quantity extends Structure {
    public long coefficient;
    public int scale;
    public int given;
  }

  @FieldOrder({"struct_size", "status", "item", "unit", "written", "last_valid", "due",
      "working_days_left", "expected", "received", "recurs", "year", "number", "period_first",
      "period_last", "data_first", "data_last"})
  class kh_due_item extends Sized {
    public int status;
    public kh_item item;
    public int unit;
    public int written;
    public int last_valid;
    public int due;
    public int working_days_left;
    public int expected;
    public int received;
    public int recurs;
    public int year;
    public int number;
    public int period_first;
    public int period_last;
    public int data_first;
    public int data_last;
  }

  @FieldOrder({"struct_size", "unit", "below", "level", "document", "under", "due_from", "due_to",
      "status", "reserved"})
  class kh_scope extends Sized {
    public int unit;
    public int below = 1;
    public int level = -1;
    public int document;
    public int under;
    public int due_from = NO_DATE;
    public int due_to = NO_DATE;
    public int status = -1;
    public int reserved;

    public kh_scope() {
      measure();
    }
  }

  @FieldOrder({"struct_size", "counts", "total", "done", "open", "leaves", "reported", "reserved",
      "weight", "reported_weight", "weighted_progress", "done_of_due", "done_of_assigned",
      "progress", "progress_at_best"})
  class kh_rollup extends Sized {
    public int[] counts = new int[8];
    public int total;
    public int done;
    public int open;
    public int leaves;
    public int reported;
    public int reserved;
    public long weight;
    public long reported_weight;
    public long weighted_progress;
    public kh_quantity done_of_due;
    public kh_quantity done_of_assigned;
    public kh_quantity progress;
    public kh_quantity progress_at_best;

    public kh_rollup() {
      measure();
    }
  }

  @FieldOrder({"struct_size", "compliance", "milestone_by", "actual_date", "actual", "bound",
      "upper", "expected", "gap", "expected_units", "reported_units"})
  class kh_verdict extends Sized {
    public int compliance;
    public int milestone_by;
    public int actual_date;
    public kh_quantity actual;
    public kh_quantity bound;
    public kh_quantity upper;
    public kh_quantity expected;
    public kh_quantity gap;
    public int expected_units;
    public int reported_units;

    public kh_verdict() {
      measure();
    }
  }

  @FieldOrder({"data", "size", "length"})
  class kh_text_buffer extends Structure {
    public Pointer data;
    public long size;
    public long length;
  }

  @FieldOrder({"struct_size", "code", "severity", "document", "item", "date", "other_count", "name",
      "message", "path", "source"})
  class kh_finding extends Sized {
    public int code;
    public int severity;
    public int document;
    public kh_item item;
    public int date;
    public int other_count;
    public Pointer name;
    public Pointer message;
    public Pointer path;
    public Pointer source;
  }

  @FieldOrder({"struct_size", "depth", "item", "document", "date", "rule", "text", "source", "path"})
  class kh_reason extends Sized {
    public int depth;
    public kh_item item;
    public int document;
    public int date;
    public Pointer rule;
    public Pointer text;
    public Pointer source;
    public Pointer path;
  }

  int kh_version();

  String kh_status_name(int status);

  String kh_status_describe(int status, int language);

  int kh_date_make(int year, int month, int day, IntByReference out_date, kh_error error);

  int kh_date_print(int date, int language, byte[] buffer, long size, long[] out_length,
      kh_error error);

  int kh_quantity_print(quantity_value quantity, int language, byte[] buffer, long size,
      long[] out_length, kh_error error);

  class quantity_value extends kh_quantity implements Structure.ByValue {}

  int kh_engine_read_json(byte[] json, long length, PointerByReference out_engine, kh_error error);

  int kh_engine_add_json(Pointer engine, byte[] json, long length, Pointer out_commit,
      kh_error error);

  void kh_engine_free(Pointer engine);

  int kh_engine_snapshot(Pointer engine, PointerByReference out_snapshot, kh_error error);

  void kh_snapshot_free(Pointer snapshot);

  int kh_snapshot_count(Pointer snapshot, int kind, IntByReference out_count, kh_error error);

  int kh_snapshot_contains(Pointer snapshot, kh_item.ByValue item, IntByReference out_contains,
      kh_error error);

  int kh_snapshot_find(Pointer snapshot, int kind, byte[] key, IntByReference out_id,
      kh_error error);

  int kh_snapshot_label(Pointer snapshot, kh_item.ByValue item, int on, byte[] buffer, long size,
      long[] out_length, kh_error error);

  int kh_snapshot_place(Pointer snapshot, kh_item.ByValue item, IntByReference out_document,
      byte[] buffer, long size, long[] out_length, kh_error error);

  int kh_snapshot_evaluate(Pointer snapshot, int as_of, int known_at,
      PointerByReference out_evaluation, kh_error error);

  void kh_evaluation_free(Pointer evaluation);

  int kh_evaluation_overdue(Pointer evaluation, kh_due_item rows, long capacity, long[] out_count,
      kh_error error);

  int kh_evaluation_due(Pointer evaluation, int from, int to, kh_due_item rows, long capacity,
      long[] out_count, kh_error error);

  int kh_evaluation_rollup(Pointer evaluation, kh_scope scope, int decimals, int rounding,
      kh_rollup out_rollup, kh_error error);

  int kh_evaluation_verdict(Pointer evaluation, int target, kh_verdict out_verdict, kh_error error);

  int kh_evaluation_findings(Pointer evaluation, int language, kh_finding rows, long capacity,
      long[] out_count, kh_text_buffer text, kh_error error);

  int kh_evaluation_explain(Pointer evaluation, kh_item.ByValue item, int aspect, int language,
      kh_reason rows, long capacity, long[] out_count, kh_text_buffer text, kh_error error);

  int kh_task_status_print(int status, int language, byte[] buffer, long size, long[] out_length,
      kh_error error);

  int kh_compliance_print(int compliance, int language, byte[] buffer, long size,
      long[] out_length, kh_error error);

  int kh_calendar_vietnam(int known_on, PointerByReference out_calendar, kh_error error);

  void kh_calendar_free(Pointer calendar);

  int kh_calendar_add_working_days(Pointer calendar, int date, int n, IntByReference out_date,
      kh_error error);
}
