package org.spocgateway.casework;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.MailAddress;

/**
 * A meeting as a calendar keeps it (RFC 5545): its title is the case's reference and nothing else, and nobody stands in it but the
 * council's mailbox, since calendars are shared.
 *
 * <p>Published, not requested (RFC 5546): acceptances would travel as clear mail; people confirm by answering the invitation.
 */
final class Invitation {
    static final String TYPE = "text/calendar";

    private Invitation() {}

    static byte[] write(Meeting meeting, CaseReference reference, MailAddress council, Instant now) {
        var event = new VEvent(meeting.begins(), meeting.lasts(), reference.value());
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(now));
        event.add(new Uid(meeting.id().value() + "-" + reference.value().toLowerCase(java.util.Locale.ROOT) + "@"
                + council.domain()));
        event.add(new Organizer(java.net.URI.create("mailto:" + council.value())));
        event.add(new Location(meeting.place()));
        event.add(new Clazz("PRIVATE"));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//SPOC gateway//Panel//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }
}
