package id.tanggap.local.part;

import id.tanggap.doubles.whatsapp.WhatsAppDouble;
import id.tanggap.local.machine.Jvm;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stands in for WhatsApp and the telephones behind it, for people who try the platform. */
record Phone(Workspace workspace, Channels channels) implements Part {
    static final String NAME = "phone";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> after() {
        return List.of(Platform.EDGE);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(Jvm.start(workspace, NAME, Jvm.PHONE));
        command.addAll(List.of("-cp", workspace.libraries() + "/*", WhatsAppDouble.class.getName()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(WhatsAppDouble.SETTINGS, channels.settings());
    }

    @Override
    public boolean healthy() {
        return Probe.answersHttp(workspace.address(Port.PHONE), "/double/accounts");
    }
}
