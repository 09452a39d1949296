package org.itsmsuite.engine.web;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Whoever sends nothing, or the word null, where the engine reads something hears that. */
public class BodyRequired implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object read = context.proceed();
    if (read == null) {
      throw EngineFaults.invalid("request.missing-body", "A body is expected, as JSON: {...}.");
    }
    return read;
  }
}
