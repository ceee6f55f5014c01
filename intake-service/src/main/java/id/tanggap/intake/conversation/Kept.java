package id.tanggap.intake.conversation;

import id.tanggap.intake.conversation.script.Talk;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a conversation.
 *
 * @param address to write to
 * @param name as the citizen calls himself there; null when it is not told
 */
record Kept(String address, @Nullable String name, Talk talk) {
    @Override
    public String toString() {
        return "Kept[…]";
    }
}
