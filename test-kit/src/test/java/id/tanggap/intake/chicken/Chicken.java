package id.tanggap.intake.chicken;

import id.tanggap.intake.egg.Egg;

public record Chicken(Egg from) {}
