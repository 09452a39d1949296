package org.itsmsuite.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.Template;

/**
 * A version of a template as the API shows it.
 *
 * @param state {@code DRAFT}, {@code RELEASED}, {@code EXPIRED} or {@code RETIRED}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TemplateBody(
    String id,
    int version,
    String state,
    String title,
    String description,
    String service,
    String subject,
    String action,
    String impact,
    List<String> items,
    String implementationPlan,
    String testPlan,
    String backOutPlan,
    String group,
    String writtenBy,
    Instant writtenAt,
    String releasedBy,
    Instant releasedAt,
    Instant expiresAt,
    String retiredBy,
    Instant retiredAt,
    String retiredBecause) {

  static TemplateBody of(Template template, Instant now) {
    var text = template.text();
    return new TemplateBody(
        template.id(),
        template.version(),
        template.state(now).name(),
        text.title(),
        text.description(),
        text.service(),
        text.subject().name(),
        text.action().name(),
        text.impact().name(),
        text.items(),
        text.implementationPlan(),
        text.testPlan(),
        text.backOutPlan(),
        text.group(),
        template.writtenBy(),
        template.writtenAt(),
        template.releasedBy(),
        template.releasedAt(),
        template.expiresAt(),
        template.retiredBy(),
        template.retiredAt(),
        template.retiredBecause());
  }
}
