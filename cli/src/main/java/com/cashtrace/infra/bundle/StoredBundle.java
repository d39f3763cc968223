package com.cashtrace.infra.bundle;

import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.file.PrivateFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundle where it lies: three files, none of which is trusted before {@link #check} found it
 * unchanged.
 *
 * @param source where they are
 * @param bundle what {@value #BUNDLE} says
 * @param digest SHA-256 of that file
 */
public record StoredBundle(BundleSource source, PlanBundle bundle, String digest) {

  /** The binary plan, as terraform wrote it. */
  public static final String PLAN = "tfplan";

  /** The plan as JSON, masked. */
  public static final String MASKED = "plan.json";

  /** What is known of both. */
  public static final String BUNDLE = "bundle.json";

  /** All of them, the one last that tells that the others are there. */
  public static final List<String> NAMES = List.of(PLAN, MASKED, BUNDLE);

  /** Far more than any bundle has, so that a file put in its place can't fill the memory. */
  private static final int LARGEST = 1 << 20;

  /** Writes {@value #BUNDLE} into the folder that holds the two other files. */
  public static StoredBundle write(PlanBundle bundle, PrivateFolder folder, String label) {
    byte[] text = new BundleJson().write(bundle);
    folder.write(BUNDLE, out -> out.write(text));
    return new StoredBundle(new BundleFolder(folder.path(), label), bundle, Digests.sha256(text));
  }

  /**
   * Reads {@value #BUNDLE}.
   *
   * @throws FailureException {@code bundle-missing} if there is none, {@code bundle-changed} if it
   *     is not as this program writes it
   */
  public static StoredBundle read(BundleSource source) {
    byte[] text = text(source);
    PlanBundle bundle =
        new BundleJson()
            .read(text)
            .orElseThrow(
                () ->
                    new FailureException(
                        changed(source, BUNDLE, "this file is not as this program writes it"),
                        ExitCode.FINDINGS,
                        null));
    return new StoredBundle(source, bundle, Digests.sha256(text));
  }

  private static byte[] text(BundleSource source) {
    try (InputStream in = source.open(BUNDLE).orElseThrow(() -> missing(source, BUNDLE))) {
      return in.readNBytes(LARGEST);
    } catch (IOException e) {
      throw unreadable(source, BUNDLE, e);
    }
  }

  private static FailureException missing(BundleSource source, String name) {
    return new FailureException(
        Problem.error(
                "bundle-missing",
                "this file of the plan is not there",
                Location.ofFile(source.place(name)))
            .withHint("plans are kept for 14 days; plan again"),
        ExitCode.FINDINGS,
        null);
  }

  private static FailureException unreadable(BundleSource source, String name, IOException e) {
    Problem problem =
        Problem.error(
            "bundle-unreadable",
            "this file of the plan can't be read: " + e.getMessage(),
            Location.ofFile(source.place(name)));
    return new FailureException(problem, ExitCode.FAILED, e);
  }

  /** The problem that a file of a bundle was changed. */
  private static Problem changed(BundleSource source, String name, String message) {
    return Problem.error("bundle-changed", message, Location.ofFile(source.place(name)))
        .withHint("somebody changed the plan after it was made; find out who, and plan again");
  }

  /**
   * What in the three files is not as it was when the plan was made.
   *
   * @param recorded SHA-256 of {@value #BUNDLE} as the signed trail tells it
   * @throws FailureException {@code bundle-missing} if a file is not there
   */
  public List<Problem> check(String recorded) {
    List<Problem> problems = new ArrayList<>();
    if (!digest.equals(recorded)) {
      problems.add(changed(source, BUNDLE, "this file is another than the audit trail tells of"));
    }
    if (!digest(PLAN).equals(bundle.id())) {
      problems.add(changed(source, PLAN, "the binary plan is another than the one of this id"));
    }
    if (!digest(MASKED).equals(bundle.digests().planJson())) {
      problems.add(changed(source, MASKED, "the JSON is another than that of the plan"));
    }
    return problems;
  }

  private String digest(String name) {
    try (InputStream in = source.open(name).orElseThrow(() -> missing(source, name));
        DigestInputStream read = Digests.reading(in)) {
      read.transferTo(OutputStream.nullOutputStream());
      return Digests.sha256(read);
    } catch (IOException e) {
      throw unreadable(source, name, e);
    }
  }

  /** Copies all files, and reads the copy: what is checked there cannot change any more. */
  public StoredBundle copyTo(PrivateFolder folder, String label) {
    for (String name : NAMES) {
      try (InputStream in = source.open(name).orElseThrow(() -> missing(source, name))) {
        folder.write(name, in::transferTo);
      } catch (IOException e) {
        throw unreadable(source, name, e);
      }
    }
    return read(new BundleFolder(folder.path(), label));
  }
}
