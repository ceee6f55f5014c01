package id.tanggap.response.live;

import id.tanggap.response.desk.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Broadcast implements Changes {
    @Override
    public void of(UUID complaint) {}
}
