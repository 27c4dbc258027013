package id.anjungan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The layout, as a table the build holds: who may know whom, and why. A package that is not in the table fails
/// too, so the table is always whole.
class ArchitectureTest {
    private static final String BASE = "id.anjungan.";
    private static final Set<String> FEATURES = Set.of(
            "tiles", "queue", "map", "casefile", "chat", "alarm", "wallboard", "shift", "search", "settings");

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("id.anjungan");
    private static final JavaClasses TESTS =
            new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("id.anjungan");

    /// One line of the table. Every package may also know itself and `text`.
    private record Line(String name, String because, List<String> mayKnow) {
        Line(String name, String because, String... mayKnow) {
            this(name, because, List.of(mayKnow));
        }
    }

    private static List<Line> table() {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("text", "words are looked up by codes; they know nothing of what they name"),
                new Line("domain", "one pure function decides, on the desk, on the server and in a replay"),
                new Line("media", "a picture is bytes and dots, and means nothing to it"),
                new Line("geo", "geometry serves every part and belongs to none", "domain"),
                new Line("profile", "a city is data, read into what the domain decides by", "domain", "geo"),
                new Line("protocol", "frames carry domain values and outlive every implementation", "domain"),
                new Line("store", "the desk's files keep what arrives and what waits, and do not decide", "domain", "protocol"),
                new Line("sync", "one loop moves records between server and files", "domain", "protocol", "store"),
                new Line("state", "what a screen shows can be tested without a screen", "domain", "profile", "store", "sync"),
                new Line("ui.fx", "the one door to the JavaFX thread serves any screen"),
                new Line("ui.control", "shared controls show values and know no feature", "domain", "geo", "ui.fx"),
                new Line("intake", "the door for channels is the same for real and simulated ones", "domain", "protocol"),
                new Line("channel", "a connector translates and delivers, and never decides", "domain", "profile", "intake"),
                new Line("security", "keys and tokens are used by the server, not the other way", "domain"),
                new Line(
                        "central",
                        "the server knows no console, store file or screen",
                        "domain", "profile", "geo", "protocol", "intake", "channel", "security"),
                new Line(
                        "simulator",
                        "a simulated day comes in through the same doors as a real one",
                        "domain", "profile", "geo", "media", "intake"),
                new Line("report", "a report is made of what the desk shows", "domain", "profile", "media", "state")));
        FEATURES.stream()
                .sorted()
                .forEach(f -> lines.add(new Line(
                        "ui." + f,
                        "features stand side by side and never know each other; the shell puts them together",
                        "state", "domain", "profile", "geo", "media", "report", "ui.fx", "ui.control")));
        lines.add(new Line("ui.shell", "only the shell knows all the features", "ui", "state", "domain", "profile", "geo", "media", "report"));
        return lines;
    }

    @TestFactory
    Stream<DynamicTest> each_package_knows_only_what_the_layout_allows() {
        return table().stream().map(l -> DynamicTest.dynamicTest(l.name(), () -> layout(l).check(MAIN)));
    }

    private static ArchRule layout(Line line) {
        List<String> allowed = new ArrayList<>(List.of(packages(line.name()), packages("text")));
        line.mayKnow().stream().map(ArchitectureTest::packages).forEach(allowed::add);
        DescribedPredicate<JavaClass> strangers = DescribedPredicate.and(
                        resideInAPackage("id.anjungan.."), resideOutsideOfPackages(allowed.toArray(String[]::new)))
                .as("any other part of the desk than %s", allowed);
        return noClasses()
                .that()
                .resideInAPackage(packages(line.name()))
                .should()
                .dependOnClassesThat(strangers)
                .because(line.because())
                .allowEmptyShould(true);
    }

    private static String packages(String name) {
        return BASE + name + "..";
    }

    @Test
    void every_package_is_in_the_layout() {
        Set<String> known = new java.util.HashSet<>(Set.of("app", "ui"));
        table().forEach(l -> known.add(l.name()));
        List<String> strangers = MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(p -> p.startsWith(BASE))
                .map(p -> p.substring(BASE.length()))
                .filter(p -> known.stream().noneMatch(k -> p.equals(k) || p.startsWith(k + ".")))
                .distinct()
                .toList();
        assertThat(strangers).as("packages that the layout does not name").isEmpty();
    }

    @Test
    void domain_needs_nothing_but_the_jdk() {
        classes()
                .that()
                .resideInAPackage(packages("domain"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.lang..", "java.time..", "java.util..", "java.nio.charset..", "java.nio", "java.security..",
                        "org.jspecify..", packages("domain")))
                .because("what decides must be pure and run anywhere; the jspecify annotations are gone at run time")
                .check(MAIN);
    }

    @Test
    void javafx_stays_with_the_screens() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("ui"), packages("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("server, storage and state run and are tested with no display")
                .check(MAIN);
    }

    @Test
    void sql_stays_with_the_files() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("store"), packages("central"), packages("geo.tile"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("each file has one writer, and only its owner may know that there is a file")
                .check(MAIN);
    }

    @Test
    void only_the_door_knows_the_javafx_thread() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("ui.fx"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("changes reach the screen gathered, once a frame, through one door")
                .check(MAIN);
    }

    @Test
    void only_the_app_knows_what_time_it_is() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("app"))
                .should()
                .accessTargetWhere(wallClock())
                .because("time is passed in as an InstantSource, so that a test or a replay can set it")
                .check(MAIN);
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaAccess<?>> wallClock() {
        Set<String> timed = Set.of(
                Instant.class.getName(), LocalDate.class.getName(), LocalDateTime.class.getName(),
                LocalTime.class.getName(), ZonedDateTime.class.getName(), OffsetDateTime.class.getName(),
                java.time.Year.class.getName(), java.time.YearMonth.class.getName());
        return DescribedPredicate.describe("the wall clock", access -> {
            AccessTarget target = access.getTarget();
            String type = target.getOwner().getName();
            String member = target.getName();
            return (timed.contains(type) && member.equals("now"))
                    || (type.equals(Clock.class.getName()) && (member.startsWith("system") || member.startsWith("tick")))
                    || (type.equals("java.time.InstantSource") && member.equals("system"))
                    || (type.equals(System.class.getName()) && member.equals("currentTimeMillis"))
                    || (type.equals(java.util.Date.class.getName())
                            && member.equals("<init>")
                            && target instanceof AccessTarget.ConstructorCallTarget call
                            && call.getRawParameterTypes().isEmpty());
        });
    }

    @Test
    void tests_await_and_never_sleep() {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe("Thread.sleep", access -> access.getTargetOwner()
                                .isEquivalentTo(Thread.class)
                        && access.getTarget().getName().equals("sleep")))
                .because("a sleeping test is slow on a fast machine and fails on a slow one")
                .check(TESTS);
    }

    @Test
    void no_two_parts_know_each_other_in_a_ring() {
        slices().matching("id.anjungan.(*)..")
                .should()
                .beFreeOfCycles()
                .because("layers go one way, so that each can be tested without those above it")
                .check(MAIN);
    }
}
