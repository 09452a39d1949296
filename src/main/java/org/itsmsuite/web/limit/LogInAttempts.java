package org.itsmsuite.web.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * Makes guessing passwords slow. Wrong ones are counted by name and the network address they come
 * from, so that nobody keeps somebody else out, and by address alone, so that going through many
 * names is slow too. Names without an account are counted the same: the answer must not tell that
 * there is none.
 */
public class LogInAttempts {

  private final Counted byName;
  private final Counted byAddress;

  LogInAttempts(Counted byName, Counted byAddress) {
    this.byName = byName;
    this.byAddress = byAddress;
  }

  /**
   * How long to wait before a password is looked at again; nothing if it may be now. Right ones
   * count for nothing, however many come at once: programs send theirs with each call.
   *
   * @param address the network address the attempt comes from
   */
  public Optional<Duration> waitFor(String name, String address) {
    return byName.waitFor(key(name, address)).or(() -> byAddress.waitFor(address));
  }

  /**
   * A password was wrong. Of many that were looked at in the same moment each counts, and makes the
   * wait longer.
   */
  public void failed(String name, String address) {
    byName.count(key(name, address));
    byAddress.count(address);
  }

  private static String key(String name, String address) {
    return address + " " + name;
  }
}
