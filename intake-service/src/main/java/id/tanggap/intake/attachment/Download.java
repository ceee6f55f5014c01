package id.tanggap.intake.attachment;

import id.tanggap.rest.Problem;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file leaves, to whomever it may be shown: nobody keeps it on the way, and no browser guesses what it is. */
public final class Download {

    public static Response of(Found found) {
        return switch (found) {
            case Found.Content it -> content(it);
            case Found.Erased _ -> erased();
            case Found.Unreadable _ ->
                Problem.of(
                        503,
                        "berkas-tidak-terbuka",
                        "Berkas belum dapat dibuka",
                        "Berkas ini ada, tetapi belum dapat dibuka. Hubungi pengelola sistem.");
            case Found.Nothing _ -> Problem.notFound("Berkas ini tidak ada.");
        };
    }

    static Response erased() {
        return Problem.of(410, "dihapus", "Data telah dihapus", "Isi berkas ini telah dihapus.");
    }

    private static Response content(Found.Content it) {
        return Response.ok(it.bytes(), it.mediaType())
                .header("Content-Disposition", disposition(it.name()))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String disposition(String name) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Download() {}
}
