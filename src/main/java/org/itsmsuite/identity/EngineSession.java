package org.itsmsuite.identity;

import java.util.function.Supplier;

/** Tells the process engine on whose account the calls of this thread are made. */
public interface EngineSession {

  /**
   * From now until the result is closed the engine checks the actor's rights and notes the actor in
   * its own log. Afterwards nobody is known to it, whatever was before.
   */
  Open as(Actor actor);

  /**
   * Engine calls that the suite itself answers for, after it has checked that the person may: the
   * engine checks no rights, and still notes the person.
   *
   * <p>All calls become one engine command: a query inside does not see what was changed inside.
   */
  <T> T trusted(Supplier<T> calls);

  /** Ends what {@link #as} began. */
  interface Open extends AutoCloseable {

    @Override
    void close();
  }
}
