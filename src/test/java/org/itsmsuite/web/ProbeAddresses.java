package org.itsmsuite.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.PermittedAddresses;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Adds the addresses of {@link Probe} to the address table. */
public class ProbeAddresses implements BeanPostProcessor {

  private static final String LINES =
      """

      addresses:
        /probe/me: {GET: login}
        /probe/fail/{how}: {GET POST: login}
        /api/probe/me: {GET: login}
        /api/probe/trusted: {GET: login}
        /api/probe/reports: {POST: login}
        /api/probe/number: {GET: login}
        /api/probe/fail/{how}: {GET: login}
      """;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ContentSource content ? new WithProbe(content) : bean;
  }

  private record WithProbe(ContentSource content) implements ContentSource {

    @Override
    public List<String> list(String folder, String suffix) {
      return content.list(folder, suffix);
    }

    @Override
    public boolean exists(String name) {
      return content.exists(name);
    }

    @Override
    public byte[] read(String name) {
      var bytes = content.read(name);
      return name.equals(PermittedAddresses.FILE)
          ? new String(bytes, StandardCharsets.UTF_8)
              .replaceFirst("\naddresses:\n", LINES)
              .getBytes(StandardCharsets.UTF_8)
          : bytes;
    }
  }
}
