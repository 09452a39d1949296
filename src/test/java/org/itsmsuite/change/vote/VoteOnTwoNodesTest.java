package org.itsmsuite.change.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.itsmsuite.RunningSuite;
import org.itsmsuite.change.vote.web.CabDesk;
import org.itsmsuite.postgres.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: whoever votes on both at the same instant has voted once. */
@Tag("own-jvm")
class VoteOnTwoNodesTest {

  @TempDir static Path data;
  private static RunningSuite one;
  private static RunningSuite other;

  @BeforeAll
  static void twoNodes() {
    String[] settings = {
      "--spring.profiles.active=postgres",
      "--ITSM_DB_URL=" + PostgresServer.ofThisJvm().newDatabase(),
      "--ITSM_DB_USER=postgres",
      "--ITSM_DB_PASSWORD=none"
    };
    one = RunningSuite.start(data, null, settings);
    other = RunningSuite.start(data, null, settings);
  }

  @AfterAll
  static void stop() {
    Stream.of(other, one).filter(node -> node != null).forEach(RunningSuite::close);
  }

  /** Both answers; a node may be told that the other was first. */
  private static List<String> votesOnBoth(String account, String number) {
    var together = new CyclicBarrier(2);
    List<CompletableFuture<String>> answers =
        Stream.of(one, other)
            .map(node -> new CabDesk(node.port()))
            .map(
                desk ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(together);
                          return desk.vote(account, number, "YES");
                        }))
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aVoteCastTwiceAtTheSameInstantCountsOnce() {
    var desk = new CabDesk(one.port());
    String number = desk.beforeTheBoard("On both nodes");

    for (String member : List.of("cab-1", "cab-2")) {
      assertThat(votesOnBoth(member, number)).contains("200");
    }
    // Twice two would be more than the quorum of three.
    assertThat(desk.decision(number)).isNull();
    assertThat(
            other
                .as("auditor")
                .get("/api/changes/" + number + "/votes")
                .body()
                .findValuesAsText("voter"))
        .containsOnly("cab-1", "cab-2");

    assertThat(votesOnBoth("cab-chair", number)).contains("200");
    assertThat(desk.decision(number)).isEqualTo("APPROVED");
    assertThat(other.as("auditor").get("/api/changes/" + number + "/votes").at("/0/result"))
        .isEqualTo("APPROVED");
  }
}
