package id.tanggap.local;

/** The ports of one run, each at a fixed distance from the front door, so that one number moves them all. */
enum Port {
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

    static final int DEFAULT_FRONT_DOOR = 8080;

    private final String part;

    Port(String part) {
        this.part = part;
    }

    /** The part that listens on it. */
    String part() {
        return part;
    }

    int of(int frontDoor) {
        return frontDoor + ordinal();
    }
}
