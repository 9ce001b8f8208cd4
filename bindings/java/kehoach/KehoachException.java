// SPDX-License-Identifier: BSL-1.0
package kehoach;

/** What the library refuses: its code as a word ("unknown_key") and one line of text. */
public final class KehoachException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;

  KehoachException(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
