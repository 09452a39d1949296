package org.itsmsuite.change.schedule.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Freeze;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The schedule as a calendar (RFC 5545). Changes that are not approved yet are tentative. */
@Component
class CalendarFeed {

  private final String address;
  private final Clock time;

  /**
   * @param address where people reach the suite, without a slash at its end
   */
  CalendarFeed(@Value("${itsm.base-url}") String address, Clock time) {
    this.address = address;
    this.time = time;
  }

  String of(ForwardSchedule.Part part) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//ITSM Process Suite//Forward schedule of change//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    part.changes().forEach(one -> calendar.add(event(one)));
    part.freezes().forEach(one -> calendar.add(event(one)));
    return calendar.toString();
  }

  private VEvent event(Change change) {
    VEvent event = event(change.number(), change.number() + " " + change.title(), change.window());
    event.add(new Url(URI.create(address + "/changes/" + change.number())));
    event.add(
        new Status(
            ForwardSchedule.isApproved(change) ? Status.VALUE_CONFIRMED : Status.VALUE_TENTATIVE));
    return event;
  }

  private VEvent event(Freeze freeze) {
    VEvent event =
        event(
            "freeze-" + freeze.id(),
            "Freeze: " + freeze.name() + (freeze.isGlobal() ? " (everything)" : ""),
            freeze.window());
    if (!freeze.isGlobal()) {
      event.add(new Description(String.join(", ", freeze.services())));
    }
    event.add(new Transp(Transp.VALUE_TRANSPARENT));
    return event;
  }

  private VEvent event(String id, String summary, Window window) {
    return new VEvent(
        new PropertyList(
            List.of(
                new Uid(id + "@itsm"),
                new DtStamp(time.instant()),
                new DtStart<>(window.from()),
                new DtEnd<>(window.to()),
                new Summary(summary))));
  }
}
