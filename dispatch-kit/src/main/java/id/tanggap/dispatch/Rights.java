package id.tanggap.dispatch;

import id.tanggap.governments.routing.RoutingRule;
import java.util.Map;

/**
 * Who may dispatch without a person. What was never switched has the right that it starts with: what was learned, rules on
 * the legal class or on what the citizen chose, and rules of words whose words were measured to keep the promise. Every
 * other rule of words proposes until it has earned the right.
 *
 * @param enabled whether the system may dispatch by itself at all
 * @param switched whoever was given the right or lost it
 */
public record Rights(boolean enabled, Map<Holder, Boolean> switched) {
    /** As on the first day. */
    public static final Rights INITIAL = new Rights(true, Map.of());

    public Rights {
        switched = Map.copyOf(switched);
    }

    /** What a right belongs to. */
    public enum Kind {
        /** A rule, or what was learned: whether its word is enough. */
        RULE,
        /** An agency: whether anything may be sent to it. */
        AGENCY
    }

    /** @param id of a rule of the government, {@link Learned#BY}, or an agency's */
    public record Holder(Kind kind, String id) {
        public static Holder rule(String id) {
            return new Holder(Kind.RULE, id);
        }

        public static Holder agency(String id) {
            return new Holder(Kind.AGENCY, id);
        }
    }

    /** @param promised the share that must be right, from 0 to 1 */
    public static boolean fromTheFirstDay(RoutingRule rule, double promised) {
        return rule.sure()
                && switch (rule.kind()) {
                    case LAW, CHOICE -> true;
                    case WORDS -> rule.measured() != null && rule.measured().precision() >= promised;
                    case REST -> false;
                };
    }

    /** Whether it can ever have the right. */
    public static boolean canEarn(RoutingRule rule) {
        return rule.sure() && rule.kind() != RoutingRule.Kind.REST;
    }

    boolean has(RoutingRule rule, double promised) {
        return canEarn(rule) && switched.getOrDefault(Holder.rule(rule.id()), fromTheFirstDay(rule, promised));
    }

    boolean hasWhatWasLearned() {
        return switched.getOrDefault(Holder.rule(Learned.BY), true);
    }

    boolean reaches(String agency) {
        return enabled && switched.getOrDefault(Holder.agency(agency), true);
    }
}
