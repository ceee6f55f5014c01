package id.tanggap.response.life;

/** What an officer may do with a case. */
public enum Action {
    ACCEPT,
    /** Give it back as sent to the wrong agency; routing-service does it, which decides where a case goes. */
    RETURN,
    ASSIGN,
    /** Give it to a division, or from there to a section (disposisi). */
    DISPOSE,
    ANSWER_AS_DIVISION,
    REQUEST_INFORMATION,
    DRAFT,
    REQUEST_APPROVAL,
    APPROVE,
    /** Refuse the approval, with a remark. */
    SEND_BACK,
    PUBLISH,
    RESOLVE,
    NOTE,
    ATTACH
}
