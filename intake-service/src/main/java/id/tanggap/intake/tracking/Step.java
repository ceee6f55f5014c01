package id.tanggap.intake.tracking;

/** What a citizen is told of a complaint. Of two at the same instant the one that stands first here came first. */
enum Step {
    RECEIVED,
    FORWARDED,
    DISPATCHED,
    IN_PROGRESS,
    /** The office asks the citizen for more. */
    NEEDS_INFO,
    REPLIED,
    /** The office goes on without the reply. */
    REPLY_OVERDUE,
    ANSWERED,
    RESOLVED,
    OBJECTED,
    /** The citizen said how satisfied; moves nothing. */
    SURVEYED,
    OUT_OF_JURISDICTION,
    CLOSED,
    WITHDRAWN,
    /** Not taken on (Ditolak). */
    REJECTED;

    /** Whether it ended and no answer is owed any more. */
    boolean isUnanswered() {
        return this == OUT_OF_JURISDICTION || this == WITHDRAWN || this == REJECTED;
    }

    boolean isEnd() {
        return this == CLOSED || isUnanswered();
    }
}
