package org.itsmsuite.conversation;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;

/**
 * Names of files that no file system, page or mail program can take for anything else: no folders,
 * no devices, nothing invisible. What is not such a name is refused, never mended: a mended name
 * might be somebody else's.
 */
final class FileName {

  private static final int LONGEST = 200;

  /** Characters that Windows keeps for itself; slashes lead into folders everywhere. */
  private static final Pattern KEPT = Pattern.compile("[/\\\\:*?\"<>|]");

  /** Devices of Windows, with whatever ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*(\\..*)?");

  private FileName() {}

  /**
   * @return the name in composed characters (NFC)
   * @throws Refusal {@code attachment.name}
   */
  static String checked(String name) {
    if (Blank.is(name)) {
      throw refused("The file has no name.");
    }
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (composed.length() > LONGEST) {
      throw refused("The file's name may have at most " + LONGEST + " characters.");
    }
    if (composed.codePoints().anyMatch(FileName::isInvisible)) {
      throw refused("The file's name holds control characters or such that turn its direction.");
    }
    if (KEPT.matcher(composed).find()) {
      throw refused("The file's name may hold no folders and none of : * ? \" < > |.");
    }
    if (composed.startsWith(".") || composed.startsWith(" ") || composed.matches("(?s).*[. ]")) {
      throw refused("The file's name may not start or end with a dot or a blank.");
    }
    if (DEVICE.matcher(composed).matches()) {
      throw refused("The file's name is one that Windows keeps for a device.");
    }
    return composed;
  }

  /** The part behind the last dot, or empty. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  // A joiner inside an emoji is a format character, too, and harmless.
  private static boolean isInvisible(int one) {
    return switch (Character.getType(one)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> one != 0x200C && one != 0x200D;
      default -> false;
    };
  }

  private static Refusal refused(String detail) {
    return Refusal.invalid("attachment.name", "file", detail);
  }
}
