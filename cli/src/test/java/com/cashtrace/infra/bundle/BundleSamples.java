package com.cashtrace.infra.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.Digests;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bundles for tests. */
public final class BundleSamples {

  /** Stands for a binary plan. */
  static final byte[] PLAN = "PK\u0003\u0004 a plan".getBytes(UTF_8);

  /** Stands for the JSON of it. */
  static final byte[] MASKED = "{\"format_version\":\"1.2\"}".getBytes(UTF_8);

  private BundleSamples() {}

  /** A plan of production that passed, made at 06:00 by infra-plan. */
  public static PlanBundle bundle() {
    return bundle(new PlanBundle.Commit("9fceb02d0ae598e9", "Ada <ada@cashtrace.ng>"));
  }

  /** The same, but refused when it was made. */
  public static StoredBundle refused() {
    return stored(bundle(null, false));
  }

  static PlanBundle bundle(PlanBundle.@Nullable Commit commit) {
    return bundle(commit, true);
  }

  private static PlanBundle bundle(PlanBundle.@Nullable Commit commit, boolean passed) {
    return new PlanBundle(
        Digests.sha256(PLAN),
        "sample",
        "111122223333",
        "af-south-1",
        PlanBundle.Mode.CHANGE,
        Instant.parse("2026-11-22T06:00:00.500Z"),
        new PlanBundle.Planner(
            "infra-plan", "arn:aws:sts::111122223333:assumed-role/infra-plan/ci"),
        new PlanBundle.Digests(
            "1".repeat(64), "2".repeat(64), Digests.sha256(MASKED), "3".repeat(64)),
        new PlanBundle.State("6f3c", 7),
        PlanBundle.Verdict.of(
            passed,
            LocalDate.of(2026, 11, 22),
            List.of("african-regions"),
            Map.of("ok", 4, "exception", 1),
            "4".repeat(64)),
        new PlanBundle.Changes(2, 1, 0, 0),
        List.of("module.buckets_exports.aws_s3_bucket.this"),
        List.of("TF_CLI_ARGS_plan=-parallelism=20"),
        new PlanBundle.Versions("0.1.0", "1.11.4"),
        commit);
  }

  /** The three files of a bundle. */
  static Map<String, byte[]> files(PlanBundle bundle) {
    Map<String, byte[]> files = new HashMap<>();
    files.put(StoredBundle.PLAN, PLAN.clone()); // to be spoilt
    files.put(StoredBundle.MASKED, MASKED.clone());
    files.put(StoredBundle.BUNDLE, new BundleJson().write(bundle));
    return files;
  }

  /** A bundle in memory that is as it was recorded. */
  public static StoredBundle stored(PlanBundle bundle) {
    return StoredBundle.read(new InMemory(files(bundle)));
  }

  /** Files in memory. */
  record InMemory(Map<String, byte[]> files) implements BundleSource {

    @Override
    public Optional<InputStream> open(String name) {
      return Optional.ofNullable(files.get(name)).map(ByteArrayInputStream::new);
    }

    @Override
    public String place(String name) {
      return "memory/" + name;
    }
  }
}
