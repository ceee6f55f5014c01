package id.tanggap.response.desk;

import id.tanggap.response.life.Action;
import java.util.List;
import java.util.stream.Stream;

/**
 * What deeds change of the answer on a case. One that has no effect is undone in each for itself: what stood before it stands
 * again, or, where a later deed changed the same, that one remembers it.
 */
public enum Undone {
    /** The words and what they promise. */
    ANSWER(Action.PUBLISH) {
        @Override
        public FormerAnswer restored(FormerAnswer known, FormerAnswer before) {
            return before.resolvedAt(known.resolvedAt());
        }
    },
    /** Whether and when what was promised is done; a new answer is not. */
    RESOLUTION(Action.PUBLISH, Action.RESOLVE) {
        @Override
        public FormerAnswer restored(FormerAnswer known, FormerAnswer before) {
            return known.resolvedAt(before.resolvedAt());
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<Action> changedBy;

    Undone(Action... changedBy) {
        this.changedBy = List.of(changedBy);
    }

    public boolean isChangedBy(Action action) {
        return changedBy.contains(action);
    }

    /** What such a deed changed. */
    public static Stream<Undone> by(Action action) {
        return Stream.of(values()).filter(it -> it.isChangedBy(action));
    }

    /**
     * @param known what stands on the case, or what the later deed remembers
     * @param before what the deed without effect remembers
     */
    public abstract FormerAnswer restored(FormerAnswer known, FormerAnswer before);
}
