// SPDX-License-Identifier: BSL-1.0
package kehoach;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** Values across the border: codes to exceptions, day numbers to dates, buffers to strings. */
final class Border {
  static final kehoach.Native library = Native.load("kehoach_c", kehoach.Native.class,
      Map.of(com.sun.jna.Library.OPTION_STRING_ENCODING, "UTF-8"));

  private Border() {}

  static void check(int status, kehoach.Native.kh_error error) {
    if (status == 0) return;
    throw new KehoachException(library.kh_status_name(status), text(error.message));
  }

  /** The bytes up to the NUL. */
  static String text(byte[] buffer) {
    int length = 0;
    while (length < buffer.length && buffer[length] != 0) ++length;
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  static String text(Pointer text) {
    return text == null ? "" : text.getString(0, "UTF-8");
  }

  static byte[] terminated(String text) {
    return Native.toByteArray(text, "UTF-8");
  }

  static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  static LocalDate date(int day) {
    return day == kehoach.Native.NO_DATE ? null : LocalDate.ofEpochDay(day);
  }

  /** One that writes text with snprintf's rules. */
  interface Printer {
    int print(byte[] buffer, long size, long[] outLength, kehoach.Native.kh_error error);
  }

  /** Asks for the length, then for the text. */
  static String print(Printer printer) {
    final kehoach.Native.kh_error error = new kehoach.Native.kh_error();
    final long[] length = new long[1];
    check(printer.print(null, 0, length, error), error);
    final byte[] buffer = new byte[Math.toIntExact(length[0] + 1)];
    check(printer.print(buffer, buffer.length, null, error), error);
    return text(buffer);
  }

  /** Room for as many bytes as a first call said that its rows' texts need. */
  static kehoach.Native.kh_text_buffer room(long length) {
    final kehoach.Native.kh_text_buffer buffer = new kehoach.Native.kh_text_buffer();
    buffer.data = new Memory(length + 1);
    buffer.size = length + 1;
    return buffer;
  }
}
