package id.tanggap.routing.cases;

import id.tanggap.contracts.Envelope;
import id.tanggap.contracts.IntakeEvent.ComplaintReceived;

/** A complaint that was just received, and where it goes. */
record NewCase(Envelope envelope, ComplaintReceived complaint, Dispatch dispatch) {}
