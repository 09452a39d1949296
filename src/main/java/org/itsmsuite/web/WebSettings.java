package org.itsmsuite.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits at the web edge.
 *
 * @param maxBody largest body that is not an upload
 */
@ConfigurationProperties("itsm.web")
record WebSettings(@DefaultValue("1MB") DataSize maxBody) {}
