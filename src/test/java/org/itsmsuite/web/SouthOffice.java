package org.itsmsuite.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Gives the example's second customer a contact and a user; tests create their accounts. */
public class SouthOffice implements BeanPostProcessor {

  public static final String CUSTOMER = "south-office";
  public static final String CONTACT = "south-contact";
  public static final String USER = "south-user";

  private static final String NAME = "    name: South office (example)\n";

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ContentSource content ? new WithAccounts(content) : bean;
  }

  private record WithAccounts(ContentSource content) implements ContentSource {

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
      return name.equals("config/customers.yaml")
          ? new String(bytes, StandardCharsets.UTF_8)
              .replace(NAME, NAME + "    contacts: [" + CONTACT + "]\n    users: [" + USER + "]\n")
              .getBytes(StandardCharsets.UTF_8)
          : bytes;
    }
  }
}
