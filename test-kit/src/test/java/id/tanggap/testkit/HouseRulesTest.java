package id.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import id.tanggap.contracts.NeedsAContainer;
import id.tanggap.intake.AsksTheMachine;
import id.tanggap.intake.HasAnInjectedField;
import id.tanggap.intake.LooksIntoRouting;
import id.tanggap.intake.Publishes;
import id.tanggap.intake.StandsOnTheGround;
import id.tanggap.intake.TellsWords;
import id.tanggap.intake.chicken.Chicken;
import id.tanggap.intake.egg.Circle;
import id.tanggap.intake.egg.Egg;
import id.tanggap.intake.egg.Hatchling;
import id.tanggap.intake.egg.Hen;
import id.tanggap.intake.egg.Shape;
import id.tanggap.messaging.Ground;
import id.tanggap.messaging.KnowsRouting;
import id.tanggap.routing.Neighbour;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail guards nothing: each is shown one class that breaks it and one that does not. */
class HouseRulesTest {
    @Test
    void keepServicesFromImportingEachOther() {
        assertThat(breaks(HouseRules.SERVICES_DO_NOT_IMPORT_EACH_OTHER, LooksIntoRouting.class, Neighbour.class))
                .isTrue();
        assertThat(breaks(
                        HouseRules.SERVICES_DO_NOT_IMPORT_EACH_OTHER,
                        StandsOnTheGround.class,
                        Ground.class,
                        Neighbour.class))
                .isFalse();
    }

    @Test
    void keepTheGroundFromKnowingServices() {
        assertThat(breaks(HouseRules.GROUND_ROOMS_KNOW_NO_SERVICE, KnowsRouting.class))
                .isTrue();
        assertThat(breaks(HouseRules.GROUND_ROOMS_KNOW_NO_SERVICE, Ground.class, LooksIntoRouting.class))
                .isFalse();
    }

    @Test
    void keepFrameworksOutOfThePlainRooms() {
        assertThat(breaks(HouseRules.PLAIN_ROOMS_KNOW_NO_FRAMEWORK, NeedsAContainer.class))
                .isTrue();
        assertThat(breaks(HouseRules.PLAIN_ROOMS_KNOW_NO_FRAMEWORK, HasAnInjectedField.class))
                .isFalse();
    }

    @Test
    void keepFeaturesFreeOfCycles() {
        assertThat(breaks(HouseRules.FEATURES_ARE_FREE_OF_CYCLES, Chicken.class, Egg.class))
                .isTrue();
        assertThat(breaks(HouseRules.FEATURES_ARE_FREE_OF_CYCLES, Chicken.class))
                .isFalse();
    }

    @Test
    void keepClassesFreeOfCircles() {
        assertThat(breaks(HouseRules.CLASSES_ARE_FREE_OF_CIRCLES, Hen.class, Hatchling.class, Hatchling.OfAnEgg.class))
                .isTrue();
        assertThat(breaks(HouseRules.CLASSES_ARE_FREE_OF_CIRCLES, Chicken.class, Neighbour.class))
                .isFalse();
    }

    @Test
    void leaveASealedTypeAndItsPartsTogether() {
        assertThat(breaks(HouseRules.CLASSES_ARE_FREE_OF_CIRCLES, Shape.class, Circle.class))
                .isFalse();
    }

    @Test
    void keepProducersInTheMessagingKit() {
        assertThat(breaks(HouseRules.ONLY_THE_MESSAGING_KIT_PRODUCES, Publishes.class))
                .isTrue();
        assertThat(breaks(HouseRules.ONLY_THE_MESSAGING_KIT_PRODUCES, Neighbour.class))
                .isFalse();
    }

    @Test
    void keepTheMachinesClockOut() {
        assertThat(breaks(HouseRules.TIME_COMES_FROM_A_SOURCE, AsksTheMachine.Outright.class))
                .isTrue();
        assertThat(breaks(HouseRules.TIME_COMES_FROM_A_SOURCE, AsksTheMachine.ForAZone.class))
                .isTrue();
        assertThat(breaks(HouseRules.TIME_COMES_FROM_A_SOURCE, AsksTheMachine.ByReference.class))
                .isTrue();
        assertThat(breaks(HouseRules.TIME_COMES_FROM_A_SOURCE, AsksTheMachine.AClock.class))
                .isFalse();
    }

    @Test
    void keepInjectionInTheConstructor() {
        assertThat(breaks(HouseRules.NO_FIELD_INJECTION, HasAnInjectedField.class))
                .isTrue();
        assertThat(breaks(HouseRules.NO_FIELD_INJECTION, Publishes.class)).isFalse();
    }

    @Test
    void letWordsLeaveThroughTheVisibilityAlone() {
        var rule = HouseRules.WORDS_LEAVE_THROUGH_THE_VISIBILITY;
        assertThat(breaks(rule, TellsWords.WhateverTheVisibility.class)).isTrue();
        assertThat(breaks(rule, TellsWords.ByReference.class)).isTrue();
        assertThat(breaks(rule, TellsWords.AsTheVisibilitySays.class)).isFalse();
    }

    @Test
    void keepSecrecyInOneHome() {
        var rule = HouseRules.SECRECY_HAS_ONE_HOME;
        assertThat(breaks(rule, TellsWords.AsItDecidesItself.class)).isTrue();
        assertThat(breaks(rule, TellsWords.AsTheVisibilitySays.class)).isFalse();
    }

    private static boolean breaks(ArchRule rule, Class<?>... classes) {
        return rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation();
    }
}
