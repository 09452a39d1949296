package org.itsmsuite.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The running suite with demo accounts and an empty database: one context for all tests that carry
 * this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:demo-suite;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.job-execution.enabled=false",
      "itsm.web.max-body=100KB"
    })
@AutoConfigureObservability(tracing = false)
@Import({StandIns.class, Probe.class, ProbeAddresses.class, SouthOffice.class})
public @interface DemoSuite {}
