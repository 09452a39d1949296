package org.itsmsuite.identity.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings below {@code itsm.keycloak.directory}; {@code config/application-keycloak.yaml} explains
 * them.
 *
 * @param issuer address of the realm, such as {@code https://id.example.org/realms/itsm}
 * @param adminUrl address of the realm's administration; empty: derived from the issuer
 * @param groupRoot path of the group below which the suite's groups stand, {@code /} for the realm
 * @param clientId client whose service account may read people and groups
 * @param connect longest wait for a connection
 * @param answer longest wait for one whole answer, the connection included
 * @param callsAtOnce calls that may run at the same time
 * @param turn longest wait for one of those to end
 * @param failures so many calls in a row must fail before Keycloak counts as out of reach
 * @param pause how long nobody asks a Keycloak out of reach
 * @param fresh age to which an answer is used without asking again
 * @param stale age to which an answer is used when Keycloak cannot be asked; not below {@code
 *     fresh}
 * @param absent age to which "there is no such ..." is used; never longer, not even when stale
 * @param keptPeople people kept in memory, and memberships; lists take as many again
 * @param page people or groups fetched with one call
 * @param most people looked through for one question that Keycloak cannot answer page by page; a
 *     question that needs more is refused
 * @param mostByName accounts that one question may name, each of which may cost a call
 * @param mostGroups groups below the root; with more, nothing is answered about groups
 */
@Validated
@ConfigurationProperties("itsm.keycloak.directory")
public record DirectorySettings(
    @NotBlank String issuer,
    @DefaultValue("") String adminUrl,
    @DefaultValue("/") String groupRoot,
    @NotBlank String clientId,
    @NotBlank String clientSecret,
    @DefaultValue("PT2S") Duration connect,
    @DefaultValue("PT10S") Duration answer,
    @DefaultValue("16") @Min(1) @Max(200) int callsAtOnce,
    @DefaultValue("PT1S") Duration turn,
    @DefaultValue("3") @Min(1) @Max(100) int failures,
    @DefaultValue("PT10S") Duration pause,
    @DefaultValue("PT5M") Duration fresh,
    @DefaultValue("PT4H") Duration stale,
    @DefaultValue("PT30S") Duration absent,
    @DefaultValue("20000") @Min(1000) @Max(1_000_000) int keptPeople,
    @DefaultValue("500") @Min(10) @Max(1000) int page,
    @DefaultValue("10000") @Min(100) @Max(200_000) int most,
    @DefaultValue("200") @Min(1) @Max(10_000) int mostByName,
    @DefaultValue("5000") @Min(100) @Max(100_000) int mostGroups) {

  private static final String REALMS = "/realms/";

  /** The secret that the realm of the repository has, and so everybody knows. */
  private static final String DEMO_SECRET = "demo-secret-of-this-machine-only";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public DirectorySettings {
    positive("connect", connect);
    positive("answer", answer);
    positive("turn", turn);
    positive("pause", pause);
    positive("fresh", fresh);
    positive("absent", absent);
    if (stale.compareTo(fresh) < 0) {
      throw wrong("stale", "must not be shorter than fresh.");
    }
    if (!groupRoot.startsWith("/")) {
      throw wrong("group-root", "must start with a slash, such as /itsm.");
    }
    issuer = withoutSlash(issuer);
    adminUrl = withoutSlash(adminUrl);
    groupRoot = withoutSlash(groupRoot);
    if (adminUrl.isEmpty() && !issuer.contains(REALMS)) {
      throw wrong("issuer", "must end with /realms/<name>, or admin-url must be set.");
    }
    protect(issuer, clientSecret);
    protect(adminUrl.isEmpty() ? issuer : adminUrl, clientSecret);
  }

  private static void protect(String address, String secret) {
    var uri = URI.create(address);
    if (THIS_MACHINE.contains(String.valueOf(uri.getHost()))) {
      return;
    }
    if (!"https".equals(uri.getScheme())) {
      throw new IllegalArgumentException(
          "itsm.keycloak: " + address + " needs https; http is for this machine only.");
    }
    if (DEMO_SECRET.equals(secret)) {
      throw wrong(
          "client-secret",
          "(ITSM_KEYCLOAK_DIRECTORY_SECRET) is the demo's, which everybody knows; set the client's own.");
    }
  }

  /** Address of the realm's administration, without a slash at its end. */
  String administration() {
    return adminUrl.isEmpty() ? issuer.replaceFirst(REALMS, "/admin" + REALMS) : adminUrl;
  }

  /** Where tokens are given out. */
  String tokens() {
    return issuer + "/protocol/openid-connect/token";
  }

  /** Never prints the secret. */
  @Override
  public String toString() {
    return "DirectorySettings[issuer=" + issuer + ", clientId=" + clientId + "]";
  }

  private static String withoutSlash(String text) {
    if (text == null) {
      return "";
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static void positive(String key, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw wrong(key, "must be longer than zero.");
    }
  }

  private static IllegalArgumentException wrong(String key, String reason) {
    return new IllegalArgumentException("itsm.keycloak.directory." + key + " " + reason);
  }
}
