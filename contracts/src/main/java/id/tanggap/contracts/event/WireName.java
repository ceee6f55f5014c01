package id.tanggap.contracts.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The event's name on the wire ({@code ce_type}). It is written out and never derived from the class name, so that a
 * rename in Java breaks nobody. A breaking change gets a new name ending in the next version.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WireName {
    String value();
}
