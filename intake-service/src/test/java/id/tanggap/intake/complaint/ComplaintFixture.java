package id.tanggap.intake.complaint;

import java.util.LinkedHashMap;
import java.util.Map;

/** A complaint form, valid by default; says only what matters. */
public final class ComplaintFixture {
    private final Map<String, Object> form = new LinkedHashMap<>();

    private ComplaintFixture() {
        with("government", "surakarta");
        with("channel", "WEB");
        with("text", "Lampu jalan di depan pasar mati sejak tiga hari yang lalu.");
    }

    public static ComplaintFixture form() {
        return new ComplaintFixture();
    }

    public ComplaintFixture with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    public ComplaintFixture without(String field) {
        form.remove(field);
        return this;
    }

    public Map<String, Object> json() {
        return form;
    }
}
