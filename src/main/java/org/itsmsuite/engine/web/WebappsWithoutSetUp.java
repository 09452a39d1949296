package org.itsmsuite.engine.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyDelegateFilter;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoaderDependingFilter;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoadingProcessEnginesFilter;

/**
 * The web applications send everybody to a set-up page of their own as long as nobody is in their
 * group of administrators. The suite has its own set-up, and people who work whoever administers
 * it: its web applications always show themselves.
 */
final class WebappsWithoutSetUp {

  private static final String PAGES = "Engines Filter";

  private WebappsWithoutSetUp() {}

  /**
   * Takes the name by which the web applications register what shows their pages, before they do:
   * they leave out what is there.
   *
   * @return to be mapped once they have registered all else
   */
  static FilterRegistration reserve(ServletContext context) {
    var pages = context.addFilter(PAGES, Pages.class);
    if (pages == null) {
      throw new IllegalStateException("Somebody else registers the filter \"" + PAGES + "\".");
    }
    return pages;
  }

  /** After their other filters: those know who is asking. */
  static void map(FilterRegistration pages) {
    pages.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), true, "/camunda/api/*", "/camunda/app/*", "/camunda/");
  }

  /** Waits for Spring as theirs does. */
  public static class Pages extends LazyDelegateFilter<ResourceLoaderDependingFilter> {

    public Pages() {
      super(WithoutSetUp.class);
    }
  }

  /** Theirs, but for the question whether to set up. */
  public static class WithoutSetUp extends ResourceLoadingProcessEnginesFilter {

    @Override
    protected boolean needsInitialUser(String engine) {
      return false;
    }
  }
}
