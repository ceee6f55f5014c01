package id.tanggap.notification.sender.chat;

import id.tanggap.contracts.book.BookWords;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.speech.ChannelAccount;
import id.tanggap.governments.speech.Wording;
import id.tanggap.notification.sender.Message;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says messages in the words of their government. With a text that is missing, or a blank nobody fills, it does not start. */
@Startup
@Singleton
public class ChatWords {
    private static final String INDONESIAN = "id";
    private static final String WITHHELD = "words-withheld";
    private static final String WORDS = "words";

    /** What a message of any kind has to tell. */
    private static final Set<String> VALUES = Set.of("government", "number", "link", "agency", WORDS);

    /** Providers take no value of a template that is longer, nor one of several lines. */
    private static final int MOST_OF_A_VALUE = 1024;

    private final Governments governments;
    private final String track;

    ChatWords(Governments governments, @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.governments = governments;
        this.track = publicUrl + BookWords.FOLLOWED;
        governments.all().forEach(ChatWords::demandAll);
    }

    private static void demandAll(Government government) {
        for (var kind : MessageKind.values()) {
            government.wording().demand(key(kind), VALUES);
        }
        government.wording().demand(WITHHELD, Set.of());
        government.channelAccounts().stream()
                .flatMap(account -> account.templates().stream())
                .forEach(ChatWords::demand);
    }

    private static void demand(ChannelAccount.Template template) {
        if (!VALUES.containsAll(template.values())) {
            throw new IllegalArgumentException(
                    "The template " + template.name() + " asks for other values than " + VALUES);
        }
    }

    /**
     * The whole message. Of words that are too long for it as much as fits: all of them stand on the page that it leads to, and
     * one message is one delivery with one report.
     *
     * @param most characters
     */
    public String text(Message message, int most) {
        var wording = wording(message);
        var values = values(message);
        var words = values.getOrDefault(WORDS, "");
        values.put(WORDS, "");
        var frame = wording.say(key(message.kind()), INDONESIAN, values);
        values.put(WORDS, Excerpt.of(words, Math.max(1, most - frame.length())));
        return Excerpt.of(wording.say(key(message.kind()), INDONESIAN, values), most);
    }

    /** For the blanks of a template, first to last. */
    public List<String> values(Message message, ChannelAccount.Template template) {
        var values = values(message);
        return template.values().stream()
                .map(name -> Excerpt.of(values.getOrDefault(name, "").strip().replaceAll("\\s+", " "), MOST_OF_A_VALUE))
                .toList();
    }

    private Map<String, String> values(Message message) {
        var about = message.about();
        var government = governments.find(about.government());
        var name = government == null ? about.government() : government.name();
        var agency = government == null || message.agency() == null ? null : government.agency(message.agency());
        var values = new HashMap<String, String>();
        values.put("government", name);
        values.put("number", about.number());
        values.put("link", track + about.number());
        values.put("agency", agency == null ? name : agency.name());
        values.put(
                WORDS,
                message.words() == null ? wording(message).say(WITHHELD, INDONESIAN, Map.of()) : message.words());
        return values;
    }

    /** A government that was taken out of the files speaks as the first one does, under its own id. */
    private Wording wording(Message message) {
        var government = governments.find(message.about().government());
        return (government == null ? governments.all().getFirst() : government).wording();
    }

    private static String key(MessageKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
