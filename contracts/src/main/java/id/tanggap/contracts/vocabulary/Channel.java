package id.tanggap.contracts.vocabulary;

/** The channel a complaint came in on (kanal). */
public enum Channel {
    WEB,
    MOBILE_APP,
    WHATSAPP,
    SMS,
    FACEBOOK,
    X,
    INSTAGRAM,
    TELEGRAM,
    EMAIL,
    OPEN311,
    COUNTER,
    LETTER
}
