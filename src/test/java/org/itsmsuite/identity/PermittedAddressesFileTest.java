package org.itsmsuite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.AddressNeed.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermittedAddressesFileTest {

  private static final ContentSource SHIPPED = new FolderContent(Path.of("."));
  private static final Access ACCESS = Access.read(SHIPPED);

  private static final String TABLE =
      """
      rules:
        record: "one record"
      addresses:
        /login: {GET POST: open}
        /outbox: {GET: outbox.read}
        /incidents/{number}: {GET: incident.read, records: record}
        /notes/{id}: {POST: incident.act/note, DELETE: closed}
        /setup: {GET: login, when: "!keycloak"}
        /sso/**: {GET: open, when: keycloak}
      engine:
        under: [/engine-rest, "/apps/{engine}"]
        addresses:
          /task: {GET: engine.rest}
      """;

  @Nested
  class ATable {

    private final PermittedAddresses table = read(TABLE);

    @Test
    void saysWhatEachMethodTakes() {
      assertThat(line("/login").needs())
          .containsOnlyKeys("GET", "POST")
          .allSatisfy((method, need) -> assertThat(need.kind()).isEqualTo(Kind.OPEN));
      assertThat(line("/outbox").needs().get("GET"))
          .isEqualTo(new AddressNeed(Kind.PERMISSION, "outbox.read", null));
      assertThat(line("/notes/{id}").needs().get("POST"))
          .isEqualTo(new AddressNeed(Kind.PERMISSION, "incident.act", "note"));
    }

    @Test
    void offersNoMethodThatIsClosed() {
      assertThat(line("/notes/{id}").methods()).containsExactly("POST");
    }

    @Test
    void namesTheRuleForRecords() {
      assertThat(line("/incidents/{number}").rule()).isEqualTo("record");
      assertThat(line("/outbox").rule()).isNull();
    }

    @Test
    void standsForTheEngineInEachOfItsPlaces() {
      assertThat(addresses(table)).contains("/engine-rest/task", "/apps/{engine}/task");
    }

    @Test
    void leavesOutWhatIsForAnotherProfile() {
      assertThat(addresses(table)).contains("/setup").doesNotContain("/sso/**");
      assertThat(addresses(PermittedAddresses.read(new Text(TABLE), ACCESS, "keycloak"::equals)))
          .contains("/sso/**")
          .doesNotContain("/setup");
    }

    private AddressLine line(String address) {
      return table.lines().stream()
          .filter(one -> one.address().equals(address))
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  class ANeed {

    private final Actor agent = new Actor("agent", Set.of("service-desk"));
    private final Actor requester = new Actor("requester", Set.of("customers"));

    @Test
    void letsThoseInWhomThePermissionIsGiven() {
      var need = new AddressNeed(Kind.PERMISSION, "incident.act", "note");
      assertThat(need.letsIn(ACCESS, agent)).isTrue();
      assertThat(need.letsIn(ACCESS, requester)).isFalse();
    }

    @Test
    void letsNobodyInWhereItIsClosed() {
      assertThat(AddressNeed.of(Kind.CLOSED).letsIn(ACCESS, agent)).isFalse();
      assertThat(AddressNeed.of(Kind.LOGIN).letsIn(ACCESS, requester)).isTrue();
    }
  }

  @Nested
  class AFaultyTable {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "outbox.read | outbox.raed | access.unknown-permission | addresses./outbox.GET",
          "incident.act/note | incident.act/nota | access.unknown-permission | addresses./notes/{id}.POST",
          "GET: outbox | FETCH: outbox | access.unknown-method | addresses./outbox",
          "{GET: outbox.read} | {} | access.no-need | addresses./outbox",
          "{GET: outbox.read} | {GET POST: open, POST: open} | access.address-twice | addresses./outbox",
          "/outbox: | outbox: | access.bad-address | addresses.outbox",
          "/outbox: | /out*box: | access.bad-address | addresses./out*box",
          "/notes/{id}: | /incidents/{other}: | access.address-twice | addresses./incidents/{other}",
          "records: record} | records: recrod} | access.unknown-rule | addresses./incidents/{number}.records",
          "', records: record}' | '}' | access.no-rule | addresses./incidents/{number}",
          "rules: | rulez: | content.unknown-field | rulez"
        })
    void isRefusedWithItsPlace(String right, String wrong, String key, String place) {
      assertThat(TABLE).contains(right);
      assertThatThrownBy(() -> read(TABLE.replace(right, wrong)))
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> {
                assertThat(fault.key()).isEqualTo(key);
                assertThat(fault.file()).isEqualTo("config/addresses.yaml");
                assertThat(fault.place()).isEqualTo(place);
              });
    }
  }

  private static PermittedAddresses read(String text) {
    return PermittedAddresses.read(new Text(text), ACCESS, profile -> false);
  }

  private static List<String> addresses(PermittedAddresses table) {
    return table.lines().stream().map(AddressLine::address).toList();
  }

  private record Text(String text) implements ContentSource {

    @Override
    public List<String> list(String folder, String suffix) {
      return List.of();
    }

    @Override
    public boolean exists(String name) {
      return true;
    }

    @Override
    public byte[] read(String name) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
