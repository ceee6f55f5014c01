package id.tanggap.story;

import id.tanggap.contracts.wire.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A topic on its way to one of its readers. */
enum Link {
    INTAKE_TO_ROUTING(Topics.INTAKE, Who.ROUTING),
    DESK_TO_ROUTING(Topics.RESPONSE, Who.ROUTING),
    INTAKE_TO_DESK(Topics.INTAKE, Who.DESK),
    ROUTING_TO_DESK(Topics.ROUTING, Who.DESK),
    ROUTING_TO_INTAKE(Topics.ROUTING, Who.INTAKE),
    DESK_TO_INTAKE(Topics.RESPONSE, Who.INTAKE),
    INTAKE_TO_RECAP(Topics.INTAKE, Who.RECAP),
    ROUTING_TO_RECAP(Topics.ROUTING, Who.RECAP),
    DESK_TO_RECAP(Topics.RESPONSE, Who.RECAP),
    INTAKE_TO_MAIL(Topics.INTAKE, Who.MAIL),
    ROUTING_TO_MAIL(Topics.ROUTING, Who.MAIL),
    DESK_TO_MAIL(Topics.RESPONSE, Who.MAIL);

    /** A service. */
    enum Who {
        INTAKE,
        ROUTING,
        DESK,
        RECAP,
        MAIL;

        /** Those that tell something. */
        static final List<Who> TELLERS = List.of(INTAKE, ROUTING, DESK);

        /** Those that know an event by its id. */
        static final List<Who> BY_ID = List.of(INTAKE, ROUTING, DESK, RECAP);

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String topic;
    private final Who reader;

    Link(String topic, Who reader) {
        this.topic = topic;
        this.reader = reader;
    }

    String topic() {
        return topic;
    }

    Who reader() {
        return reader;
    }

    static List<Link> all() {
        return Arrays.asList(values());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
