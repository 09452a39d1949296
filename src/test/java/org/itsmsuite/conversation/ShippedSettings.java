package org.itsmsuite.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/** The settings that come with the suite. */
final class ShippedSettings {

  private ShippedSettings() {}

  static AttachmentSettings attachments() {
    var sources = new MutablePropertySources();
    try {
      new YamlPropertySourceLoader()
          .load("shipped", new FileSystemResource("config/application.yaml"))
          .forEach(sources::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Binder(ConfigurationPropertySources.from(sources))
        .bind("itsm.attachments", AttachmentSettings.class)
        .get();
  }
}
