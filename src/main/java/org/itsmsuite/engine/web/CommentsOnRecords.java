package org.itsmsuite.engine.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.regex.Pattern;
import org.itsmsuite.refusal.Refusal;

/**
 * Tasklist offers to comment on a task. A comment would stand in the engine only, where nobody who
 * reads the record looks; whoever writes one hears where notes are written.
 */
public class CommentsOnRecords implements ContainerRequestFilter {

  private static final Pattern ADDRESS = Pattern.compile("(?:.*/)?task/[^/]+/comment/create/?");

  @Override
  public void filter(ContainerRequestContext request) {
    if ("POST".equals(request.getMethod())
        && ADDRESS.matcher(request.getUriInfo().getPath()).matches()) {
      throw Refusal.conflict(
          "task.comment-on-record",
          "Tasks have no comments of their own: write a note on the page of the task's record, where"
              + " everybody who works on it reads it.");
    }
  }
}
