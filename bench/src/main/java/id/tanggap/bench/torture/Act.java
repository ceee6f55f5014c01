package id.tanggap.bench.torture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;

/** What somebody can do with a complaint, and where. */
enum Act {
    ACCEPT("/api/response/v1/cases/%s/accept", _ -> body()),
    ANSWER(
            "/api/response/v1/cases/%s/answer",
            words -> body().put("text", words)
                    .put("followUp", "Menambah kontainer")
                    .put(
                            "followUpBy",
                            InstantSource.system()
                                    .instant()
                                    .atOffset(ZoneOffset.UTC)
                                    .plusYears(1)
                                    .toLocalDate()
                                    .toString())),
    ASK("/api/response/v1/cases/%s/information-request", words -> body().put("question", words)),
    RESOLVE("/api/response/v1/cases/%s/resolution", _ -> body()),
    GIVE_BACK("/api/routing/v1/cases/%s/return", _ -> body().put("reason", "NOT_OUR_DUTY")),
    DISPATCH("/api/routing/v1/cases/%s/destination", _ -> body().put("agency", "dlh")),
    MOVE("/api/routing/v1/cases/%s/destination", _ -> body().put("agency", "dpupr")),
    REFER("/api/routing/v1/cases/%s/referral", _ -> body().put("institution", "pln")),
    SCREEN_OUT("/api/intake/v1/complaints/%s/screening-out", _ -> body().put("reason", "NO_COMPLAINT")),
    OBJECT("/api/intake/v1/complaints/%s/objection", words -> body().put("reason", words)),
    WITHDRAW("/api/intake/v1/complaints/%s/withdrawal", _ -> body());

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<String, ObjectNode> said;

    Act(String path, Function<String, ObjectNode> said) {
        this.path = path;
        this.said = said;
    }

    /** Citizens know their complaint by its number, officers by its id. */
    String path(Complaint complaint) {
        return path.formatted(byTheCitizen() ? complaint.number() : complaint.id());
    }

    ObjectNode said(String words) {
        return said.apply(words);
    }

    boolean byTheCitizen() {
        return this == OBJECT || this == WITHDRAW;
    }

    /** Whether it is said in words, by which it can be found again. */
    boolean speaks() {
        return this == ANSWER || this == ASK || this == OBJECT;
    }

    private static ObjectNode body() {
        return Door.JSON.createObjectNode();
    }
}
