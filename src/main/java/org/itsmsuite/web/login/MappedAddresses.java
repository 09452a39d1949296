package org.itsmsuite.web.login;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.itsmsuite.identity.ServedAddress;
import org.itsmsuite.identity.ServedAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What controllers, measurements and files answer, and the log-in form's own two. */
@Component
class MappedAddresses implements ServedAddresses {

  private static final List<ServedAddress> FORMS =
      List.of(
          new ServedAddress("POST", "/login", "log-in form"),
          new ServedAddress("POST", "/logout", "log-out form"));

  private final ObjectProvider<HandlerMapping> mappings;

  MappedAddresses(ObjectProvider<HandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public Collection<ServedAddress> all() {
    var all = new ArrayList<>(FORMS);
    mappings.forEach(
        mapping -> {
          if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
            controllers
                .getHandlerMethods()
                .forEach((info, handler) -> served(info, handler).forEach(all::add));
          } else if (mapping instanceof AbstractUrlHandlerMapping files) {
            files
                .getHandlerMap()
                .forEach((address, by) -> all.add(new ServedAddress("GET", address, "files")));
          }
        });
    return all;
  }

  private static Stream<ServedAddress> served(RequestMappingInfo info, HandlerMethod handler) {
    var methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    var by = handler.getShortLogMessage();
    return info.getPatternValues().stream()
        .flatMap(
            address ->
                (methods.isEmpty() ? Stream.of("*") : methods.stream())
                    .map(method -> new ServedAddress(method, address, by)));
  }
}
