package id.tanggap.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 tells it. {@code detail} is written for the caller, in Indonesian; it never holds the message of
 * an exception nor a value the caller did not send.
 *
 * @param type stable; what callers may switch on
 * @param errors the fields at fault, where the fault lies in fields
 */
@Schema
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type, String title, int status, @Nullable String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param field path within the body, such as {@code complainant.email}; a query or header name elsewhere
     * @param message what is expected
     */
    public record FieldError(String field, String message) {}

    /** The request can be read but fields are missing or wrong. */
    public static Response invalid(List<FieldError> errors) {
        return new Problem(
                        type("data-tidak-sah"),
                        "Data tidak sah",
                        400,
                        "Periksa kembali isian yang disebut di bawah ini.",
                        errors)
                .toResponse();
    }

    public static Response invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** The same for what does not exist and for what is none of the caller's business. */
    public static Response notFound(String detail) {
        return of(404, "tidak-ditemukan", "Tidak ditemukan", detail);
    }

    /** The action is not possible in the state the thing is in. */
    public static Response conflict(String detail) {
        return of(409, "tidak-dapat-dilakukan", "Tindakan tidak dapat dilakukan", detail);
    }

    public static Response forbidden() {
        return of(403, "tidak-berwenang", "Tidak berwenang", "Peran Anda tidak mengizinkan tindakan ini.");
    }

    public static Response of(int status, String slug, String title, String detail) {
        return new Problem(type(slug), title, status, detail, List.of()).toResponse();
    }

    /** The service cannot take more now; the client may come again after so many seconds. */
    public static Response busy(String what, int retryAfterSeconds) {
        return Response.fromResponse(of(
                        503,
                        "layanan-sibuk",
                        "Layanan sedang sibuk",
                        what + " belum diterima. Coba kirim lagi beberapa saat lagi."))
                .header("Retry-After", retryAfterSeconds)
                .build();
    }

    private Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    private static URI type(String slug) {
        return URI.create("urn:tanggap:masalah:" + slug);
    }
}
