package org.itsmsuite.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings below {@code itsm.monitoring}.
 *
 * @param futureTolerance how far a sender's clock may be ahead of ours
 */
@ConfigurationProperties("itsm.monitoring")
public record MonitoringSettings(@DefaultValue("PT5M") Duration futureTolerance) {

  public MonitoringSettings {
    if (futureTolerance.isNegative()) {
      throw new IllegalArgumentException(
          "itsm.monitoring.future-tolerance must not be less than zero.");
    }
  }
}
