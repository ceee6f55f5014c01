package id.tanggap.intake.page.lodge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the form.
 *
 * @param place id of the field on the page; null when it stands nowhere there
 * @param label what the field is called, in Indonesian
 * @param message what is expected, in Indonesian
 */
public record Fault(@Nullable String place, String label, String message) {

    /** @param field as the service calls it, such as {@code complainant.email} */
    static Fault of(String field, String message) {
        return Arrays.stream(Place.values())
                .filter(place -> place.field.equals(field.replaceFirst("\\[\\d+].*", "")))
                .findFirst()
                .map(place -> new Fault(place.id, place.label, message))
                .orElse(new Fault(null, "", message));
    }

    /** From the top of the page to the bottom; what stands nowhere comes first. */
    int rank() {
        return Arrays.stream(Place.values())
                .filter(it -> it.id.equals(place))
                .map(Place::ordinal)
                .findFirst()
                .orElse(-1);
    }

    /** From top to bottom. */
    private enum Place {
        TEXT("text", "text", "Isi aduan"),
        REGION("location.regionCode", "region", "Kelurahan, desa, atau kecamatan"),
        ADDRESS("location.address", "place", "Jalan, RT/RW, atau patokan"),
        LATITUDE("location.lat", "point", "Titik lokasi"),
        LONGITUDE("location.lon", "point", "Titik lokasi"),
        POINT("location.wholePoint", "point", "Titik lokasi"),
        FILES("attachments", "files", "Foto atau berkas"),
        TITLE("title", "title", "Judul"),
        CATEGORY("category", "category", "Kategori"),
        NAME("complainant.name", "name", "Nama"),
        PHONE("complainant.phone", "phone", "Nomor telepon"),
        EMAIL("complainant.email", "email", "Surel");

        private final String field;
        private final String id;
        private final String label;

        Place(String field, String id, String label) {
            this.field = field;
            this.id = id;
            this.label = label;
        }
    }
}
