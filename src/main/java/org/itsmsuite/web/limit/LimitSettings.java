package org.itsmsuite.web.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits; each key is explained in {@code config/application.yaml}.
 *
 * @param remembered for how many names, addresses and accounts uses are counted at most
 */
@ConfigurationProperties("itsm.limits")
record LimitSettings(
    Limit wrongPasswordsByName,
    Limit wrongPasswordsByAddress,
    Limit changesByAccount,
    Limit changesByAddress,
    Limit eventsByAccount,
    long remembered) {}
