package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.audit.Entry;
import com.cashtrace.infra.audit.KmsSigner;
import com.cashtrace.infra.audit.Principal;
import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.audit.S3Store;
import com.cashtrace.infra.audit.Trail;
import com.cashtrace.infra.audit.VerifyingKey;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.Retention;
import com.cashtrace.infra.backend.SigningKey;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.TrailObjects;
import com.cashtrace.infra.environment.Audit;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.time.Period;
import java.util.Map;

/** Writes down in the audit trail of an environment what a command does to it. */
public final class Recorder {

  private final Environment environment;
  private final Trail trail;
  private final VerifyingKey key;
  private final Principal principal;
  private final Workplace workplace;

  private Recorder(
      Environment environment,
      Trail trail,
      VerifyingKey key,
      Principal principal,
      Workplace workplace) {
    this.environment = environment;
    this.trail = trail;
    this.key = key;
    this.principal = principal;
    this.workplace = workplace;
  }

  /**
   * A recorder for the trail of an environment. A command asks for it before it does what it has to
   * record: what fails here would fail afterwards.
   *
   * @param caller whose account was found to be the environment's
   * @throws FailureException if there is no bucket or no key to sign with, or if the trail was
   *     tampered with
   */
  public static Recorder ready(
      Aws aws, Environment environment, Caller caller, Workplace workplace) {
    StatePlace place = StatePlace.of(environment);
    TrailObjects objects = new TrailObjects(aws, place);
    Audit audit = environment.audit();
    Period time = Period.ofDays(Math.toIntExact(audit.retention().days()));
    S3Store store = new S3Store(objects, new Retention(audit.compliance(), time));
    KmsSigner signer = KmsSigner.of(new SigningKey(aws, place));
    Trail trail = new Trail(environment.name(), store, signer, workplace.clock());
    if (trail.head().isEmpty()) {
      objects.requireBucket(); // without one there is no head either
    }
    return new Recorder(environment, trail, signer.publicKey(), Principal.of(caller), workplace);
  }

  /** By what the trail is verified. */
  VerifyingKey key() {
    return key;
  }

  /** Who does it, as records name them. */
  public Principal principal() {
    return principal;
  }

  /**
   * Records what is about to be done, and returns once the trail holds it.
   *
   * @param digests SHA-256 of what it is about, see {@link Entry}
   */
  public Receipt record(Details details, Map<String, String> digests) {
    return trail.append(Entry.of(principal, workplace.host(), digests, details));
  }

  /**
   * Records what has been done. If that fails, the problem says that it was done all the same.
   *
   * @param digests SHA-256 of what it is about, see {@link Entry}
   */
  public Receipt recordDone(Details details, Map<String, String> digests) {
    try {
      return record(details, digests);
    } catch (FailureException e) {
      throw unrecorded(environment.name(), details, e);
    }
  }

  /** The problem that something was done and is not in the trail. */
  static FailureException unrecorded(String environment, Details details, FailureException cause) {
    Problem problem = cause.problem();
    return new FailureException(
        Problem.unlocated(
            "audit-not-recorded",
            "the %s was done, but the trail of '%s' may not tell of it: %s"
                .formatted(details.kind().word(), environment, problem.message()),
            problem.hint()),
        cause.exitCode(),
        cause);
  }
}
