package org.itsmsuite.web;

import java.util.List;

/** What a practice offers on the start page to the person who looks. */
@FunctionalInterface
public interface StartCards {

  List<StartCard> cards();
}
