package id.tanggap.intake.page.lodge;

import static id.tanggap.intake.page.lodge.Draft.orEmpty;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The form as a browser sends it. */
public class LodgeForm {
    @FormParam("token")
    @Nullable String token;

    @FormParam("text")
    @Nullable String text;

    @FormParam("title")
    @Nullable String title;

    @FormParam("category")
    @Nullable String category;

    @FormParam("region")
    @Nullable String region;

    @FormParam("place")
    @Nullable String place;

    @FormParam("lat")
    @Nullable String lat;

    @FormParam("lon")
    @Nullable String lon;

    @FormParam("visibility")
    @Nullable String visibility;

    @FormParam("name")
    @Nullable String name;

    @FormParam("phone")
    @Nullable String phone;

    @FormParam("email")
    @Nullable String email;

    Draft draft() {
        return new Draft(
                orEmpty(text),
                orEmpty(title),
                orEmpty(category),
                orEmpty(region),
                orEmpty(place),
                orEmpty(lat),
                orEmpty(lon),
                orEmpty(visibility),
                orEmpty(name),
                orEmpty(phone),
                orEmpty(email));
    }
}
