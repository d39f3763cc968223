package com.cashtrace.infra.run;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.report.ScanReport;
import com.cashtrace.infra.report.ScannedDocument;
import com.cashtrace.infra.residency.Verdict;
import com.cashtrace.infra.scan.ClassFile;
import com.cashtrace.infra.scan.Knowledge;
import com.cashtrace.infra.scan.Scan;
import com.cashtrace.infra.scan.ScanOptions;
import com.cashtrace.infra.scan.ScanResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the JSON of any plans and states. */
public final class ResidencyScan {

  private final ScannedSpecs specs;
  private final Resources resources;
  private final Judging judging;
  private final @Nullable ClassFile classes;

  /**
   * Scans for the project of a folder of specs.
   *
   * @param classes classes by address, or null if nobody wrote them down
   */
  public ResidencyScan(
      SpecFolder specs, Resources resources, Judging judging, @Nullable ClassFile classes) {
    this.specs = new ScannedSpecs(specs, resources, judging.places());
    this.resources = resources;
    this.judging = judging;
    this.classes = classes;
  }

  /** Scans a file, or the files of a folder that end in {@code .json}. */
  public ScanReport files(Path path, String name) {
    Scan scan = scan();
    List<ScannedDocument> documents = new ArrayList<>();
    if (Files.isDirectory(path)) {
      for (Path file : children(path, name)) {
        documents.add(file(scan, file, name + "/" + file.getFileName()));
      }
    } else {
      documents.add(file(scan, path, name));
    }
    return report(documents);
  }

  /** Scans what a stream gives. */
  public ScanReport stream(InputStream json, String name) {
    return report(List.of(document(scan(), json, name)));
  }

  private Scan scan() {
    return new Scan(Knowledge.read(resources, judging.places()));
  }

  private static List<Path> children(Path folder, String name) {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> files =
          paths
              .filter(path -> path.getFileName().toString().endsWith(".json"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        Problem problem =
            Problem.error(
                "file-missing", "this folder holds no file '*.json'", Location.ofFile(name));
        throw new FailureException(problem);
      }
      return files;
    } catch (IOException e) {
      throw DiskTrouble.reading(folder, e);
    }
  }

  private ScannedDocument file(Scan scan, Path path, String name) {
    if (!Files.isRegularFile(path) && !Files.exists(path)) {
      Problem missing =
          Problem.error("file-missing", "there is no such file", Location.ofFile(name));
      return new ScannedDocument(name, null, null, List.of(missing));
    }
    try (InputStream json = Files.newInputStream(path)) {
      return document(scan, json, name);
    } catch (IOException e) {
      throw DiskTrouble.reading(path, e);
    }
  }

  private ScannedDocument document(Scan scan, InputStream json, String name) {
    try {
      ScanResult result = scan.scan(json, new ScanOptions(name, classes, specs::declared));
      Environment environment =
          Optional.ofNullable(result.environment()).flatMap(specs::environment).orElse(null);
      Verdict verdict =
          environment == null
              ? judging.foreign(result.holdings())
              : judging.judge(result.holdings(), environment);
      List<Problem> problems = new ArrayList<>(result.notes());
      problems.addAll(verdict.problems());
      if (environment != null) {
        problems.addAll(judging.agreement(environment, result.stated()));
      }
      return new ScannedDocument(name, facts(result), verdict, problems);
    } catch (FailureException e) {
      return new ScannedDocument(name, null, null, List.of(e.problem()));
    }
  }

  private static ScannedDocument.Facts facts(ScanResult result) {
    return new ScannedDocument.Facts(
        result.kind().name().toLowerCase(Locale.ROOT),
        result.terraformVersion(),
        result.resources(),
        result.environment());
  }

  private ScanReport report(List<ScannedDocument> documents) {
    List<Problem> unused = classes == null ? List.of() : classes.unused();
    ExitCode code = ExitCode.OK;
    for (ScannedDocument document : documents) {
      boolean found = document.problems().stream().anyMatch(Problem::isError);
      code =
          code.and(
              document.verdict() == null
                  ? ExitCode.FAILED
                  : found ? ExitCode.FINDINGS : ExitCode.OK);
    }
    return new ScanReport(documents, unused, code);
  }
}
