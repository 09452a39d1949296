package org.itsmsuite.web;

import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A value of another type than the field's is told, not guessed at. */
@Configuration(proxyBeanMethods = false)
class StrictJson {

  /** Numbers and truth values are no texts, and texts are neither. */
  @Bean
  Jackson2ObjectMapperBuilderCustomizer nothingIsCoerced() {
    return builder ->
        builder.postConfigurer(
            mapper -> {
              refuse(
                  mapper.coercionConfigFor(LogicalType.Textual),
                  CoercionInputShape.Integer,
                  CoercionInputShape.Float,
                  CoercionInputShape.Boolean);
              refuse(
                  mapper.coercionConfigFor(LogicalType.Boolean),
                  CoercionInputShape.Integer,
                  CoercionInputShape.String);
              refuse(
                  mapper.coercionConfigFor(LogicalType.Integer),
                  CoercionInputShape.Float,
                  CoercionInputShape.String);
            });
  }

  private static void refuse(MutableCoercionConfig type, CoercionInputShape... shapes) {
    for (CoercionInputShape shape : shapes) {
      type.setCoercion(shape, CoercionAction.Fail);
    }
  }
}
