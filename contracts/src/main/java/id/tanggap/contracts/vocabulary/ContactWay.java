package id.tanggap.contracts.vocabulary;

/** A way on which a citizen can be reached. */
public enum ContactWay {
    EMAIL,
    /** A telephone number is known. No sender of ours speaks it: it is for an officer who calls. */
    PHONE,
    /** A chat on WhatsApp, whether or not its telephone number is known. */
    WHATSAPP,
    /** Short messages to a telephone. */
    SMS,
    /** A chat with our bot on Telegram. */
    TELEGRAM,
    /** Messenger, with a page of ours on Facebook. */
    FACEBOOK,
    /** A chat with an account of ours on Instagram. */
    INSTAGRAM,
    /** Direct messages on X. */
    X
}
