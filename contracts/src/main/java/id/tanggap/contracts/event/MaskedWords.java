package id.tanggap.contracts.event;

import id.tanggap.contracts.vocabulary.Visibility;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of an event that holds what somebody wrote of the matter, masked. It is null when the complaint is
 * {@link Visibility#SECRET}; the event sees to that by {@link Visibility#open}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MaskedWords {}
