package org.itsmsuite.ledger.store;

/**
 * A value that stands beside its entry.
 *
 * @param path where it belongs: a JSON pointer into the entry
 * @param salt null when erased
 * @param content its canonical JSON, null when erased
 * @param account the same once more as plain text where it names who acted, else null
 * @param shown canonical JSON of what is shown once it is erased, or null
 */
record ErasableValue(String path, String salt, String content, String account, String shown) {

  /** As it is written. */
  ErasableValue(String path, String salt, String content, String account) {
    this(path, salt, content, account, null);
  }

  boolean isErased() {
    return salt == null && content == null && account == null;
  }
}
