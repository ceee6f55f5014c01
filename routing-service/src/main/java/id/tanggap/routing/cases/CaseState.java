package id.tanggap.routing.cases;

import id.tanggap.contracts.life.PublicState;

/** Where a case stands. {@link Lifecycle} says how it gets from one to the next. */
public enum CaseState {
    /** The citizen has a receipt; nobody has looked. */
    RECEIVED(PublicState.RECEIVED),
    /** The citizen is asked for more; pausable clocks stand still. */
    NEEDS_INFO(PublicState.NEEDS_INFO),
    /** Complete; its destination is not decided. */
    VERIFIED(PublicState.RECEIVED),
    /** Before the coordination group. */
    FORWARDED(PublicState.FORWARDED),
    /** With an agency that has not taken it in hand. */
    DISPATCHED(PublicState.DISPATCHED),
    /** Taken from an agency, and not yet with the next. */
    REDELEGATED(PublicState.DISPATCHED),
    /** With a division of the agency. */
    DISPOSED(PublicState.IN_PROGRESS),
    /** The agency works on it. */
    IN_PROGRESS(PublicState.IN_PROGRESS),
    /** Answered; the citizen may object. */
    ANSWERED(PublicState.ANSWERED),
    /** The promised follow-up is done (tuntas). */
    RESOLVED(PublicState.RESOLVED),
    /** The citizen disputes the answer. */
    OBJECTED(PublicState.OBJECTED),
    /** Final (selesai). */
    CLOSED(PublicState.CLOSED),
    /** Not taken on. */
    REJECTED(PublicState.REJECTED),
    /** Referred outside. */
    OUT_OF_JURISDICTION(PublicState.OUT_OF_JURISDICTION),
    /** Taken back by the citizen. */
    WITHDRAWN(PublicState.WITHDRAWN),
    /** Carried on in another case. */
    MERGED(PublicState.MERGED);

    private final PublicState shown;

    CaseState(PublicState shown) {
        this.shown = shown;
    }

    /** What the outside sees of it; but see {@link CaseMemory#shown()}. */
    PublicState shown() {
        return shown;
    }

    /** Whether nothing is left to wait for. */
    boolean isEnded() {
        return shown.isEnd();
    }
}
