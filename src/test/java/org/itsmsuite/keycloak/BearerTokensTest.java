package org.itsmsuite.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a program must bring so that it gets in, with keys and tokens of a real server. */
@KeycloakSuite
class BearerTokensTest {

  private static final KeyPair KEYS = keys();
  private static String kid;

  private final KeycloakServer server = KeycloakServer.running();
  private final KeycloakRealm realm = server.realm();

  @LocalServerPort int port;

  @BeforeEach
  void publishAKey() {
    if (kid == null) {
      kid = realm.publish(KEYS);
    }
  }

  @AfterEach
  void usualLifespan() {
    realm.accessTokensLive(Duration.ofMinutes(5));
  }

  private HttpResponse<String> with(String token) {
    return Visitor.bearer(port, token).get("/api/incidents");
  }

  private String written(UnaryOperator<JWTClaimsSet.Builder> difference) {
    return new OwnTokens(server.issuer(), KEYS, kid).of("agent", difference);
  }

  private void isRefused(String token) {
    var answer = with(token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("login.token-refused");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"itsm\", error=\"invalid_token\"");
    assertThat(Visitor.bearer(port, token).get("/engine-rest/engine").statusCode()).isEqualTo(401);
  }

  @Nested
  class ATokenOfTheRealm {

    @Test
    void opensApiAndEngine() {
      var token = realm.token("agent");

      assertThat(with(token).statusCode()).isEqualTo(200);
      assertThat(Visitor.bearer(port, token).get("/engine-rest/engine").statusCode())
          .isEqualTo(200);
    }

    @Test
    void letsItsPersonDoWhatTheirGroupsMay() {
      var requester = Program.bearer(port, realm.token("requester"));
      var number =
          requester
              .post(
                  "/api/incidents",
                  Map.of(
                      "title", "The scanner is silent",
                      "service", "workplace",
                      "kind", "INTERRUPTION",
                      "impact", "LOW",
                      "urgency", "LOW"))
              .at("number");

      assertThat(requester.incident(number).at("requester")).isEqualTo("requester");
      assertThat(requester.incident(number).at("customer")).isEqualTo("north-office");
      assertThat(Program.bearer(port, realm.token("customer-contact")).incident(number).status())
          .isEqualTo(200);
      assertThat(requester.get("/engine-rest/task").status()).isEqualTo(403);
      assertThat(requester.get("/api/ledger").status()).isEqualTo(403);
      assertThat(Program.bearer(port, realm.token("auditor")).get("/api/ledger").status())
          .isEqualTo(200);
    }

    @Test
    void showsTheTasksOfItsPersonsGroups() {
      Program.bearer(port, realm.token("requester"))
          .post(
              "/api/incidents",
              Map.of(
                  "title", "The lamp flickers",
                  "service", "workplace",
                  "kind", "DEGRADATION",
                  "impact", "LOW",
                  "urgency", "LOW"));

      var tasks = "/engine-rest/task?candidateGroup=service-desk";
      assertThat(Program.bearer(port, realm.token("agent")).get(tasks).body()).isNotEmpty();
      assertThat(Program.bearer(port, realm.token("cab-1")).get(tasks).body()).isEmpty();
    }

    @Test
    void isRefusedOnceItHasExpired() {
      realm.accessTokensLive(Duration.ofSeconds(2));
      var token = realm.token("agent");

      assertThat(with(token).statusCode()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(10)).until(() -> with(token).statusCode() == 401);
      isRefused(token);
    }

    @Test
    void isRefusedOnceItsSessionIsOver() {
      realm.create("leaving-program", "service-desk");
      var token = realm.token("leaving-program");
      assertThat(with(token).statusCode()).isEqualTo(200);

      realm.logOut("leaving-program");

      await().atMost(Duration.ofSeconds(10)).until(() -> with(token).statusCode() == 401);
      isRefused(token);
      realm.delete("leaving-program");
    }

    @Test
    void isRefusedOnceItsAccountIsClosed() {
      realm.create("closed-program", "service-desk");
      try {
        var token = realm.token("closed-program");
        assertThat(with(token).statusCode()).isEqualTo(200);

        realm.enable("closed-program", false);

        await().atMost(Duration.ofSeconds(10)).until(() -> with(token).statusCode() == 401);
        isRefused(token);
      } finally {
        realm.delete("closed-program");
      }
    }

    @Test
    void isRefusedOnceItIsTakenBack() {
      var token = realm.token("cab-2");
      assertThat(with(token).statusCode()).isEqualTo(200);

      realm.revoke(token);

      await().atMost(Duration.ofSeconds(10)).until(() -> with(token).statusCode() == 401);
      assertThat(with(realm.token("cab-2")).statusCode()).isEqualTo(200);
    }

