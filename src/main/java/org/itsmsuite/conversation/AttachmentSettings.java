package org.itsmsuite.conversation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings below {@code itsm.attachments}: which files records take.
 *
 * @param maxSize of one file
 * @param maxPerRecord how many files a record holds
 * @param maxTotalPerRecord of all files of a record together
 * @param types empty: no files at all
 */
@Validated
@ConfigurationProperties("itsm.attachments")
public record AttachmentSettings(
    @DefaultValue("10MB") @NotNull DataSize maxSize,
    @DefaultValue("100") @Min(0) int maxPerRecord,
    @DefaultValue("200MB") @NotNull DataSize maxTotalPerRecord,
    @DefaultValue List<FileKind> types) {

  public AttachmentSettings {
    types = List.copyOf(types);
    if (maxSize.toBytes() < 1) {
      throw new IllegalArgumentException("itsm.attachments.max-size must be larger than zero.");
    }
    List<String> endings = types.stream().map(FileKind::ending).toList();
    if (endings.stream().distinct().count() < endings.size()) {
      throw new IllegalArgumentException(
          "itsm.attachments.types names an ending twice: " + endings + ".");
    }
  }

  /** What a file with this ending is; empty if it is not taken. */
  Optional<FileKind> kind(String ending) {
    String small = ending.toLowerCase(Locale.ROOT);
    return types.stream().filter(one -> one.ending().equals(small)).findFirst();
  }

  /** The endings that are taken, such as {@code .pdf}. */
  public List<String> endings() {
    return types.stream().map(one -> "." + one.ending()).toList();
  }

  /**
   * A kind of file.
   *
   * @param ending of its name, without the dot, in small letters
   * @param type as it is served
   * @param also other types that its content may be found to be, or its sender may call it
   */
  public record FileKind(String ending, String type, @DefaultValue List<String> also) {

    public FileKind {
      also = also == null ? List.of() : List.copyOf(also);
      if (ending == null || !ending.matches("[a-z0-9]{1,12}")) {
        throw new IllegalArgumentException(
            "itsm.attachments.types: an ending is small letters and digits without the dot.");
      }
      if (type == null || !type.matches("[a-z]+/[a-z0-9.+-]+")) {
        throw new IllegalArgumentException(
            "itsm.attachments.types: the type of ." + ending + " is written like image/png.");
      }
    }
  }
}
