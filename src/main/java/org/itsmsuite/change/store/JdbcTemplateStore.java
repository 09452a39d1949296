package org.itsmsuite.change.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Template;
import org.itsmsuite.change.TemplateStore;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Templates in the suite's own tables. */
@Repository
class JdbcTemplateStore implements TemplateStore {

  private final JdbcClient jdbc;

  JdbcTemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Template template) {
    var text = template.text();
    try {
      jdbc.sql(
              """
              insert into itsm.change_template
                (id, version, title, description, service, subject, action, impact,
                 implementation_plan, test_plan, back_out_plan, support_group, written_by,
                 written_at)
              values (:id, :version, :title, :description, :service, :subject, :action, :impact,
                :implementationPlan, :testPlan, :backOutPlan, :group, :writtenBy, :writtenAt)
              """)
          .param("id", template.id())
          .param("version", template.version())
          .param("title", text.title())
          .param("description", text.description())
          .param("service", text.service())
          .param("subject", text.subject().name())
          .param("action", text.action().name())
          .param("impact", text.impact().name())
          .param("implementationPlan", text.implementationPlan())
          .param("testPlan", text.testPlan())
          .param("backOutPlan", text.backOutPlan())
          .param("group", text.group())
          .param("writtenBy", template.writtenBy())
          .param("writtenAt", utc(template.writtenAt()))
          .update();
    } catch (DuplicateKeyException another) {
      throw new ConcurrentChangeException(template.id());
    }
    for (int i = 0; i < text.items().size(); i++) {
      jdbc.sql(
              "insert into itsm.change_template_item (id, version, position, item)"
                  + " values (?, ?, ?, ?)")
          .params(template.id(), template.version(), i, text.items().get(i))
          .update();
    }
  }

  @Override
  public void save(Template was, Template template) {
    int saved =
        jdbc.sql(
                """
                update itsm.change_template
                set released_by = :releasedBy, released_at = :releasedAt, expires_at = :expiresAt,
                  retired_by = :retiredBy, retired_at = :retiredAt,
                  retired_because = :retiredBecause
                where id = :id and version = :version and retired_at is null
                  and (released_at is null) = :wasDraft
                """)
            .param("releasedBy", template.releasedBy())
            .param("releasedAt", utc(template.releasedAt()))
            .param("expiresAt", utc(template.expiresAt()))
            .param("retiredBy", template.retiredBy())
            .param("retiredAt", utc(template.retiredAt()))
            .param("retiredBecause", template.retiredBecause())
            .param("id", template.id())
            .param("version", template.version())
            .param("wasDraft", was.releasedAt() == null)
            .update();
    if (saved != 1) {
      throw new ConcurrentChangeException(template.id());
    }
  }

  @Override
  public Optional<Template> find(String id, int version) {
    return all().stream()
        .filter(one -> one.id().equals(id) && one.version() == version)
        .findFirst();
  }

  /** There are dozens, not thousands. */
  @Override
  public List<Template> all() {
    Map<String, List<String>> items = new HashMap<>();
    jdbc.sql("select * from itsm.change_template_item order by id, version, position")
        .query(
            row -> {
              items.computeIfAbsent(key(row), none -> new ArrayList<>()).add(row.getString("item"));
            });
    return jdbc.sql("select * from itsm.change_template order by id, version desc")
        .query((row, n) -> read(row, items.getOrDefault(key(row), List.of())))
        .list();
  }

  private static String key(ResultSet row) throws SQLException {
    return row.getString("id") + "/" + row.getInt("version");
  }

  private static Template read(ResultSet row, List<String> items) throws SQLException {
    return new Template(
        row.getString("id"),
        row.getInt("version"),
        new Template.Text(
            row.getString("title"),
            row.getString("description"),
            row.getString("service"),
            Subject.valueOf(row.getString("subject")),
            Action.valueOf(row.getString("action")),
            Impact.valueOf(row.getString("impact")),
            items,
            row.getString("implementation_plan"),
            row.getString("test_plan"),
            row.getString("back_out_plan"),
            row.getString("support_group")),
        row.getString("written_by"),
        instant(row, "written_at"),
        row.getString("released_by"),
        instant(row, "released_at"),
        instant(row, "expires_at"),
        row.getString("retired_by"),
        instant(row, "retired_at"),
        row.getString("retired_because"));
  }
}
