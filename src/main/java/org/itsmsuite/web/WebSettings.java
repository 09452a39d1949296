package org.itsmsuite.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits at the web edge.
 *
 * @param maxBody largest body that is not an upload
 * @param maxTable largest table (CSV) that a program sends as a body
 * @param formTargets where else than to the suite a form of ours may lead, such as the origin of
 *     the server that people log out at
 */
@ConfigurationProperties("itsm.web")
public record WebSettings(
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("25MB") DataSize maxTable,
    @DefaultValue({}) List<String> formTargets) {}
