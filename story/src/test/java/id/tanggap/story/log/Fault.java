package id.tanggap.story.log;

/** A fault that is planted, to see whether it is found. */
public enum Fault {
    NONE,
    /** What was taken is not remembered: an event that comes again has its effect again. */
    NO_INBOX,
    /** The broker is told that a batch is done before it is committed. */
    ACKNOWLEDGES_BEFORE_COMMIT,
    /** A row of the outbox is deleted before the broker has it. */
    DELETES_BEFORE_PUBLISHING,
    /** The rows of the outbox are published backwards. */
    PUBLISHES_BACKWARDS,
    /** A state is committed, and of its events the last one is forgotten. */
    FORGETS_THE_LAST_EVENT,
    /** The desk does not hear that an act has no effect. */
    DESK_HEARS_NO_REFUSAL,
    /** The citizen does not hear that an act has no effect. */
    CITIZEN_HEARS_NO_REFUSAL,
    /** The desk does not remember what it waits to hear of: what routing says of an earlier act undoes a later one. */
    DESK_AWAITS_NOTHING,
    /** An act that is taken comes to its reader with the id of the event that tells so. */
    TAKEN_UNDER_ANOTHER_ID,
    /** An act that is taken has the moment at which somebody did it, and not one in the order of the case. */
    TAKEN_AT_ITS_OWN_TIME,
    /** The recap counts what is proposed. */
    RECAP_COUNTS_PROPOSALS,
    /** The citizen gets a message about what is proposed. */
    MAILS_BEFORE_THE_DECISION,
    /** The citizen hears of no move that is called off. */
    CITIZEN_HEARS_OF_NO_CALLED_OFF_MOVE,
    /** The clocks of a case that ended run on. */
    CLOCKS_RUN_ON,
    /** The citizen does not hear that the promise stands still, or runs again. */
    CITIZEN_HEARS_OF_NO_PAUSE,
    /** A deadline that passed is not told. */
    MISSED_DEADLINES_ARE_NOT_TOLD
}
