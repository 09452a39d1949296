package org.itsmsuite.replay;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.itsmsuite.content.ContentException;

/**
 * The report as one JSON file, written while the replay goes on: what there is one of for each
 * incident or line never stands in memory. The file appears when it is complete, or not at all.
 */
final class ReportFile implements Closeable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .build();

  private final Path target;
  private final Path whole;
  private final Part incidents;
  private final Part unmapped;

  /** One array of the report, in a file of its own until the rest is known. */
  private static final class Part implements Closeable {
    private final Path file;
    private final JsonGenerator json;
    private boolean isFirst = true;

    Part(Path beside, String name) throws IOException {
      file = beside.resolveSibling(beside.getFileName() + "." + name + ".part");
      // Also when somebody stops the replay.
      file.toFile().deleteOnExit();
      json = JSON.getFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
      // Separators are written here: to the generator these are many documents.
      json.setRootValueSeparator(null);
    }

    void add(Object value) {
      try {
        json.writeRaw(isFirst ? "\n    " : ",\n    ");
        isFirst = false;
        JSON.writeValue(json, value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void copyTo(OutputStream out) throws IOException {
      json.close();
      Files.copy(file, out);
    }

    @Override
    public void close() throws IOException {
      json.close();
      Files.deleteIfExists(file);
    }
  }

  /**
   * @throws ContentException {@code replay.report-not-writable}
   */
  ReportFile(Path target) {
    this.target = target.toAbsolutePath();
    this.whole = this.target.resolveSibling(this.target.getFileName() + ".whole.part");
    try {
      if (Files.isDirectory(this.target)) {
        throw new IOException("a folder");
      }
      this.incidents = new Part(this.target, "incidents");
      this.unmapped = new Part(this.target, "unmapped");
    } catch (IOException e) {
      throw new ContentException(
          "replay.report-not-writable",
          target.toString(),
          "whole file",
          "the report cannot be written there: it needs an existing, writable folder");
    }
  }

  void add(PlayedIncident incident) {
    incidents.add(incident);
  }

  void add(Unmapped line) {
    unmapped.add(line);
  }

  /** Puts it together. Nothing can be added afterwards. */
  void finish(Summary summary) {
    try {
      try (OutputStream out = Files.newOutputStream(whole)) {
        print(out, "{\n  \"summary\": " + JSON.writeValueAsString(summary));
        print(out, ",\n  \"incidents\": [");
        incidents.copyTo(out);
        print(out, "\n  ],\n  \"unmapped\": [");
        unmapped.copyTo(out);
        print(out, "\n  ]\n}\n");
      }
      Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes what is not finished. */
  @Override
  public void close() {
    try {
      incidents.close();
      unmapped.close();
      Files.deleteIfExists(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
