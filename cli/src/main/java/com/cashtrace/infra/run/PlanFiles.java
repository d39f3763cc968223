package com.cashtrace.infra.run;

import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.plan.PlanHeader;
import com.cashtrace.infra.plan.PlanReader;
import com.cashtrace.infra.plan.PlanSummary;
import com.cashtrace.infra.plan.SummaryBuilder;
import com.cashtrace.infra.terraform.Terraform;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of one plan while it is worked on; closing removes them, for they may hold secrets. */
final class PlanFiles implements AutoCloseable {

  private static final String PLAN = "tfplan";
  private static final String MASKED = "plan.json";

  private final PrivateFolder folder;

  PlanFiles(PrivateFolder folder) {
    this.folder = folder;
    close(); // what a run that was killed left behind
  }

  /** Where terraform puts the plan. */
  Path plan() {
    return folder.resolve(PLAN).toAbsolutePath();
  }

  /** Sums the plan up, writes its masked JSON on the way, and has it scanned as it is. */
  PlanSummary read(
      Terraform terraform, Path root, Consumer<String> secrets, Consumer<InputStream> scan) {
    SummaryBuilder summary = new SummaryBuilder();
    AtomicReference<@Nullable PlanHeader> header = new AtomicReference<>();
    terraform.show(
        root,
        plan(),
        json -> {
          try (Writer masked = folder.writer(MASKED)) {
            PlanReader reader = new PlanReader(secrets);
            SharedReading.read(
                json,
                stream -> header.set(reader.read("the plan", stream, summary, masked)),
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
    return summary.summary(read);
  }

  /** Copies plan and masked JSON. */
  void keep(PrivateFolder out) {
    out.take(folder.resolve(PLAN), PLAN);
    out.take(folder.resolve(MASKED), MASKED);
  }

  @Override
  public void close() {
    folder.remove(PLAN);
    folder.remove(MASKED);
  }
}
