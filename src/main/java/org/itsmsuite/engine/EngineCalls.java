package org.itsmsuite.engine;

import java.util.function.Supplier;

/**
 * Marks calls of the engine that the suite's own code makes. What people send to the engine passes
 * its guards; what the suite itself does after having checked the person's right does not need to.
 */
public final class EngineCalls {

  private static final ThreadLocal<Integer> INTERNAL = ThreadLocal.withInitial(() -> 0);
  private static final ThreadLocal<Integer> RELEASING = ThreadLocal.withInitial(() -> 0);

  private EngineCalls() {}

  /**
   * Runs engine calls as the suite: they may write variables, and the engine asks for no
   * authorization. Who is logged in stays known to the engine's history. The caller has checked
   * what the person may do. Forms are validated all the same.
   */
  public static <T> T internally(Supplier<T> call) {
    return marked(INTERNAL, call);
  }

  /** The same for a call without a result. */
  public static void internally(Runnable call) {
    internally(
        () -> {
          call.run();
          return null;
        });
  }

  /**
   * The release step: the only place where models may be deployed or deleted. Outside of it the
   * engine refuses. Process tests use it to deploy a model without a bundle.
   */
  public static <T> T releasing(Supplier<T> call) {
    return marked(RELEASING, call);
  }

  public static boolean isInternal() {
    return INTERNAL.get() > 0;
  }

  public static boolean isReleasing() {
    return RELEASING.get() > 0;
  }

  private static <T> T marked(ThreadLocal<Integer> depth, Supplier<T> call) {
    depth.set(depth.get() + 1);
    try {
      return call.get();
    } finally {
      int left = depth.get() - 1;
      if (left == 0) {
        depth.remove();
      } else {
        depth.set(left);
      }
    }
  }
}
