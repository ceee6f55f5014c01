package id.tanggap.intake.conversation.script;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.attachment.Ticket;
import id.tanggap.intake.complaint.SubmitComplaint;
import id.tanggap.intake.complaint.SubmitComplaint.Person;
import id.tanggap.intake.conversation.script.Facts.Place;
import id.tanggap.intake.conversation.script.Said.Point;
import id.tanggap.intake.conversation.script.Said.Told;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said so far of a complaint that is not sent.
 *
 * @param id by which it is sent once, however often that is tried
 * @param text empty until something was said
 * @param offered the places that the words speak for, until the citizen chose
 * @param needs no place and no photo, says the citizen
 */
public record Draft(
        UUID id,
        String text,
        @Nullable String address,
        @Nullable Place region,
        @Nullable Point point,
        List<Place> offered,
        List<String> tickets,
        Needs needs,
        boolean secret) {
    /** With fewer characters nothing is said that anybody could act upon; see {@link SubmitComplaint}. */
    static final int SHORTEST = 10;

    static final int LONGEST = 5000;
    private static final int LONGEST_ADDRESS = 300;

    /**
     * @param place whether it is still to be asked for
     * @param photo likewise
     */
    public record Needs(boolean place, boolean photo) {}

    public static Draft begun(UUID id) {
        return new Draft(id, "", null, null, null, List.of(), List.of(), new Needs(true, true), false);
    }

    /** The first question that is open. */
    Stage next() {
        if (text.length() < SHORTEST) {
            return Stage.MATTER;
        }
        if (region == null && point == null && !offered.isEmpty()) {
            return Stage.REGION;
        }
        if (needs.place() && Stream.of(address, region, point).allMatch(known -> known == null)) {
            return Stage.PLACE;
        }
        return needs.photo() && tickets.isEmpty() ? Stage.PHOTO : Stage.CONSENT;
    }

    /**
     * With what was said when this was asked for: where it is, where that was the question, else what happened. A place that
     * is too long for one tells what happened, too, and nothing of it is lost.
     */
    Draft with(Told told, Stage asked, Facts facts) {
        var isPlace = asked == Stage.PLACE || asked == Stage.REGION;
        var said = isPlace && fits(told.text()) ? at(told.text(), facts) : saying(told.text(), facts);
        return said.at(told.point()).showing(told.tickets());
    }

    private Draft saying(String more, Facts facts) {
        if (more.isBlank()) {
            return this;
        }
        var whole = cut(text.isEmpty() ? more.strip() : text + "\n" + more.strip(), LONGEST);
        return new Draft(id, whole, address, region, point, facts.placesIn().apply(whole), tickets, needs, secret);
    }

    private boolean fits(String where) {
        return (address == null ? 0 : address.length() + 2) + where.strip().length() <= LONGEST_ADDRESS;
    }

    private Draft at(String where, Facts facts) {
        if (where.isBlank()) {
            return this;
        }
        var known = address == null ? where.strip() : address + ", " + where.strip();
        return new Draft(id, text, known, region, point, facts.placesIn().apply(known), tickets, needs, secret);
    }

    private Draft at(@Nullable Point told) {
        if (told == null || !told.inside()) {
            return this;
        }
        var label = address == null && told.label() != null ? cut(told.label(), LONGEST_ADDRESS) : address;
        return new Draft(id, text, label, region, told, List.of(), tickets, needs, secret);
    }

    private Draft showing(List<String> more) {
        var all = Stream.concat(tickets.stream(), more.stream())
                .distinct()
                .limit(Ticket.MOST)
                .toList();
        return new Draft(id, text, address, region, point, offered, all, needs, secret);
    }

    Draft withoutFiles() {
        return new Draft(id, text, address, region, point, offered, List.of(), needs, secret);
    }

    /** Null for none of those that were offered. */
    Draft in(@Nullable Place chosen) {
        return new Draft(id, text, address, chosen, point, List.of(), tickets, needs, secret);
    }

    Draft without(Stage asked) {
        var left = new Needs(
                needs.place() && asked != Stage.PLACE && asked != Stage.REGION, needs.photo() && asked != Stage.PHOTO);
        return new Draft(
                id, text, address, region, point, asked == Stage.REGION ? List.of() : offered, tickets, left, secret);
    }

    /** So little that nothing is lost with it. */
    @JsonIgnore
    boolean isGreeting() {
        return text.length() < SHORTEST && tickets.isEmpty() && point == null;
    }

    Draft inSecret() {
        return new Draft(id, text, address, region, point, offered, tickets, needs, true);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return text.isEmpty() && tickets.isEmpty() && point == null;
    }

    /** As a program would hand it in. */
    public SubmitComplaint complaint(String government, Channel channel, @Nullable String name) {
        return new SubmitComplaint(
                government,
                channel,
                text,
                null,
                null,
                null,
                where(),
                name == null ? null : new Person(cut(name, 100), null, null),
                secret ? Visibility.SECRET : null,
                tickets.isEmpty() ? null : tickets);
    }

    private SubmitComplaint.@Nullable Place where() {
        return address == null && region == null && point == null
                ? null
                : new SubmitComplaint.Place(
                        address,
                        region == null ? null : region.code(),
                        point == null ? null : point.lat(),
                        point == null ? null : point.lon());
    }

    /** Never between the halves of a character. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    @Override
    public String toString() {
        return "Draft[…]";
    }
}
