package com.cashtrace.infra.report;

import com.cashtrace.infra.audit.Head;
import com.cashtrace.infra.audit.Verification;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Whether an audit trail is whole.
 *
 * @param trail as the user named it
 * @param verification what was found
 */
public record VerificationReport(String trail, Verification verification) {

  /** A trail that was tampered with is a finding. */
  public ExitCode exitCode() {
    return verification.isIntact() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** The problems, where the trail ends, and what was trusted to say so. */
  public void text(Appendable out, boolean colour) throws IOException {
    ProblemText text = new ProblemText(colour);
    for (Problem problem : verification.problems()) {
      text.append(problem, out);
    }
    if (verification.omitted() > 0) {
      out.append("and " + verification.omitted() + " more problems\n");
    }
    out.append(SafeText.of(trail + ": " + counted(verification.records(), "record")));
    out.append(verification.isIntact() ? ", whole\n" : ", not as it was written\n");
    if (verification.head().isPresent()) {
      Head head = verification.head().get();
      out.append(
          SafeText.of(
              "  ends with " + head.sequence() + ":" + head.digest() + " of " + head.time()));
      out.append('\n');
    }
    if (verification.fingerprint().isPresent()) {
      out.append("  key " + verification.fingerprint().get());
      out.append(
          verification.keyKnown()
              ? ", known from elsewhere\n"
              : ", taken from the trail itself: compare it with what you were told\n");
    }
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A document by {@code schemas/report/trail-verification.schema.json}. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object().put("formatVersion", 1).put("exitCode", exitCode().value());
    root.put("trail", trail).put("intact", verification.isIntact());
    root.put("records", verification.records());
    verification
        .head()
        .ifPresent(
            head ->
                root.putObject("head")
                    .put("environment", head.environment())
                    .put("sequence", head.sequence())
                    .put("digest", head.digest())
                    .put("time", head.time().toString()));
    verification
        .fingerprint()
        .ifPresent(
            fingerprint ->
                root.putObject("key")
                    .put("fingerprint", fingerprint)
                    .put("known", verification.keyKnown()));
    JsonProblems.describe(verification.problems(), root);
    root.put("omitted", verification.omitted());
    json.write(root, out);
  }
}
