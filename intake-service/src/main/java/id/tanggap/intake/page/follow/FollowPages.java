package id.tanggap.intake.page.follow;

import id.tanggap.intake.page.frame.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

@CheckedTemplate(basePath = "citizen")
final class FollowPages {
    private FollowPages() {}

    /** @param number as it was typed */
    static native TemplateInstance track(Frame f, String number, @Nullable String trouble);

    static native TemplateInstance own(Frame f, OwnView v);

    static native TemplateInstance dates(Frame f, DatesView v);
}
