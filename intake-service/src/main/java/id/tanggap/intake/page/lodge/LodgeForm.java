package id.tanggap.intake.page.lodge;

import static id.tanggap.intake.page.lodge.Draft.orEmpty;

import id.tanggap.file.content.Position;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The form as a browser sends it. */
public class LodgeForm {
    @RestForm("token")
    @Nullable
    String token;

    @RestForm("text")
    @Nullable
    String text;

    @RestForm("title")
    @Nullable
    String title;

    @RestForm("category")
    @Nullable
    String category;

    @RestForm("region")
    @Nullable
    String region;

    @RestForm("place")
    @Nullable
    String place;

    @RestForm("lat")
    @Nullable
    String lat;

    @RestForm("lon")
    @Nullable
    String lon;

    @RestForm("visibility")
    @Nullable
    String visibility;

    @RestForm("name")
    @Nullable
    String name;

    @RestForm("phone")
    @Nullable
    String phone;

    @RestForm("email")
    @Nullable
    String email;

    /** Of files that a script uploaded. */
    @RestForm("ticket")
    @Nullable
    List<String> tickets;

    /** Those that come with the form. */
    @RestForm("file")
    @Nullable
    List<FileUpload> files;

    /** The ticket of a file that is to go. */
    @RestForm("hapus")
    @Nullable
    String removed;

    /** Pressed by whoever wants to see the form again, with the files that came. */
    @RestForm("tambah")
    @Nullable
    String more;

    /** Pressed by whoever takes the place of a photo for that of the complaint. */
    @RestForm("foto")
    @Nullable
    String placeOfPhoto;

    /** Pressed by whoever takes the point away. */
    @RestForm("lepas")
    @Nullable
    String pointless;

    boolean staysOpen() {
        return Stream.of(removed, more, placeOfPhoto, pointless).anyMatch(Objects::nonNull);
    }

    /** An input in which nothing was chosen sends an empty one. */
    List<FileUpload> sent() {
        return files == null
                ? List.of()
                : files.stream().filter(file -> file.size() > 0).toList();
    }

    List<String> uploaded() {
        return tickets == null ? List.of() : tickets;
    }

    Draft draft(List<String> all, @Nullable Position photo) {
        return new Draft(
                        orEmpty(text),
                        orEmpty(title),
                        orEmpty(category),
                        orEmpty(region),
                        orEmpty(place),
                        pointless == null ? orEmpty(lat) : "",
                        pointless == null ? orEmpty(lon) : "",
                        orEmpty(visibility),
                        orEmpty(name),
                        orEmpty(phone),
                        orEmpty(email),
                        all,
                        all.isEmpty() || removed != null ? null : photo)
                .taking(null, null, placeOfPhoto != null);
    }
}
