package id.tanggap.reporting.recap.loop;

import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.StepRole;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what with a recap: the SOP names the roles of its rows, the accounts have ours. */
public final class RecapRoles {

    /** What a person does with a recap. */
    public enum Act {
        COMPILE,
        WRITE_EVALUATION,
        DECIDE,
        DISPOSE,
        ARCHIVE
    }

    public static Set<String> of(Sop sop, Act act) {
        return switch (act) {
            case COMPILE -> either(roleOf(sop, "recap.compiled.v1", "intake-officer"), "coordinator", "analyst");
            case WRITE_EVALUATION -> either(roleOf(sop, "recap.evaluated.v1", "head"), "analyst");
            case DECIDE, DISPOSE -> Set.of(roleOf(sop, "recap.evaluated.v1", "head"));
            case ARCHIVE -> Set.of(roleOf(sop, "recap.archived.v1", "archivist"));
        };
    }

    /** The SOP may give a step to one of the others. */
    private static Set<String> either(String... roles) {
        return Arrays.stream(roles).collect(Collectors.toUnmodifiableSet());
    }

    private static String roleOf(Sop sop, String completedBy, String otherwise) {
        return sop.steps().stream()
                .filter(step -> step.clock().completes().contains(completedBy))
                .map(SopStep::role)
                .map(RecapRoles::account)
                .findFirst()
                .orElse(otherwise);
    }

    private static String account(StepRole role) {
        return switch (role) {
            case INTAKE_OFFICER, INFORMATION_OFFICER -> "intake-officer";
            case POLICY_ANALYST -> "analyst";
            case COORDINATOR, COORDINATION_GROUP -> "coordinator";
            case AGENCY_ADMIN -> "agency-admin";
            case DIVISION -> "division-staff";
            case SERVICE_OWNER -> "head";
            case ARCHIVIST -> "archivist";
            case SYSTEM, COMPLAINANT -> "nobody";
        };
    }

    private RecapRoles() {}
}
