package id.tanggap.intake.page.proof;

import id.tanggap.intake.page.frame.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "citizen")
final class ProofPages {
    private ProofPages() {}

    static native TemplateInstance proof(Frame f, ProofView v);
}
