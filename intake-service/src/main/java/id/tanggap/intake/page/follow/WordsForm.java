package id.tanggap.intake.page.follow;

import id.tanggap.intake.participation.Participation.Word;
import id.tanggap.intake.tracking.Step;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Words with files, as a browser sends them. */
public class WordsForm {
    @RestForm("token")
    @Nullable
    String token;

    @RestForm("text")
    @Nullable
    String text;

    @RestForm("file")
    @Nullable
    List<FileUpload> files;

    String words() {
        return Objects.requireNonNullElse(text, "");
    }

    /** An input in which nothing was chosen sends an empty one. */
    List<FileUpload> sent() {
        return files == null
                ? List.of()
                : files.stream().filter(file -> file.size() > 0).toList();
    }

    Word word(Step step, List<String> tickets) {
        return new Word(step, words().strip(), null, tickets, token);
    }
}
