package id.tanggap.intake.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Government;
import id.tanggap.governments.place.Boundary.Point;
import id.tanggap.governments.place.District;
import id.tanggap.governments.place.Region;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever writes may be asked about; nothing of it is ever chosen by itself.
 *
 * @param regions at most three places that may be meant, the likeliest first
 * @param categories at most two, likewise
 * @param district in which the point lies; null when there is no point, or the government brought no outlines
 * @param outside whether the point lies outside of the government's outlines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestions(
        List<Option> regions,
        List<Option> categories,
        @Nullable Option district,
        boolean outside) {
    private static final int MOST_REGIONS = 3;

    /**
     * @param id as a complaint names it
     * @param name as people read it
     */
    public record Option(String id, String name) {}

    /**
     * What was written so far, empty where nothing was.
     *
     * @param address street, RT/RW or landmark
     */
    public record Words(String title, String text, String address) {

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    public static Suggestions of(Government government, Words words, @Nullable Point point) {
        var district = point == null ? null : government.districtAt(point);
        var matter = words.title() + "\n" + words.text();
        return new Suggestions(
                regions(government.regionsNamedIn(matter + "\n" + words.address()), district)
                        .map(region -> option(government, region))
                        .toList(),
                government.categoriesNamedIn(matter).stream()
                        .map(category -> new Option(category.id(), category.name()))
                        .toList(),
                district == null ? null : option(government, district),
                point != null && district == null && government.boundaries() != null);
    }

    /** A point says more than words: of what they name only what lies in its district is left, and the district itself. */
    private static Stream<Region> regions(List<Region> named, @Nullable District district) {
        return district == null
                ? named.stream()
                : Stream.concat(
                                named.stream().filter(region -> Region.isWithin(region.code(), district.code())),
                                Stream.of(district))
                        .distinct()
                        .limit(MOST_REGIONS);
    }

    private static Option option(Government government, Region region) {
        return new Option(region.code(), government.regionTitle(region.code()));
    }
}
