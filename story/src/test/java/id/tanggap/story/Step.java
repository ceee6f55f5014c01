package id.tanggap.story;

import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.story.Link.Who;
import id.tanggap.story.log.Ending;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that happens in a story. */
sealed interface Step {

    /** Says what became of it. */
    String in(House house);

    /** Nobody acts. */
    sealed interface Transport extends Step {}

    /** The agency on whose desk the case lies works on it. */
    record Works(Deed deed) implements Step {
        @Override
        public String in(House house) {
            var office = house.onTheDeskOf();
            return office == null ? "refused, on no desk" : office + ", " + deed.by(office, house);
        }

        @Override
        public String toString() {
            return "agency " + words(deed);
        }
    }

    /** The agency on whose desk the case lies gives it back, and may name the other one. */
    record GivesBack(boolean isNamingTheOther) implements Step {
        @Override
        public String in(House house) {
            var office = house.onTheDeskOf();
            return office == null ? "refused, on no desk" : office + ", " + by(office, house);
        }

        private String by(Office office, House house) {
            var agency = office.in(house.government()).id();
            var target =
                    isNamingTheOther ? office.other().in(house.government()).id() : null;
            return outcome(house.routing()
                    .decide((it, now) -> it.giveBack(agency, MisroutingReason.NOT_OUR_DUTY, target, now)));
        }

        @Override
        public String toString() {
            return isNamingTheOther ? "agency gives it back, for the other" : "agency gives it back";
        }
    }

    /** An agency takes the case from the group. */
    record Claims(Office office) implements Step {
        @Override
        public String in(House house) {
            return outcome(house.routing().decide((it, now) -> it.claim(office.in(house.government()), now)));
        }

        @Override
        public String toString() {
            return office + " claims it from the group";
        }
    }

    /** A coordinator decides where the case goes. */
    record Sends(Office office) implements Step {
        @Override
        public String in(House house) {
            return outcome(house.routing()
                    .decide((it, now) -> it.decide(office.in(house.government()).id(), now)));
        }

        @Override
        public String toString() {
            return "coordinator sends it to " + office;
        }
    }

    /** A coordinator refers the citizen to somebody outside. */
    record Refers() implements Step {
        @Override
        public String in(House house) {
            return outcome(house.routing().decide((it, now) -> it.refer("pln", now)));
        }

        @Override
        public String toString() {
            return "coordinator refers the citizen outside";
        }
    }

    /** The citizen says something more. */
    record Says(id.tanggap.intake.tracking.Step what) implements Step {
        @Override
        public String in(House house) {
            return outcome(house.intake().add(what, house.words()));
        }

        @Override
        public String toString() {
            return "citizen " + words(what);
        }
    }

    /** The intake officer finds that it is no complaint. */
    record ScreensOut() implements Step {
        @Override
        public String in(House house) {
            return outcome(house.intake().screenOut());
        }

        @Override
        public String toString() {
            return "intake officer screens it out";
        }
    }

    /** Time passes. */
    record Passes(Duration time, boolean isAwake) implements Step {
        @Override
        public String in(House house) {
            house.pass(time, isAwake);
            return isAwake ? "clocks ring" : "routing is down";
        }

        @Override
        public String toString() {
            return (time.toDays() > 0 ? time.toDays() + " days" : time.toMinutes() + " minutes") + " pass";
        }
    }

    /** From now on a replica of this version, or an earlier one, serves what comes to the service. */
    record Serves(Who who, boolean isOfThisVersion) implements Transport {
        @Override
        public String in(House house) {
            switch (who) {
                case INTAKE -> house.intake().serve(isOfThisVersion);
                case ROUTING -> house.routing().serve(isOfThisVersion);
                case DESK -> house.desk().serve(isOfThisVersion);
                case RECAP, MAIL -> throw new IllegalArgumentException("Tells nothing");
            }
            return "done";
        }

        @Override
        public String toString() {
            return "%s is served by %s replica".formatted(who, isOfThisVersion ? "a new" : "an old");
        }
    }

    /** A service publishes what it has to tell. */
    record Publishes(Who who, int atMost, Ending ending) implements Transport {
        @Override
        public String in(House house) {
            house.node(who).publish(atMost, ending);
            return words(ending);
        }

        @Override
        public String toString() {
            return "%s publishes %d".formatted(who, atMost);
        }
    }

    /** A service takes what comes next on one of its topics. */
    record Takes(Link link, int atMost, Ending ending) implements Transport {
        @Override
        public String in(House house) {
            house.node(link.reader()).take(link.topic(), atMost, ending);
            return words(ending);
        }

        @Override
        public String toString() {
            return "%d from %s".formatted(atMost, link);
        }
    }

    /**
     * All that is on its way arrives, but for what one link carries.
     *
     * @param held null for none
     */
    record Flows(@Nullable Link held) implements Transport {
        @Override
        public String in(House house) {
            house.flow(held == null ? Set.of() : Set.of(held));
            return "done";
        }

        @Override
        public String toString() {
            return held == null ? "all arrives" : "all arrives, but not from " + held;
        }
    }

    private static String outcome(@Nullable Object refusal) {
        return refusal == null ? "granted" : "refused, " + refusal;
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
