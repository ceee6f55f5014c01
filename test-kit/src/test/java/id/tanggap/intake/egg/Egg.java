package id.tanggap.intake.egg;

import id.tanggap.intake.chicken.Chicken;

public record Egg(Chicken from) {}
