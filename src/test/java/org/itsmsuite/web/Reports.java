package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reports of incidents as programs send them. */
public final class Reports {

  private Reports() {}

  /** A report that is fine: e-mail, P3. */
  public static Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("title", "E-mail does not arrive");
    report.put("service", "email");
    report.put("kind", "INTERRUPTION");
    report.put("impact", "MEDIUM");
    report.put("urgency", "MEDIUM");
    return report;
  }

  public static Map<String, Object> report(String field, Object value) {
    Map<String, Object> report = report();
    report.put(field, value);
    return report;
  }

  /** Reports it and gives its number. */
  public static String reported(Program program, Map<String, Object> report) {
    var answer = program.post("/api/incidents", report);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("number");
  }
}
