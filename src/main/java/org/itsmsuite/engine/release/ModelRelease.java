package org.itsmsuite.engine.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Releases the content's models. A bundle whose content is the released one is left alone, so
 * starting the jar, the build folder or an editor's build on the same data makes no new version.
 *
 * <p>A model that is gone from the content stays in the engine in its last version.
 */
public class ModelRelease {

  private final BundleDeployment deployment;
  private final ReleaseStore store;
  private final Supplier<Ledger> ledger;
  private final Supplier<CurrentUser> user;
  private final Clock clock;
  private final String build;
  private final TransactionOperations transaction;
  private final Supplier<List<ReleaseCheck>> checks;

  /**
   * @param build the suite's build, told with each release
   * @param transaction holds the deployment, our tables and the ledger together; {@link
   *     TransactionOperations#withoutTransaction()} where there is none
   * @param checks asked before each release
   */
  public ModelRelease(
      RepositoryService repository,
      ReleaseStore store,
      Supplier<Ledger> ledger,
      Supplier<CurrentUser> user,
      Clock clock,
      String build,
      TransactionOperations transaction,
      Supplier<List<ReleaseCheck>> checks) {
    this.deployment = new BundleDeployment(repository);
    this.store = store;
    this.ledger = ledger;
    this.user = user;
    this.clock = clock;
    this.build = build;
    this.transaction = transaction;
    this.checks = checks;
  }

  /** Without checks by practices. */
  public ModelRelease(
      RepositoryService repository,
      ReleaseStore store,
      Supplier<Ledger> ledger,
      Supplier<CurrentUser> user,
      Clock clock,
      String build,
      TransactionOperations transaction) {
    this(repository, store, ledger, user, clock, build, transaction, List::of);
  }

  /**
   * Releases every bundle that is new or changed, all of them or none.
   *
   * @return what was released now
   * @throws org.itsmsuite.content.ContentException if a file cannot be used
   */
  public List<ReleasedBundle> releaseAll(ContentSource content) {
    List<Bundle> bundles = Bundle.in(content);
    bundles.forEach(deployment::check);
    checks.get().forEach(check -> check.check(content));
    return transaction.execute(
        status -> {
          store.lock();
          List<ReleasedBundle> released = new ArrayList<>();
          bundles.forEach(bundle -> release(bundle).ifPresent(released::add));
          return released;
        });
  }

  /**
   * The engine's deployment id of a bundle's newest release.
   *
   * @throws IllegalArgumentException if the bundle was never released
   */
  public String currentDeployment(String bundle) {
    return store
        .newest(bundle)
        .map(ReleasedBundle::deployment)
        .orElseThrow(
            () -> new IllegalArgumentException("No bundle '" + bundle + "' was released."));
  }

  private Optional<ReleasedBundle> release(Bundle bundle) {
    Optional<ReleasedBundle> before = store.newest(bundle.name());
    if (before.filter(known -> known.checksum().equals(bundle.checksum())).isPresent()) {
      return Optional.empty();
    }
    var release =
        new ReleasedBundle(
            bundle.name(),
            before.map(ReleasedBundle::version).orElse(0) + 1,
            bundle.checksum(),
            deployment.deploy(bundle),
            clock.instant(),
            user.get().actor().id(),
            build,
            bundle.checksums());
    store.add(release);
    ledger.get().write(fact(release, before));
    return Optional.of(release);
  }

  private static Fact fact(ReleasedBundle release, Optional<ReleasedBundle> before) {
    return Fact.of("release:" + release.bundle(), "process.released")
        .with("bundle", release.bundle())
        .changed("version", before.map(ReleasedBundle::version).orElse(null), release.version())
        .changed("checksum", before.map(ReleasedBundle::checksum).orElse(null), release.checksum())
        .with("deployment", release.deployment())
        .with("files", release.files());
  }
}
