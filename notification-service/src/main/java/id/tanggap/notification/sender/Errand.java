package id.tanggap.notification.sender;

import java.util.UUID;

/** What is to be brought to a citizen. */
public sealed interface Errand permits Message, Reply {
    /** The same in every attempt; goes along, where a provider gives it back with its reports. */
    UUID id();

    /** What it is about: the complaint or the conversation. */
    UUID subject();

    String government();
}
