package id.tanggap.rest.sent;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A telephone number at which somebody can be called; kept as {@link PhoneNumbers#e164}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Phone.Check.class)
public @interface Phone {
    String message() default "Tulis nomor telepon lengkap, misalnya 0812 3456 7890 atau (0271) 716543.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<Phone, String> {
        @Override
        public boolean isValid(@Nullable String written, ConstraintValidatorContext context) {
            return written == null || PhoneNumbers.e164(written) != null;
        }
    }
}
