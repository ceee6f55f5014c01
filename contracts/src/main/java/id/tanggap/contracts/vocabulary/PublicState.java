package id.tanggap.contracts.vocabulary;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a complaint stands, as anybody may know who knows the complaint. */
public enum PublicState {
    /** There is a receipt; it is looked at, and its destination is sought. */
    RECEIVED("Diterima", "Received"),
    /** Before the coordination group, until an agency has it. */
    FORWARDED("Diteruskan ke grup perangkat daerah", "With the coordination group"),
    /** With an agency that has not taken it in hand, or on its way from one to the next. */
    DISPATCHED("Diteruskan ke perangkat daerah", "Forwarded to an agency"),
    /** The agency, or a division of it, works on it. */
    IN_PROGRESS("Sedang ditangani", "In progress"),
    /** The citizen was asked for more. */
    NEEDS_INFO("Menunggu balasan Anda", "Waiting for your reply"),
    /** Answered; the citizen may object. */
    ANSWERED("Dijawab", "Answered"),
    /** The promised follow-up is done (tuntas). */
    RESOLVED("Tindak lanjut tuntas", "Follow-up done"),
    /** The citizen disputes the answer. */
    OBJECTED("Keberatan ditangani", "Objection under way"),
    /** Final (selesai). */
    CLOSED("Selesai", "Closed"),
    /** Not taken on (ditolak). */
    REJECTED("Tidak dapat ditindaklanjuti", "Not taken on"),
    /** Somebody outside the government is in charge. */
    OUT_OF_JURISDICTION("Bukan kewenangan pemerintah daerah", "Outside this government's jurisdiction"),
    /** The citizen took it back. */
    WITHDRAWN("Dicabut", "Withdrawn"),
    /** Carried on in another complaint. */
    MERGED("Ditangani bersama aduan lain", "Handled with another complaint");

    /** Those in which something is left to wait for. */
    public static final Set<PublicState> OPEN = Arrays.stream(values())
            .filter(state -> !state.isEnd())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(PublicState.class)));

    private final String id;
    private final String en;

    PublicState(String id, String en) {
        this.id = id;
        this.en = en;
    }

    public Words words() {
        return new Words(id, en);
    }

    /** Whether nothing is left to wait for. */
    public boolean isEnd() {
        return this == CLOSED || isUnanswered();
    }

    /** Whether it ended and no answer is owed any more. */
    public boolean isUnanswered() {
        return switch (this) {
            case REJECTED, OUT_OF_JURISDICTION, WITHDRAWN, MERGED -> true;
            default -> false;
        };
    }

    /** A state that is left to where it was entered from. */
    public boolean isDetour() {
        return this == NEEDS_INFO || this == MERGED;
    }
}
