package com.cashtrace.infra;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The map of packages in architecture.md, held by the build. */
class PackageMapTest {

  private static final String BASE = "com.cashtrace.infra";

  /** Package to the packages of ours that it may use; the root package may use all. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("problem", List.of()),
          Map.entry("mask", List.of()),
          Map.entry("document", List.of("problem")),
          Map.entry("file", List.of("problem")),
          Map.entry("process", List.of("problem")),
          Map.entry("plan", List.of("mask", "problem")),
          Map.entry("schema", List.of("document", "problem")),
          Map.entry("environment", List.of("document", "problem")),
          Map.entry("catalog", List.of("document", "problem")),
          Map.entry("place", List.of("catalog", "document", "problem")),
          Map.entry(
              "residency",
              List.of("place", "environment", "catalog", "schema", "document", "problem")),
          Map.entry("scan", List.of("residency", "place", "environment", "document", "problem")),
          Map.entry("rule", List.of("environment", "catalog", "document", "problem")),
          Map.entry("render", List.of("environment", "catalog", "document", "file", "problem")),
          Map.entry("workspace", List.of("render", "file", "problem")),
          Map.entry("terraform", List.of("process", "plan", "file", "problem")),
          Map.entry("bundle", List.of("file", "problem")),
          Map.entry("backend", List.of("environment", "file", "problem")),
          Map.entry("audit", List.of("backend", "file", "problem")),
          Map.entry("revision", List.of("process", "problem")),
          Map.entry(
              "doctor",
              List.of("process", "terraform", "backend", "environment", "file", "problem")),
          Map.entry(
              "report",
              List.of(
                  "plan",
                  "bundle",
                  "doctor",
                  "revision",
                  "backend",
                  "audit",
                  "residency",
                  "place",
                  "catalog",
                  "environment",
                  "document",
                  "problem")),
          Map.entry(
              "run",
              List.of(
                  "document",
                  "schema",
                  "environment",
                  "catalog",
                  "rule",
                  "place",
                  "residency",
                  "scan",
                  "render",
                  "workspace",
                  "file",
                  "mask",
                  "plan",
                  "process",
                  "terraform",
                  "backend",
                  "bundle",
                  "audit",
                  "doctor",
                  "revision",
                  "report",
                  "problem")),
          Map.entry(
              "command",
              List.of(
                  "run",
                  "render",
                  "workspace",
                  "plan",
                  "environment",
                  "report",
                  "rule",
                  "document",
                  "catalog",
                  "place",
                  "residency",
                  "scan",
                  "doctor",
                  "revision",
                  "terraform",
                  "backend",
                  "bundle",
                  "audit",
                  "file",
                  "process",
                  "mask",
                  "problem")));

  /** Library or class to the only package that may use it. */
  private static final Map<String, String> HOMES =
      Map.of(
          "picocli..", "command",
          "software.amazon.awssdk..", "backend",
          "com.hubspot.jinjava..", "render",
          "com.networknt..", "schema",
          "org.yaml.snakeyaml..", "document",
          "com.github.difflib..", "workspace");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @TestFactory
  Stream<DynamicTest> everyPackageUsesOnlyWhatTheMapAllows() {
    return MAY_USE.keySet().stream()
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> usesOnlyItsOwn(name)));
  }

  private static void usesOnlyItsOwn(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
            .map(used -> BASE + "." + used)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(BASE + "." + name)
        .should()
        .dependOnClassesThat(
            resideInAPackage(BASE + "..")
                .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageIsOnTheMap() {
    Set<String> packages =
        CLASSES.getPackage(BASE).getSubpackages().stream()
            .map(JavaPackage::getRelativeName)
            .collect(Collectors.toSet());

    assertThat(MAY_USE.keySet()).containsAll(packages);
  }

  @Test
  void noPackagesFormACircle() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> everyLibraryHasOneHome() {
    return HOMES.keySet().stream()
        .sorted()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library,
                    () ->
                        classes()
                            .that()
                            .resideOutsideOfPackages(BASE + "." + HOMES.get(library))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideOutsideOfPackage(library)
                            .check(CLASSES)));
  }

  @Test
  void onlyProcessStartsPrograms() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".process")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .callMethodWhere(
            target(owner(type(Runtime.class)))
                .and(target(nameMatching("exec|exit|halt|addShutdownHook"))))
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(BASE + ".Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void noNameIsUtilHelperManagerOrCommon() {
    String pattern = ".*(?i)(util|helper|manager|common)s?.*";
    assertThat(Arrays.asList(CLASSES.stream().map(c -> c.getName()).toArray(String[]::new)))
        .noneMatch(name -> name.matches(pattern));
  }
}
