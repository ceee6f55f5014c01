package id.tanggap.intake.page.lodge;

import id.tanggap.intake.page.frame.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

@CheckedTemplate(basePath = "citizen")
final class LodgePages {
    private LodgePages() {}

    static native TemplateInstance lodge(Frame f, LodgeView v);

    /** @param trouble why it was not sent just now; null when nobody tried */
    static native TemplateInstance check(Frame f, LodgeView v, List<Masked> masked, @Nullable String trouble);

    /** @param unsent what was sent of which nobody knows whether it arrived */
    static native TemplateInstance receipt(Frame f, List<ReceiptView> receipts, List<Kept> unsent);
}
