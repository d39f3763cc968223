package com.cashtrace.infra.report;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans and states that were scanned, ready to be written in any form.
 *
 * @param documents what was scanned, in its order
 * @param problems what has to do with none of them
 * @param exitCode what the command returns for it
 */
public record ScanReport(
    List<ScannedDocument> documents, List<Problem> problems, ExitCode exitCode) {

  /** Copies the lists. */
  public ScanReport {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /** One form in which it is written. */
  public interface Format {

    /** Writes the whole report, with LF line ends and one at its end. */
    void write(ScanReport value, Appendable out) throws IOException;
  }

  /** The problems alone, for the forms that know nothing else. */
  public CheckResult check() {
    List<CheckedFile> files =
        documents.stream().map(each -> new CheckedFile(each.name(), each.name())).toList();
    List<Problem> all =
        Stream.concat(
                documents.stream().flatMap(each -> each.problems().stream()), problems.stream())
            .toList();
    return new CheckResult(files, all, exitCode);
  }

  /** For a person: what is wrong, then a line for each document. */
  public record Text(boolean colour) implements Format {

    @Override
    public void write(ScanReport value, Appendable out) throws IOException {
      ProblemText text = new ProblemText(colour);
      for (Problem problem : value.check().problems()) {
        text.append(problem, out);
      }
      for (ScannedDocument document : value.documents()) {
        out.append(SafeText.of(document.summary())).append('\n');
      }
    }
  }

  /** In a form that writes any problems. */
  public record Problems(ProblemReport form) implements Format {

    @Override
    public void write(ScanReport value, Appendable out) throws IOException {
      form.write(value.check(), out);
    }
  }
}
