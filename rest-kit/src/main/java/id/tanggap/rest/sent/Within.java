package id.tanggap.rest.sent;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** A day or moment not further ahead than so many years of the calendar. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Within.OfDay.class, Within.OfMoment.class})
public @interface Within {
    int years();

    String message() default "Pilih waktu paling lambat {years} tahun dari sekarang.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Measures from the clock of the validator. */
    abstract class Check<T> implements ConstraintValidator<Within, T> {
        private Period limit = Period.ZERO;

        @Override
        public void initialize(Within within) {
            limit = Period.ofYears(within.years());
        }

        @Override
        public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            var clock = context.getClockProvider().getClock();
            return value == null || !isAfter(value, ZonedDateTime.now(clock).plus(limit));
        }

        abstract boolean isAfter(T value, ZonedDateTime latest);
    }

    final class OfDay extends Check<LocalDate> {
        @Override
        boolean isAfter(LocalDate day, ZonedDateTime latest) {
            return day.isAfter(latest.toLocalDate());
        }
    }

    final class OfMoment extends Check<Instant> {
        @Override
        boolean isAfter(Instant moment, ZonedDateTime latest) {
            return moment.isAfter(latest.toInstant());
        }
    }
}
