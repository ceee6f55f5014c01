package id.tanggap.intake.conversation.script;

import org.jspecify.annotations.Nullable;

/** Where a conversation stands: what the citizen was asked last. */
public enum Stage {
    /** Nothing is under way. */
    IDLE(null),
    /** What happened. */
    MATTER("ask-matter"),
    /** Which of the places that the words speak for. */
    REGION("ask-region"),
    /** Where it is. */
    PLACE("ask-place"),
    /** Whether there are photos. */
    PHOTO("ask-photo"),
    /** Whether it may be sent as it is. */
    CONSENT("ask-consent"),
    /** Whether what was said belongs to a complaint that is under way. */
    SUBJECT("ask-subject"),
    /** Which complaint the citizen objects to. */
    WHICH("ask-which"),
    /** Why the citizen objects. */
    OBJECTION("ask-objection"),
    /** How good one element of the service was. */
    SURVEY("ask-survey"),
    /** What else the citizen has to say of the service. */
    OPINION("ask-opinion"),
    /** The citizen wants nothing of us here. */
    STOPPED(null);

    private final @Nullable String question;

    Stage(@Nullable String question) {
        this.question = question;
    }

    /** The key of its question; null when there is none. */
    public @Nullable String question() {
        return question;
    }
}
