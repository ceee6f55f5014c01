package id.tanggap.governments.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account of a government with somebody who carries messages.
 *
 * @param id unique in the installation; stands in the address of its hook and in handles of citizens
 * @param provider who carries the messages, as the address of its hook says it, such as {@code whatsapp}
 * @param number what the provider calls the number or page, which is no telephone number
 * @param secrets under which name the operator set what proves us to the provider and the provider to us
 * @param templates texts that the provider approved for the time when it takes no others
 */
public record ChannelAccount(String id, String provider, String number, String secrets, List<Template> templates) {

    /**
     * @param message what is told with it, such as {@code ANSWERED}
     * @param name by which the provider knows it
     * @param language as the provider writes it
     * @param values which values fill its blanks, first to last, by the names that the wording of that message uses
     */
    public record Template(String message, String name, String language, List<String> values) {}

    /** Null when the provider approved nothing for that message. */
    public @Nullable Template template(String message) {
        return templates.stream()
                .filter(template -> template.message().equals(message))
                .findFirst()
                .orElse(null);
    }
}
