// SPDX-License-Identifier: BSL-1.0
package kehoach;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Plans, loaded from cascade JSON. Calls on one engine need the caller's lock; its evaluations may be
 * read by any thread.
 */
public final class Engine implements AutoCloseable {
  private Pointer handle;

  /** A new engine from cascade JSON. */
  public Engine(String json) {
    final byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    final PointerByReference out = new PointerByReference();
    final Native.kh_error error = new Native.kh_error();
    Border.check(Border.library.kh_engine_read_json(bytes, bytes.length, out, error), error);
    handle = out.getValue();
  }

  /** Adds the items of a text: all of them or, where it throws, nothing. */
  public void addJson(String json) {
    final byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    final Native.kh_error error = new Native.kh_error();
    Border.check(
        Border.library.kh_engine_add_json(handle(), bytes, bytes.length, Pointer.NULL, error), error);
  }

  /** The answers for a day. */
  public Evaluation evaluate(LocalDate asOf) {
    final PointerByReference snapshot = new PointerByReference();
    final PointerByReference evaluation = new PointerByReference();
    final Native.kh_error error = new Native.kh_error();
    Border.check(Border.library.kh_engine_snapshot(handle(), snapshot, error), error);
    final int status = Border.library.kh_snapshot_evaluate(
        snapshot.getValue(), Border.day(asOf), Native.NO_DATE, evaluation, error);
    if (status != 0) Border.library.kh_snapshot_free(snapshot.getValue());
    Border.check(status, error);
    return new Evaluation(snapshot.getValue(), evaluation.getValue());
  }

  @Override
  public void close() {
    Border.library.kh_engine_free(handle);
    handle = Pointer.NULL;
  }

  private Pointer handle() {
    if (handle == null) throw new IllegalStateException("the engine is closed");
    return handle;
  }
}
