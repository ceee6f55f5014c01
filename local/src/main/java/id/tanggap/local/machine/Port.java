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
    MAIL("mail"),
    WHATSAPP("phone"),
    PHONE("phone"),
    // Beside the usual front door these are 9000 and up.
    EDGE_MANAGEMENT("edge", 920),
    INTAKE_MANAGEMENT("intake", 921),
    ROUTING_MANAGEMENT("routing", 922),
    RESPONSE_MANAGEMENT("response", 923),
    REPORTING_MANAGEMENT("reporting", 924),
    NOTIFICATION_MANAGEMENT("notification", 925);

    public static final int DEFAULT_FRONT_DOOR = 8080;
    public static final int HIGHEST_FRONT_DOOR = 65_535 - NOTIFICATION_MANAGEMENT.offset;

    private final String part;
    private final int offset;

    Port(String part) {
        this.part = part;
        this.offset = ordinal();
    }

    Port(String part, int offset) {
        this.part = part;
        this.offset = offset;
    }

    /** The part that listens on it. */
    public String part() {
        return part;
    }

    public int of(int frontDoor) {
        return frontDoor + offset;
    }
}
