package org.itsmsuite.ledger.store;

/**
 * A value that stands beside its entry.
 *
 * @param path where it belongs: a JSON pointer into the entry
 * @param salt null when erased
 * @param content its canonical JSON, null when erased
 * @param account the same once more as plain text where it names who acted, else null
 */
record ErasableValue(String path, String salt, String content, String account) {

  boolean isErased() {
    return salt == null && content == null && account == null;
  }
}
