package org.itsmsuite.content;

/** Foreign text made fit for a sentence: short, on one line, in quotes. */
public final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text in single quotes; cut after 60 characters, control characters shown as {@code ?}. */
  public static String text(String text) {
    return "'" + plain(text) + "'";
  }

  /** The same without the quotes, as part of a place. */
  public static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
