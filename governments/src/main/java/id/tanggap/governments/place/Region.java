package id.tanggap.governments.place;

/** A place with an official code of the Ministry of Home Affairs, such as {@code 33.72.01}. */
public sealed interface Region permits District, Village {

    String code();

    String name();

    /** Whether {@code code} is {@code region} itself or lies inside it. */
    static boolean isWithin(String code, String region) {
        return code.equals(region) || code.startsWith(region + ".");
    }
}
