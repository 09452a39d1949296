package org.itsmsuite.web;

import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files of our pages, at their own address only. Spring Boot's handler of everything, which
 * would give out whatever any library carries, is switched off in {@code application.yaml}.
 */
@Configuration(proxyBeanMethods = false)
class AssetFiles implements WebMvcConfigurer {

  private final WebProperties web;

  AssetFiles(WebProperties web) {
    this.web = web;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(web.getResources().getCache().getCachecontrol().toHttpCacheControl());
  }
}
