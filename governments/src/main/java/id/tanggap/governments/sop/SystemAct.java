package id.tanggap.governments.sop;

/** What a step of a SOP may have done by the system itself. */
public enum SystemAct {
    /** Takes the complaint as complete; the form has seen to that. */
    VERIFY,
    /** Forwards to the coordination group (grup aduan). */
    FORWARD_TO_GROUP,
    /** Ends the wait for the group. */
    END_GROUP_WAIT,
    /** Dispatches to the agency that is proposed, when the proposal is sure enough; else a coordinator chooses. */
    DISPATCH,
    /** Moves a returned complaint to the agency that was named, as long as hops are left; else a coordinator chooses. */
    REDELEGATE,
    /** Sends what was moved to its new agency. */
    SEND,
    /** Ends the wait for the citizen; the clocks run again. */
    RESUME,
    /** Closes an answered complaint to which the citizen has said nothing more. */
    CLOSE
}
