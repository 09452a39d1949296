package org.itsmsuite.web;

import java.util.List;

/**
 * What whoever reads a page or an answer has to know beside it, whatever it is about, such as
 * exceptions from the separation of duties that are in force. Shown above every page, told in a
 * header of every answer of the API, and in the answers that are evidence.
 */
@FunctionalInterface
public interface ReportNotes {

  /** Sentences for the person who asks; empty if there is nothing to say. */
  List<String> now();
}
