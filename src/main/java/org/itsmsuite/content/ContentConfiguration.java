package org.itsmsuite.content;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ContentConfiguration {

  /** The folder of {@code itsm.content} (environment: ITSM_CONTENT), else what the jar carries. */
  @Bean
  ContentSource contentSource(@Value("${itsm.content:}") String folder) {
    return folder.isBlank() ? new ClassPathContent() : new FolderContent(Path.of(folder));
  }
}
