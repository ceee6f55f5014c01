package id.tanggap.intake.page.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "citizen")
final class FramePages {
    private FramePages() {}

    static native TemplateInstance home(Frame f);

    static native TemplateInstance trouble(Frame f, String heading, String detail);
}
