package id.tanggap.local.command;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Secrets;
import java.time.YearMonth;
import java.time.ZoneId;

/** What to try, once everything is ready. */
final class Welcome {

    private Welcome() {}

    static void show(Workspace workspace, Secrets secrets, Console console) {
        String url = workspace.publicUrl();
        YearMonth month = YearMonth.now(ZoneId.of("Asia/Jakarta"));
        console.say("""

                  Citizens           %1$s/
                  Staff              %1$s/staff/
                    log in as        admin.dishub.solo, lalin.dishub.solo, admin.dlh.solo, admin.dpupr.solo,
                                     petugas.solo, koordinator.solo, kepala.solo, analis.solo, arsip.solo,
                                     auditor.solo, sekda.solo; admin.dpupr.kra, petugas.kra, koordinator.kra,
                                     kepala.kra, analis.kra, arsip.kra, auditor.kra, bina-marga.dpupr.kra; operator
                    password         %2$s
                  Recap of the month %1$s/staff/rekap/%3$s   (as kepala; its data: /api/reporting/v1/recaps/surakarta/%3$s)
                  Mails sent         %4$s
                  Logs               %5$s
                  Keycloak's console http://%7$s/auth/admin/   (admin, password in %6$s)
                  Stop               Ctrl-C, or ./tanggap down
                """.formatted(
                        url,
                        secrets.get(Secrets.DEMO_PASSWORD),
                        month,
                        workspace.mails(),
                        workspace.data().resolve("log"),
                        workspace.data().resolve("secrets.properties"),
                        workspace.address(Port.KEYCLOAK)));
    }
}
