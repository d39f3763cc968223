package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyEvidence;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.scan.DeclaredModules;
import com.cashtrace.infra.scan.Knowledge;
import com.cashtrace.infra.scan.Scan;
import com.cashtrace.infra.scan.ScanOptions;
import com.cashtrace.infra.scan.ScanResult;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plan or state that a report is made from.
 *
 * @param knowledge where to look things up; asked only where a document is read
 * @param specs what documents may belong to
 * @param judging where regions and zones are
 */
record ResidencyReportingScan(Supplier<Knowledge> knowledge, ScannedSpecs specs, Judging judging) {

  static ResidencyReportingScan of(SpecFolder folder, Resources resources, Judging judging) {
    return new ResidencyReportingScan(
        () -> Knowledge.read(resources, judging.places()),
        new ScannedSpecs(folder, resources, judging.places()),
        judging);
  }

  /**
   * What a document says.
   *
   * @param origin whether it is a plan or a state
   * @param environment whose spec it belongs to; null if none is known
   * @param holdings everything that has a place
   * @param input the document as evidence
   * @param problems what else people must see
   * @param differences from the spec
   */
  record Scanned(
      Origin origin,
      @Nullable Environment environment,
      List<Holding> holdings,
      ResidencyEvidence.Input input,
      List<Problem> problems,
      List<Problem> differences) {

    /** The environment, or the file where no spec is known. */
    String name() {
      return environment == null ? input.file() : environment.name();
    }
  }

  /**
   * Reads a document to its end.
   *
   * @param given the environment that it has to belong to if it is tagged; null for any
   */
  Scanned read(ResidencyDocument document, @Nullable Environment given) {
    DigestInputStream json = Digests.reading(document.json());
    ScanResult result =
        new Scan(knowledge.get())
            .scan(
                json,
                new ScanOptions(
                    document.name(), document.classes(), tag -> declared(document, tag, given)));
    Origin origin = result.kind() == ScanResult.Kind.PLAN ? Origin.PLAN : Origin.STATE;
    requireKind(document, origin);
    Environment environment =
        given != null
            ? given
            : Optional.ofNullable(result.environment()).flatMap(specs::environment).orElse(null);
    ResidencyDocument.Version version = document.version();
    var input =
        new ResidencyEvidence.Input(
            document.name(),
            Digests.sha256(json),
            text(result.formatVersion()),
            text(result.terraformVersion()),
            version == null ? null : version.serial(),
            version == null ? null : version.lineage());
    return new Scanned(
        origin,
        environment,
        result.holdings(),
        input,
        notes(document, result),
        differences(result, environment));
  }

  private List<Problem> differences(ScanResult result, @Nullable Environment environment) {
    if (environment == null) {
      return List.of();
    }
    if (result.environment() == null) {
      // which component a resource is of, only what this program rendered tells
      String message = "no resource is tagged as made from a spec, so nothing is compared with it";
      return List.of(new Problem(Severity.NOTE, "not-compared", message, null, null));
    }
    return judging.agreement(environment, result.stated());
  }

  private Optional<DeclaredModules> declared(
      ResidencyDocument document, String tag, @Nullable Environment given) {
    if (given == null) {
      return specs.declared(tag);
    }
    if (!tag.equals(given.name())) {
      throw failure(
          document,
          "other-environment",
          "is tagged as '" + tag + "', and is to be judged as '" + given.name() + "'",
          "name no environment, and the tag decides");
    }
    return Optional.of(SpecModules.of(given, judging.places()));
  }

  private static List<Problem> notes(ResidencyDocument document, ScanResult result) {
    List<Problem> notes = new ArrayList<>(result.notes());
    if (document.classes() != null) {
      notes.addAll(document.classes().unused());
    }
    return notes;
  }

  private static void requireKind(ResidencyDocument document, Origin origin) {
    Origin wanted = document.origin();
    if (wanted != null && wanted != origin) {
      throw failure(
          document,
          "not-a-plan-or-state",
          "is a " + origin.word() + ", and a " + wanted.word() + " is wanted",
          "--from " + origin.word() + " takes it");
    }
  }

  private static FailureException failure(
      ResidencyDocument document, String code, String what, String hint) {
    String name = document.name();
    Problem problem = Problem.error(code, "'" + name + "' " + what, Location.ofFile(name));
    return new FailureException(problem.withHint(hint));
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
