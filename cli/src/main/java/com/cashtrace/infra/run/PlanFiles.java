package com.cashtrace.infra.run;

import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.mask.Masker;
import com.cashtrace.infra.plan.PlanHeader;
import com.cashtrace.infra.plan.PlanReader;
import com.cashtrace.infra.plan.PlanSummary;
import com.cashtrace.infra.plan.Remasking;
import com.cashtrace.infra.plan.SummaryBuilder;
import com.cashtrace.infra.report.PlanMarkdown;
import com.cashtrace.infra.report.PlanReport;
import com.cashtrace.infra.terraform.Terraform;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of one plan while it is worked on; closing removes them, for they may hold secrets. */
final class PlanFiles implements AutoCloseable {

  private static final String SUMMARY = "summary.md";
  private static final String SHOWN = "shown.json";
  private static final String FIRST = "first.json";

  private final PrivateFolder folder;
  private final String masked;

  PlanFiles(PrivateFolder folder) {
    this(folder, StoredBundle.MASKED);
    close(); // what a run that was killed left behind
  }

  private PlanFiles(PrivateFolder folder, String masked) {
    this.folder = folder;
    this.masked = masked;
  }

  /** The same plan when it is read once more: its masked JSON does not replace the first. */
  PlanFiles again() {
    return new PlanFiles(folder, SHOWN);
  }

  /** Where terraform puts the plan. */
  Path plan() {
    return folder.resolve(StoredBundle.PLAN).toAbsolutePath();
  }

  /** Sums the plan up, writes its masked JSON on the way, and has it scanned as it is. */
  PlanSummary read(
      Terraform terraform, Path root, Consumer<String> secrets, Consumer<InputStream> scan) {
    Masker masker = new Masker();
    PlanReader reader = new PlanReader(secrets.andThen(masker::add));
    SummaryBuilder summary = new SummaryBuilder();
    AtomicReference<@Nullable PlanHeader> header = new AtomicReference<>();
    terraform.show(
        root,
        plan(),
        json -> {
          try (Writer copy = folder.writer(FIRST)) {
            SharedReading.read(
                json,
                stream -> header.set(reader.read("the plan", stream, summary, copy)),
                stream -> {
                  scan.accept(stream);
                  return true;
                });
          }
        });
    PlanHeader read = header.get();
    if (read == null) {
      throw new IllegalStateException("terraform showed nothing, and no failure either");
    }
    remask(masker);
    return summary.summary(read);
  }

  private void remask(Masker masker) {
    try (Reader first = Files.newBufferedReader(folder.resolve(FIRST));
        Writer copy = folder.writer(masked)) {
      new Remasking(masker).copy(first, copy);
    } catch (IOException e) {
      throw DiskTrouble.writing(folder.resolve(masked), e);
    } finally {
      folder.remove(FIRST);
    }
  }

  /** Where its masked JSON is once it was read. */
  Path masked() {
    return folder.resolve(masked);
  }

  /** Copies plan and masked JSON, and writes a summary. */
  void keep(PlanReport report, PrivateFolder out) {
    out.take(folder.resolve(StoredBundle.PLAN), StoredBundle.PLAN);
    out.take(masked(), StoredBundle.MASKED);
    summary(report, out);
  }

  /** Writes a summary beside a plan. */
  static void summary(PlanReport report, PrivateFolder out) {
    try (Writer summary = out.writer(SUMMARY)) {
      new PlanMarkdown().write(report, summary);
    } catch (IOException e) {
      throw DiskTrouble.writing(out.resolve(SUMMARY), e);
    }
  }

  @Override
  public void close() {
    StoredBundle.NAMES.forEach(folder::remove);
    folder.remove(SHOWN);
    folder.remove(FIRST);
  }
}
