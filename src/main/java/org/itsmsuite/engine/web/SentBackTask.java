package org.itsmsuite.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;

/**
 * Tasklist sends a task back as it got it, with which form it has; the engine tells that, and then
 * cannot read it (7.24). It says nothing of what is to be changed, so it is left out.
 */
public class SentBackTask implements ReaderInterceptor {

  private static final String FORM = "camundaFormRef";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() == TaskDto.class) {
      byte[] sent = context.getInputStream().readAllBytes();
      context.setInputStream(new ByteArrayInputStream(withoutForm(sent)));
    }
    return context.proceed();
  }

  /** What cannot be read is left to whoever says so. */
  private static byte[] withoutForm(byte[] sent) {
    try {
      return JSON.readTree(sent) instanceof ObjectNode task && task.remove(FORM) != null
          ? JSON.writeValueAsBytes(task)
          : sent;
    } catch (IOException unreadable) {
      return sent;
    }
  }
}
