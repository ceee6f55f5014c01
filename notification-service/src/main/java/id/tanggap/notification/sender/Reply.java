package id.tanggap.notification.sender;

import java.util.UUID;

/**
 * What a conversation answers its citizen. Its words and its address are intake's to say, at each attempt.
 *
 * @param id the reply's own
 * @param subject the conversation
 */
public record Reply(UUID id, UUID subject, String government) implements Errand {}
