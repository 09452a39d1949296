package org.itsmsuite.notification;

import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends beside the caller's thread, with few threads and a bounded queue. What does not fit stays
 * in the outbox for the next sweep.
 */
class MailQueue implements Consumer<UUID>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
  private static final long LAST_SECONDS = 10;

  private final ThreadPoolExecutor threads;
  private final Consumer<UUID> sender;

  MailQueue(int threads, int queue, Consumer<UUID> sender) {
    this.sender = sender;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(queue),
            task -> {
              var thread = new Thread(task, "mail");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    this.threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public void accept(UUID message) {
    threads.execute(() -> send(message));
  }

  private void send(UUID message) {
    try {
      sender.accept(message);
    } catch (RuntimeException e) {
      LOG.warn("Message {} stays in the outbox until the next sweep", message, e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
  }
}
