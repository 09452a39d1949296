package org.itsmsuite.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's web applications keep the nonce of a page, which stands in its header and in its
 * scripts, where all requests of the server meet (7.24). Of two at the same time one then gets the
 * other's, and its browser refuses every script: the page stays empty. So each request has its own.
 */
@Configuration(proxyBeanMethods = false)
class WebappNonce {

  static final String ATTRIBUTE = "org.camunda.bpm.csp.nonce";

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> webappNonceFilter() {
    var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OfItsOwn());
    filter.addUrlPatterns("/camunda/*");
    // Before the web applications' own filters.
    filter.setOrder(100);
    return filter;
  }

  static class OfItsOwn extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      var context = withOwnNonce(request.getServletContext());
      chain.doFilter(
          new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
              return context;
            }
          },
          response);
    }
  }

  private static ServletContext withOwnNonce(ServletContext all) {
    var nonce = new AtomicReference<Object>();
    return (ServletContext)
        Proxy.newProxyInstance(
            WebappNonce.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (arguments == null || !ATTRIBUTE.equals(arguments[0])) {
                return call(all, method, arguments);
              }
              return switch (method.getName()) {
                case "getAttribute" -> nonce.get();
                case "setAttribute" -> {
                  nonce.set(arguments[1]);
                  yield null;
                }
                default -> call(all, method, arguments);
              };
            });
  }

  private static Object call(ServletContext all, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(all, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
