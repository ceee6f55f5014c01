package id.tanggap.intake.receipt;

import id.tanggap.governments.Government;

/** A receipt, and by whose rules it is one. */
public record Given(Receipt receipt, Government government) {}
