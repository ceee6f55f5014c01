package id.tanggap.intake.conversation.wording;

import id.tanggap.channel.Outgoing;
import id.tanggap.governments.Government;
import id.tanggap.intake.conversation.script.Choices;
import id.tanggap.intake.conversation.script.Draft;
import id.tanggap.intake.conversation.script.Facts;
import id.tanggap.intake.conversation.script.Stage;
import id.tanggap.intake.conversation.script.Talk;
import id.tanggap.intake.participation.SurveyElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is answered, in the words of the government and the language of the citizen: one answer for all that was said. */
public final class Phrases {
    /** Providers take 1,024 characters above what can be pressed. */
    private static final int LONGEST_QUESTION = 1000;

    private static final int LONGEST_EXCERPT = 350;
    private static final int LONGEST_PLACE = 120;

    private static final String NOTHING = "–";

    private final Government government;
    private final String publicUrl;

    public Phrases(Government government, String publicUrl) {
        this.government = government;
        this.publicUrl = publicUrl;
    }

    /** One message, or two where what is told and what is asked are too long together; none when there is nothing to say. */
    public List<Outgoing> answers(Talk talk, Facts facts) {
        var told = talk.says().stream()
                .map(say -> words(talk, say.key(), say.values()))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        var question = question(talk);
        if (question == null) {
            return told.isEmpty() ? List.of() : List.of(new Outgoing.Words(told));
        }
        return told.length() + question.length() < LONGEST_QUESTION
                ? List.of(asked(talk, facts, (told + "\n\n" + question).strip()))
                : List.of(new Outgoing.Words(told), asked(talk, facts, question));
    }

    private Outgoing asked(Talk talk, Facts facts, String text) {
        if (talk.stage() == Stage.PLACE) {
            return new Outgoing.PlaceWanted(text);
        }
        var choices = Choices.of(talk, facts, key -> words(talk, key, Map.of()));
        return choices.isEmpty() ? new Outgoing.Words(text) : new Outgoing.Question(text, choices);
    }

    private @Nullable String question(Talk talk) {
        var key = talk.stage().question();
        return key == null || talk.act() != null ? null : words(talk, key, Map.of());
    }

    private String words(Talk talk, String key, Map<String, String> more) {
        var values = new HashMap<>(common(talk.draft()));
        values.putAll(survey(talk));
        values.putAll(more);
        return government.wording().say(key, talk.language(), values);
    }

    private Map<String, String> common(Draft draft) {
        var head = government.letterhead();
        return Map.of(
                "government", government.name(),
                "office", head.office(),
                "address", head.address(),
                "link", publicUrl,
                "text", excerpt(draft.text(), LONGEST_EXCERPT),
                "offered", offered(draft),
                "place", excerpt(place(draft), LONGEST_PLACE),
                "files", String.valueOf(draft.tickets().size()));
    }

    private static Map<String, String> survey(Talk talk) {
        var all = SurveyElement.ALL;
        var at = Math.min(talk.marks().size(), all.size() - 1);
        return Map.of(
                "question", Choices.language(talk).say(all.get(at).question()), "step", at + 1 + "/" + all.size());
    }

    private static String excerpt(String text, int most) {
        return text.length() <= most ? text : Draft.cut(text, most) + "…";
    }

    private static String offered(Draft draft) {
        return draft.offered().stream().map(Facts.Place::name).collect(Collectors.joining("\n"));
    }

    private static String place(Draft draft) {
        var region = draft.region();
        var named = Stream.of(
                        draft.address(), region == null ? null : region.name(), draft.point() == null ? null : "📍")
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? NOTHING : named;
    }
}
