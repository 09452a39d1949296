package org.itsmsuite.engine.release;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code itsm.release_bundle} and {@code itsm.release_file}. */
public class JdbcReleaseStore implements ReleaseStore {

  private final JdbcClient jdbc;

  public JdbcReleaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lock() {
    jdbc.sql("select id from itsm.release_lock where id = 1 for update").query().singleRow();
  }

  @Override
  public Optional<ReleasedBundle> newest(String bundle) {
    return jdbc.sql(
            """
            select bundle, version, checksum, deployment_id, released_at, released_by, build
              from itsm.release_bundle
             where bundle = :bundle
             order by version desc
             fetch first 1 row only
            """)
        .param("bundle", bundle)
        .query(
            (row, number) ->
                new ReleasedBundle(
                    row.getString("bundle"),
                    row.getInt("version"),
                    row.getString("checksum"),
                    row.getString("deployment_id"),
                    row.getObject("released_at", OffsetDateTime.class).toInstant(),
                    row.getString("released_by"),
                    row.getString("build"),
                    files(row.getString("bundle"), row.getInt("version"))))
        .optional();
  }

  private Map<String, String> files(String bundle, int version) {
    Map<String, String> files = new TreeMap<>();
    jdbc.sql(
            "select name, checksum from itsm.release_file"
                + " where bundle = :bundle and version = :version")
        .param("bundle", bundle)
        .param("version", version)
        .query((row, number) -> files.put(row.getString("name"), row.getString("checksum")))
        .list();
    return files;
  }

  @Override
  public void add(ReleasedBundle release) {
    jdbc.sql(
            """
            insert into itsm.release_bundle
              (bundle, version, checksum, deployment_id, released_at, released_by, build)
            values (:bundle, :version, :checksum, :deployment, :at, :by, :build)
            """)
        .param("bundle", release.bundle())
        .param("version", release.version())
        .param("checksum", release.checksum())
        .param("deployment", release.deployment())
        .param("at", release.at().atOffset(ZoneOffset.UTC))
        .param("by", release.by())
        .param("build", release.build())
        .update();
    release.files().forEach((name, checksum) -> addFile(release, name, checksum));
  }

  private void addFile(ReleasedBundle release, String name, String checksum) {
    jdbc.sql(
            "insert into itsm.release_file (bundle, version, name, checksum)"
                + " values (:bundle, :version, :name, :checksum)")
        .param("bundle", release.bundle())
        .param("version", release.version())
        .param("name", name)
        .param("checksum", checksum)
        .update();
  }
}
