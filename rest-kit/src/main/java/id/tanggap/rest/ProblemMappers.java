package id.tanggap.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import id.tanggap.fault.Transience;
import id.tanggap.rest.sent.Choices;
import id.tanggap.rest.sent.WrongField;
import id.tanggap.rest.sent.WrongParameter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what was thrown on the way into a problem. The only place that does. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final BodyLimit limit;

    ProblemMappers(BodyLimit limit) {
        this.limit = limit;
    }

    @ServerExceptionMapper
    Response fieldsAtFault(ConstraintViolationException e) {
        return Problem.invalid(e.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.FieldError::field))
                .toList());
    }

    @ServerExceptionMapper
    Response notJson(JsonParseException e) {
        return e.getOriginalMessage().startsWith("Duplicate field")
                ? Problem.invalid(path(e.getProcessor().getParsingContext()), "Isi satu kali saja.")
                : brokenJson(e);
    }

    private static Response brokenJson(JsonProcessingException e) {
        var place = e.getLocation();
        return Problem.of(
                400,
                "json-rusak",
                "JSON tidak dapat dibaca",
                place == null
                        ? "Isi permintaan terlalu dalam atau memuat nilai yang terlalu panjang."
                        : "Isi permintaan bukan JSON yang sah, lihat baris %d kolom %d."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    /** Where the reader stood. */
    private static String path(JsonStreamContext context) {
        return context.pathAsPointer().toString().substring(1).replace('/', '.');
    }

    // Named as well, or the platform's own mapper of the more specific class comes first.
    @ServerExceptionMapper({JsonMappingException.class, MismatchedInputException.class})
    Response wrongShape(JsonMappingException e) {
        if (e.getCause() instanceof JsonParseException malformed) {
            return notJson(malformed);
        }
        var path = e.getPath().stream()
                .map(reference -> reference.getFieldName() == null
                        ? String.valueOf(reference.getIndex())
                        : reference.getFieldName())
                .collect(Collectors.joining("."));
        return Problem.invalid(path.isEmpty() ? "(isi)" : path, expected(e));
    }

    @ServerExceptionMapper
    Response wrongParameter(WrongParameter e) {
        return e.getResponse();
    }

    @ServerExceptionMapper
    Response thrownByJaxRs(WebApplicationException e, RoutingContext request) {
        return switch (e.getCause()) {
            case JsonParseException malformed -> notJson(malformed);
            case JsonMappingException shape -> wrongShape(shape);
            case JsonProcessingException beyondBounds -> brokenJson(beyondBounds);
            case null, default ->
                e.getResponse().getStatus() == 413
                        ? tooLarge(limit.of(request))
                        : ofStatus(e.getResponse().getStatus());
        };
    }

    private static Response tooLarge(long most) {
        return Problem.of(
                413, "terlalu-besar", "Terlalu besar", "Isi permintaan paling besar %d KiB.".formatted(most >> 10));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response noToken() {
        return Response.fromResponse(Problem.of(
                        401,
                        "belum-masuk",
                        "Belum masuk",
                        "Masuk terlebih dahulu; token tidak ada, kedaluwarsa, atau tidak sah."))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response wrongRole(ForbiddenException e) {
        return Problem.forbidden();
    }

    @ServerExceptionMapper
    Response surprise(Throwable e) {
        if (Transience.passes(e)) {
            LOG.warnf("Request refused during an outage: %s", e.getClass().getSimpleName());
            return Response.fromResponse(Problem.of(
                            503,
                            "layanan-terganggu",
                            "Layanan terganggu sementara",
                            "Permintaan belum diproses. Coba lagi beberapa saat lagi."))
                    .header("Retry-After", RETRY_AFTER_SECONDS)
                    .build();
        }
        // The class says enough to find the place; a message may quote what a citizen wrote.
        LOG.errorf("Request failed: %s at %s", e.getClass().getName(), place(e));
        return ofStatus(500);
    }

    private static Response ofStatus(int status) {
        return switch (status) {
            case 400 ->
                Problem.of(400, "permintaan-tidak-sah", "Permintaan tidak sah", "Permintaan tidak dapat dibaca.");
            case 404 -> Problem.notFound("Alamat ini tidak ada.");
            case 405 ->
                Problem.of(
                        405,
                        "metode-tidak-didukung",
                        "Metode tidak didukung",
                        "Alamat ini tidak menerima metode tersebut.");
            case 406 ->
                Problem.of(
                        406,
                        "format-tidak-didukung",
                        "Format tidak didukung",
                        "Format jawaban yang diminta tidak tersedia.");
            case 415 ->
                Problem.of(
                        415,
                        "jenis-isi-tidak-didukung",
                        "Jenis isi tidak didukung",
                        "Kirim isi sebagai application/json.");
            default ->
                status < 500
                        ? Problem.of(
                                status,
                                "permintaan-tidak-sah",
                                "Permintaan tidak sah",
                                "Permintaan tidak dapat dilayani.")
                        : Problem.of(
                                500,
                                "gangguan",
                                "Gangguan pada layanan",
                                "Terjadi gangguan di pihak kami. Coba lagi beberapa saat lagi.");
        };
    }

    private static String expected(JsonMappingException e) {
        return switch (e) {
            case WrongField field -> field.expected();
            case InvalidFormatException format
            when format.getTargetType().isEnum() -> Choices.among(format.getTargetType());
            default -> "Jenis nilai tidak sesuai.";
        };
    }

    /** The path without the method and its parameter, as the caller wrote it. */
    private static String field(ConstraintViolation<?> violation) {
        var path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .map(Object::toString)
                .collect(Collectors.joining("."));
        if (!path.isEmpty()) {
            return path;
        }
        var whole = List.of(violation.getPropertyPath().toString().split("\\.", -1));
        return whole.getLast();
    }

    private static String place(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("id.tanggap."))
                .findFirst()
                .or(() -> Arrays.stream(e.getStackTrace()).findFirst())
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }
}
