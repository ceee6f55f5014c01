package id.tanggap.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.MaskedWords;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What every module keeps; a module runs them by {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {
    private static final Set<String> GROUND = Set.of(
            "channel",
            "citizen",
            "clock",
            "contracts",
            "dispatch",
            "fault",
            "file",
            "governments",
            "learning",
            "masking",
            "messaging",
            "proof",
            "qr",
            "rest",
            "search");
    private static final Set<String> SERVICES = Set.of("intake", "routing", "response", "reporting", "notification");

    /** The form's default, an import's column, and sheets that tell of no secrecy. */
    private static final List<String> SECRECY_IS_CHOSEN_BY = List.of(
            "id.tanggap.intake.complaint.SubmitComplaint",
            "id.tanggap.intake.conversation.script.Draft",
            "id.tanggap.intake.page.lodge.LodgeView$Choice",
            "id.tanggap.intake.past.MappingResource$ColumnsTold",
            "id.tanggap.intake.past.told.PastComplaint$Kind",
            "id.tanggap.intake.past.reading.Heading",
            "id.tanggap.intake.past.reading.Sp4nReader",
            "id.tanggap.intake.past.reading.RecapSheetReader",
            "id.tanggap.intake.past.reading.RecordBookReader");

    /** The house has two floors: services stand on the ground rooms and never on each other. */
    @ArchTest
    static final ArchRule SERVICES_DO_NOT_IMPORT_EACH_OTHER = slices().matching("id.tanggap.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(anything(), in(GROUND))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule GROUND_ROOMS_KNOW_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage(packages(GROUND))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(SERVICES))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PLAIN_ROOMS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "id.tanggap.channel..",
                    "id.tanggap.clock..",
                    "id.tanggap.contracts..",
                    "id.tanggap.dispatch..",
                    "id.tanggap.file..",
                    "id.tanggap.governments..",
                    "id.tanggap.learning..",
                    "id.tanggap.masking..",
                    "id.tanggap.proof..",
                    "id.tanggap.qr..",
                    "id.tanggap.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "org.apache.kafka..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("id.tanggap.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** Two classes that need each other are one thing, or a third is missing; the parts of a sealed type are one thing. */
    @ArchTest
    static final ArchRule CLASSES_ARE_FREE_OF_CIRCLES = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith("id.tanggap.")
                            ? SliceIdentifier.of(outermost(type).getName())
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "classes";
                }
            })
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    DescribedPredicate.describe("a sealed type", HouseRules::isSealed),
                    DescribedPredicate.describe("its part", HouseRules::isPart))
            .allowEmptyShould(true);

    /** What goes to Kafka goes through the outbox; a bench measures what Kafka can do without. */
    @ArchTest
    static final ArchRule ONLY_THE_MESSAGING_KIT_PRODUCES = noClasses()
            .that()
            .resideInAPackage("id.tanggap..")
            .and()
            .resideOutsideOfPackages("id.tanggap.messaging..", "id.tanggap.testkit..", "id.tanggap.bench.relay..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.apache\\.kafka\\.clients\\.producer\\..*|org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.(Emitter|Outgoing)|io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter")
            .allowEmptyShould(true);

    /** Time is passed in, so that a test can walk through a month in a second. */
    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_SOURCE = noClasses()
            .that()
            .resideInAPackage("id.tanggap..")
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("now() of java.time is asked without a source") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return access.getTarget() instanceof CodeUnitAccessTarget now
                            && now.getOwner().getPackageName().equals("java.time")
                            && now.getName().equals("now")
                            && now.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("id.tanggap..")
            .should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .allowEmptyShould(true);

    /** Of a secret complaint no words leave: the events that carry some see to it, given the complaint's visibility. */
    @ArchTest
    static final ArchRule WORDS_LEAVE_THROUGH_THE_VISIBILITY = noClasses()
            .that()
            .resideOutsideOfPackage("id.tanggap.contracts..")
            .should()
            .accessTargetWhere(
                    new DescribedPredicate<JavaAccess<?>>("an event with words is made without a visibility") {
                        @Override
                        public boolean test(JavaAccess<?> access) {
                            return access.getTarget() instanceof CodeUnitAccessTarget made
                                    && made.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                                    && needsAVisibility(made.getOwner());
                        }
                    })
            .allowEmptyShould(true);

    /** What is secret is asked of {@link Visibility}; only what makes something secret names its values. */
    @ArchTest
    static final ArchRule SECRECY_HAS_ONE_HOME = noClasses()
            .that()
            .resideInAPackage("id.tanggap..")
            .and()
            .resideOutsideOfPackage("id.tanggap.contracts..")
            .and(DescribedPredicate.describe(
                    "choose no secrecy", type -> !SECRECY_IS_CHOSEN_BY.contains(type.getFullName())))
            .should()
            .accessFieldWhere(new DescribedPredicate<JavaFieldAccess>("a value of Visibility is named") {
                @Override
                public boolean test(JavaFieldAccess access) {
                    return access.getTargetOwner().isEquivalentTo(Visibility.class);
                }
            })
            .allowEmptyShould(true);

    private static boolean isSealed(JavaClass type) {
        return outermost(type).reflect().isSealed();
    }

    private static boolean isPart(JavaClass type) {
        return outermost(type).getAllRawInterfaces().stream().anyMatch(HouseRules::isSealed)
                || outermost(type).getAllRawSuperclasses().stream().anyMatch(HouseRules::isSealed);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }

    private static boolean needsAVisibility(JavaClass owner) {
        return owner.isAssignableTo(Event.class)
                && owner.isRecord()
                && Arrays.stream(owner.reflect().getRecordComponents())
                        .anyMatch(it -> it.isAnnotationPresent(MaskedWords.class))
                && Arrays.stream(owner.reflect().getRecordComponents())
                        .noneMatch(it -> it.getType().equals(Visibility.class));
    }

    private static DescribedPredicate<JavaClass> anything() {
        return DescribedPredicate.alwaysTrue();
    }

    private static DescribedPredicate<JavaClass> in(Set<String> rooms) {
        return JavaClass.Predicates.resideInAnyPackage(packages(rooms));
    }

    private static String[] packages(Set<String> rooms) {
        return rooms.stream().map(room -> "id.tanggap." + room + "..").toArray(String[]::new);
    }

    private HouseRules() {}
}
