package id.tanggap.intake.attachment;

import id.tanggap.intake.vault.Seal;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.hibernate.validator.constraints.UniqueElements;

/** What proves that an upload is one's own: 128 random bits, of which the database knows a fingerprint alone. */
public final class Ticket {
    /** More than one has. */
    public static final int LONGEST = 100;

    /** As many files may come together. */
    public static final int MOST = 5;

    public static final String TOO_MANY = "Paling banyak 5 berkas.";

    public static final String WANTED = "Isi dengan tiket dari unggahan.";

    private static final int BYTES = 16;

    static String random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] fingerprint(String ticket, Seal seal) {
        return seal.fingerprint(("attachment ticket\n" + ticket).getBytes(StandardCharsets.UTF_8));
    }

    /** As many as may come together, each once. */
    @Size(max = Ticket.MOST, message = Ticket.TOO_MANY)
    @UniqueElements(message = "Sebut setiap berkas satu kali.")
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Few {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    private Ticket() {}
}
