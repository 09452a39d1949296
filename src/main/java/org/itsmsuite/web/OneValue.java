package org.itsmsuite.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where one text is expected and a field or parameter comes several times, the first is taken;
 * Spring would join them with commas. Where several are expected, all are.
 */
@Configuration(proxyBeanMethods = false)
class OneValue implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    // A lambda would not say from what to what.
    registry.addConverter(
        new Converter<String[], String>() {
          @Override
          public String convert(String[] sent) {
            return sent.length == 0 ? null : sent[0];
          }
        });
  }
}
