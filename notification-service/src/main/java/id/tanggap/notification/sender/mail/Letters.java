package id.tanggap.notification.sender.mail;

import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import org.jspecify.annotations.Nullable;

/** The letters, each as plain text and as HTML. */
@CheckedTemplate
final class Letters {
    static native MailTemplateInstance received(String government, String number, String track);

    static native MailTemplateInstance answered(
            String government, String number, String track, @Nullable String agency, @Nullable String answer);

    static native MailTemplateInstance asked(
            String government, String number, String track, @Nullable String agency, @Nullable String question);

    static native MailTemplateInstance referred(
            String government, String number, String track, @Nullable String advice);

    static native MailTemplateInstance screenedOut(String government, String number, String track);

    private Letters() {}
}
