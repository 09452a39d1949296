package org.itsmsuite.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.itsmsuite.content.ContentSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;

/** Lets these tests run without the rest of the suite: content is read from the class path. */
public class StandIns implements BeanDefinitionRegistryPostProcessor, Ordered {

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    var beans = (ListableBeanFactory) registry;
    if (beans.getBeanNamesForType(ContentSource.class, true, false).length == 0) {
      registry.registerBeanDefinition(
          "standInContent", new RootBeanDefinition(ContentSource.class, ClassPathContent::new));
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static class ClassPathContent implements ContentSource {

    @Override
    public List<String> list(String folder, String suffix) {
      return List.of();
    }

    @Override
    public boolean exists(String name) {
      return getClass().getResource("/" + name) != null;
    }

    @Override
    public byte[] read(String name) {
      try (InputStream file = getClass().getResourceAsStream("/" + name)) {
        return file.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
