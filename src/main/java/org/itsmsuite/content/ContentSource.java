package org.itsmsuite.content;

import java.util.List;

/**
 * The suite's content: {@code processes/}, {@code forms/} and {@code config/} below one root. The
 * root is the class path (what the jar carries) or a folder that somebody named; both read alike.
 */
public interface ContentSource {

  /**
   * Names of all files below a folder, with {@code /} as separator and the folder as prefix,
   * sorted.
   *
   * @param folder such as {@code processes/incident}; a folder that does not exist has no files
   * @param suffix how the names end, such as {@code .bpmn}
   */
  List<String> list(String folder, String suffix);

  boolean exists(String name);

  /** The bytes of a file, line ends of text files as stored. */
  byte[] read(String name);
}
