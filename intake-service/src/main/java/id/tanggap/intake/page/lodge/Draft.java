package id.tanggap.intake.page.lodge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.file.content.Position;
import id.tanggap.governments.place.Boundary.Point;
import id.tanggap.intake.complaint.SubmitComplaint;
import id.tanggap.intake.complaint.SubmitComplaint.Person;
import id.tanggap.intake.complaint.SubmitComplaint.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form as it was typed, right or wrong; empty where nothing was.
 *
 * @param region code of a district or village
 * @param tickets of the files that go with it
 * @param lat decimal degrees, set by the device or on the map
 * @param photo where a photo that came with the form was taken; null when none says so
 */
public record Draft(
        String text,
        String title,
        String category,
        String region,
        String place,
        String lat,
        String lon,
        String visibility,
        String name,
        String phone,
        String email,
        List<String> tickets,
        @Nullable Position photo) {
    static final Draft EMPTY = new Draft("", "", "", "", "", "", "", "", "", "", "", List.of(), null);

    /** A draft of before there were files has none. */
    public Draft {
        tickets = tickets == null ? List.of() : tickets;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return Stream.of(text, title, category, region, place, lat, name, phone, email)
                        .allMatch(String::isBlank)
                && tickets.isEmpty();
    }

    /** Once it is there, of what is suggested; else as it was. */
    Draft taking(@Nullable String suggestedRegion, @Nullable String suggestedCategory, boolean placeOfPhoto) {
        var point = placeOfPhoto ? photo : null;
        return new Draft(
                text,
                title,
                Objects.requireNonNullElse(suggestedCategory, category),
                Objects.requireNonNullElse(suggestedRegion, region),
                place,
                point == null ? lat : Double.toString(point.lat()),
                point == null ? lon : Double.toString(point.lon()),
                visibility,
                name,
                phone,
                email,
                tickets,
                photo);
    }

    @JsonIgnore
    boolean hasPoint() {
        return !lat.isBlank();
    }

    /** Null when there is none, or no whole one. */
    @Nullable
    Point point() {
        var north = degrees(lat);
        var east = degrees(lon);
        return north == null || east == null ? null : new Point(east, north);
    }

    private @Nullable Visibility chosen() {
        return Arrays.stream(Visibility.values())
                .filter(value -> value.name().equals(visibility))
                .findFirst()
                .orElse(null);
    }

    /** As a program would hand it in. */
    SubmitComplaint complaint(String government) {
        return new SubmitComplaint(
                government,
                Channel.WEB,
                text.strip(),
                given(title),
                null,
                given(category),
                where(),
                who(),
                chosen(),
                tickets.isEmpty() ? null : tickets);
    }

    private @Nullable Place where() {
        return Stream.of(place, region, lat, lon).allMatch(String::isBlank)
                ? null
                : new Place(given(place), given(region), degrees(lat), degrees(lon));
    }

    private @Nullable Person who() {
        return Stream.of(name, phone, email).allMatch(String::isBlank)
                ? null
                : new Person(given(name), given(phone), given(email));
    }

    private static @Nullable String given(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    /** What is no number lies beyond all bounds, and is refused as such. */
    private static @Nullable Double degrees(String typed) {
        return Optional.ofNullable(given(typed))
                .map(text -> text.matches("-?\\d{1,3}(\\.\\d{1,15})?") ? Double.valueOf(text) : Double.valueOf(1_000))
                .orElse(null);
    }

    /** A form of a stranger may leave any of them out. */
    static String orEmpty(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** Shows nothing, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Draft[…]";
    }
}
