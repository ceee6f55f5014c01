package id.tanggap.story.log;

/** How a piece of work ends. */
public enum Ending {
    /** As it should. */
    DONE,
    /** As it should, but the broker does not hear of it until the next one does. */
    UNACKNOWLEDGED,
    /** The process dies before the transaction is committed. */
    DIES_BEFORE_COMMIT,
    /** The process dies after the commit, before the broker hears of it; of what it publishes, before the row is deleted. */
    DIES_AFTER_COMMIT
}
