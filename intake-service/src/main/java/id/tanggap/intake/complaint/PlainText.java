package id.tanggap.intake.complaint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** No control characters but line breaks and tabs: PostgreSQL refuses NUL, and nobody types the others. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {
    String message() default "Memuat karakter yang tidak dapat dibaca.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Check implements ConstraintValidator<PlainText, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            for (int i = 0; text != null && i < text.length(); i++) {
                var letter = text.charAt(i);
                if ((letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t') || letter == 0x7F) {
                    return false;
                }
            }
            return true;
        }
    }
}
