package id.tanggap.local.machine;

/** The ports of one run, each at a fixed distance from the front door, so that one number moves them all. */
public enum Port {
    EDGE("edge"),
    INTAKE("intake"),
    ROUTING("routing"),
    RESPONSE("response"),
    REPORTING("reporting"),
    NOTIFICATION("notification"),
    POSTGRES("postgres"),
    KAFKA("kafka"),
    KAFKA_CONTROLLER("kafka"),
    KEYCLOAK("keycloak"),
    KEYCLOAK_MANAGEMENT("keycloak"),
    MAIL("mail");

    public static final int DEFAULT_FRONT_DOOR = 8080;
    public static final int HIGHEST_FRONT_DOOR = 65_535 - values().length;

    private final String part;

    Port(String part) {
        this.part = part;
    }

    /** The part that listens on it. */
    public String part() {
        return part;
    }

    public int of(int frontDoor) {
        return frontDoor + ordinal();
    }
}
