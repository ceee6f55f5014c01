package id.tanggap.response.desk;

import java.util.UUID;

/** Told of every case that has changed, once the change is committed. */
public interface Changes {
    void of(UUID complaint);
}
