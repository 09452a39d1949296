package org.itsmsuite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.erdtman.jcs.JsonCanonicalizer;
import org.itsmsuite.refusal.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a create be repeated: the same caller, operation and key get the record of the first call. A
 * second call that comes while the first is still at work waits for it.
 */
@Component
public class IdempotencyKeys {

  private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7E]{1,200}");

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final TransactionTemplate callers;
  private final TransactionTemplate savepoint;

  IdempotencyKeys(JdbcClient jdbc, ObjectMapper json, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.callers = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * What a create came to.
   *
   * @param record number of the record
   * @param first false if an earlier call has made it
   */
  public record Outcome(String record, boolean first) {}

  /**
   * Creates a record once. Joins the caller's transaction, or opens one around {@code create}: what
   * is rolled back has not used the key up.
   *
   * @param key as the caller sent it; null or empty creates without remembering
   * @param operation such as {@code incident.report}; keys of different operations never meet
   * @param body what was sent; compared by its JSON content, not by its spelling
   * @throws Refusal {@code request.idempotency-key-reused} if the key came with another body before
   */
  public Outcome once(
      String key, String caller, String operation, Object body, Supplier<String> create) {
    if (key == null || key.isEmpty()) {
      return new Outcome(create.get(), true);
    }
    if (!USABLE.matcher(key).matches()) {
      throw Refusal.invalid(
          "request.idempotency-key-invalid",
          "Idempotency-Key",
          "Up to 200 printable ASCII characters without blanks are expected.");
    }
    var use = new Use(key, caller, operation, hash(body));
    return callers.execute(status -> once(use, create));
  }

  private Outcome once(Use use, Supplier<String> create) {
    var earlier = find(use);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      // The savepoint keeps the caller's transaction usable on PostgreSQL if another call was
      // faster.
      savepoint.executeWithoutResult(status -> claim(use));
    } catch (DuplicateKeyException faster) {
      return find(use).orElseThrow(() -> faster);
    }
    var record = create.get();
    jdbc.sql(
            """
            update itsm.idempotency_key set record = ?
            where caller = ? and operation = ? and idem_key = ?
            """)
        .params(record, use.caller(), use.operation(), use.key())
        .update();
    return new Outcome(record, true);
  }

  private void claim(Use use) {
    jdbc.sql(
            """
            insert into itsm.idempotency_key (caller, operation, idem_key, body_hash, created_at)
            values (?, ?, ?, ?, current_timestamp)
            """)
        .params(use.caller(), use.operation(), use.key(), use.hash())
        .update();
  }

  private Optional<Outcome> find(Use use) {
    return jdbc.sql(
            """
            select body_hash, record from itsm.idempotency_key
            where caller = ? and operation = ? and idem_key = ?
            """)
        .params(use.caller(), use.operation(), use.key())
        .query((row, number) -> new Found(row.getString(1), row.getString(2)))
        .optional()
        .map(found -> outcome(found, use));
  }

  private static Outcome outcome(Found found, Use use) {
    if (!found.hash().equals(use.hash())) {
      throw Refusal.conflict(
          "request.idempotency-key-reused",
          "This Idempotency-Key came with other content before. Use a new key for a new request.");
    }
    return new Outcome(found.record(), false);
  }

  private String hash(Object body) {
    try {
      var canonical = new JsonCanonicalizer(json.writeValueAsString(body)).getEncodedString();
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A body that is not JSON", e);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Use(String key, String caller, String operation, String hash) {}

  private record Found(String hash, String record) {}
}