    @Test
    void countsWhenItsKeyIsNew() {
      realm.newSigningKey();

      assertThat(with(realm.token("agent")).statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class ATokenOfTheTests {

    @Test
    void countsWhenAllIsRight() {
      assertThat(with(written(claims -> claims)).statusCode()).isEqualTo(200);
    }

    @Test
    void isRefusedFromAnotherIssuer() {
      isRefused(written(claims -> claims.issuer("http://127.0.0.1:1/realms/itsm")));
    }

    @Test
    void isRefusedForAnotherAudience() {
      isRefused(written(claims -> claims.audience("itsm-suite")));
      isRefused(written(claims -> claims.audience(List.of())));
    }

    @Test
    void isRefusedWhenItHasExpired() {
      isRefused(written(claims -> claims.expirationTime(at(-1))));
    }

    @Test
    void isRefusedWhenItNeverExpires() {
      isRefused(written(claims -> claims.expirationTime(null)));
    }

    @Test
    void isRefusedWhenItIsFromTheFuture() {
      isRefused(written(claims -> claims.notBeforeTime(at(60))));
      isRefused(written(claims -> claims.issueTime(at(60))));
    }

    @Test
    void isRefusedWhenItIsNoAccessToken() {
      isRefused(written(claims -> claims.claim("typ", "ID")));
      isRefused(written(claims -> claims.claim("typ", "Refresh")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "system",
          "System",
          "sys.tem",
          "..",
          "anonymous",
          "*",
          "camunda-admin",
          "a b",
          "../agent",
          ""
        })
    void isRefusedForAnAccountThatMeansSomethingElse(String name) {
      isRefused(written(claims -> claims.claim("preferred_username", name)));
    }

    /** Full width, another script, an accent beside its letter, an old kind of s. */
    @ParameterizedTest
    @ValueSource(strings = {"\uFF41gent", "\u0430gent", "jo\u0308rg", "\u017Fystem"})
    void isRefusedForANameThatLooksLikeAnother(String name) {
      isRefused(written(claims -> claims.claim("preferred_username", name)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"jo+ann", "jo.ann@example.org", "j\u00f6rg", "\u0142o\u015b", "gro\u00df_x-1"})
    void countsForAnyOtherName(String name) {
      assertThat(with(written(claims -> claims.claim("preferred_username", name))).statusCode())
          .isEqualTo(200);
    }

    @Test
    void isRefusedWithoutAnAccount() {
      isRefused(written(claims -> claims.claim("preferred_username", null)));
    }

    @Test
    void givesNoRightsByAGroupOfTheSameNameElsewhere() {
      var token =
          written(
              claims -> claims.claim("groups", List.of("/other/camunda-admin", "camunda-admin")));

      assertThat(Visitor.bearer(port, token).get("/api/ledger").statusCode()).isEqualTo(403);
    }

    @Test
    void givesNoRightsWithoutGroups() {
      for (Object groups : new Object[] {null, "/camunda-admin", Map.of("a", 1), List.of(1, 2)}) {
        var token = written(claims -> claims.claim("groups", groups));
        assertThat(Visitor.bearer(port, token).get("/api/ledger").statusCode()).isEqualTo(403);
      }
    }

    private Date at(int seconds) {
      return Date.from(Instant.now().plusSeconds(seconds));
    }
  }

  @Nested
  class AForgedToken {

    private final JWTClaimsSet claims = OwnTokens.right(server.issuer(), "agent").build();

    @Test
    void isRefusedWithoutASignature() {
      isRefused(new PlainJWT(claims).serialize());
      isRefused(realm.token("agent").replaceAll("[^.]*$", ""));
    }

    @Test
    void isRefusedWhenItsHeaderSaysNone() {
      var parts = realm.token("agent").split("\\.");
      var header = base64("{\"alg\":\"none\",\"kid\":\"" + kid + "\"}");

      isRefused(header + "." + parts[1] + "." + parts[2]);
      isRefused(header + "." + parts[1] + ".");
    }

    /** The public key is public: it must never be taken for a shared secret. */
    @Test
    void isRefusedWhenThePublicKeySignedAsASecret() throws Exception {
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build();
      var token = new SignedJWT(header, claims);
      token.sign(new MACSigner(KEYS.getPublic().getEncoded()));

      isRefused(token.serialize());
    }

    @Test
    void isRefusedByAnotherKeyUnderAKnownName() {
      isRefused(OwnTokens.signed(claims, kid, keys(), "JWT"));
    }

    @Test
    void isRefusedByAKeyThatNobodyPublished() {
      isRefused(OwnTokens.signed(claims, UUID.randomUUID().toString(), keys(), "JWT"));
    }

    @Test
    void isRefusedWithOtherWordsUnderTheRealmsSignature() {
      var parts = realm.token("agent").split("\\.");
      var words = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);

      isRefused(
          parts[0]
              + "."
              + base64(words.replace("/service-desk", "/camunda-admin"))
              + "."
              + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"x", "a.b.c", "...", "eyJhbGciOiJSUzI1NiJ9.e30.", "null", "0", "\u00e9.a.b"})
    void isRefusedWhenItIsNoneAtAll(String garbage) {
      assertThat(with(garbage).statusCode()).isEqualTo(401);
    }

    @Test
    void isRefusedWhenItIsVeryLong() {
      assertThat(with("a.".repeat(3000)).statusCode()).isIn(400, 401);
    }

    private static String base64(String text) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
  }

  @Nested
  class AnotherProof {

    @Test
    void isNotANameAndAPassword() {
      var answer = Visitor.program(port, "agent").get("/api/incidents");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"itsm\"");
      assertThat(answer.body()).contains("login.required", "a Bearer token");
    }

    @Test
    void isNotTheTokenOfALogIn() {
      var tokens =
          KeycloakCalls.read(
              realm
                  .grant(
                      Map.of(
                          "grant_type", "password",
                          "client_id", "itsm-programs",
                          "scope", "openid",
                          "username", "agent",
                          "password", "agent"))
                  .body());

      isRefused(tokens.path("id_token").asText());
      isRefused(tokens.path("refresh_token").asText());
    }

    @Test
    void isNotATokenForAnotherClient() {
      var secret = realm.client("itsm-directory").path("secret").asText();
      var answer =
          realm.grant(
              Map.of(
                  "grant_type", "client_credentials",
                  "client_id", "itsm-directory",
                  "client_secret", secret));

      isRefused(KeycloakCalls.read(answer.body()).path("access_token").asText());
    }

    @Test
    void isNotATokenInTheAddress() {
      var token = realm.token("agent");

      assertThat(Visitor.browser(port).get("/api/incidents?access_token=" + token).statusCode())
          .isEqualTo(401);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
