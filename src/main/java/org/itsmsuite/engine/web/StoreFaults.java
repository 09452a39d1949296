package org.itsmsuite.engine.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.refusal.Refusal;

/** What the database says of a value that cannot be kept, by its standard code (SQLSTATE). */
final class StoreFaults {

  private StoreFaults() {}

  static Optional<Refusal> in(Throwable failure) {
    return failure instanceof SQLException refused && refused.getSQLState() != null
        ? Optional.ofNullable(of(refused))
        : Optional.empty();
  }

  private static Refusal of(SQLException refused) {
    return switch (refused.getSQLState()) {
      case "22001" ->
          EngineFaults.invalid("request.too-long", "A text is longer than what can be kept here.");
      // Text that PostgreSQL cannot hold, such as the character 0.
      case "22021" ->
          EngineFaults.invalid("request.wrong-value", "A text has characters that are not text.");
      // A number of rows below zero, as H2 and PostgreSQL call it.
      case "90008", "2201W", "2201X" ->
          EngineFaults.invalid("request.wrong-value", "A number is not possible here.");
      case "23505" -> Refusal.conflict("engine.there-already", "This is there already.");
      case "23503", "23506" ->
          Refusal.conflict(
              "engine.belongs-together",
              "This belongs to something that is not there, or something else still belongs to it.");
      // H2 and PostgreSQL, for a table that is not there.
      case "42S02", "42S03", "42S04", "42P01" -> isOfCases(refused) ? noCases() : null;
      default -> null;
    };
  }

  private static boolean isOfCases(SQLException refused) {
    String said = String.valueOf(refused.getMessage()).toUpperCase(java.util.Locale.ROOT);
    return List.of("_CASE_", "_CASE\"", "CASEINST", "CASEACT").stream().anyMatch(said::contains);
  }

  private static Refusal noCases() {
    return Refusal.notFound("engine.no-cases", "The suite keeps no cases (CMMN) in the engine.");
  }
}
