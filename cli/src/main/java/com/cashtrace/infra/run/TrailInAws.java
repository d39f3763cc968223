package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.KmsSigner;
import com.cashtrace.infra.audit.S3Files;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.backend.Caller;
import com.cashtrace.infra.backend.SigningKey;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.TrailObjects;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The trails of environments in their accounts, to be read.
 *
 * @param specs the environments
 * @param variables the process' environment variables
 */
record TrailInAws(SpecLoader specs, Map<String, String> variables) {

  static TrailInAws of(SpecFolder folder, Resources resources, Map<String, String> variables) {
    return new TrailInAws(SpecLoader.of(folder, resources), variables);
  }

  /** Works with the trail of an environment; the key is that in KMS unless another is given. */
  <T> T open(String environment, Trust trust, Function<FoundTrail, T> work) {
    StatePlace place = place(environment);
    try (Aws aws = Aws.in(place.region(), variables)) {
      Caller.of(aws).require(place);
      return work.apply(found(aws, place, trust));
    }
  }

  /** The trail in an account that was found to be the environment's. */
  static FoundTrail found(Aws aws, StatePlace place, Trust trust) {
    TrailObjects objects = new TrailObjects(aws, place);
    objects.requireBucket();
    Trust known =
        new Trust(
            Optional.of(place.environment()),
            trust.key().or(() -> Optional.of(KmsSigner.of(new SigningKey(aws, place)).publicKey())),
            trust.fingerprint(),
            trust.contains());
    return new FoundTrail(new S3Files(objects), known);
  }

  private StatePlace place(String environment) {
    LoadedSpecs loaded = specs.load(List.of(environment));
    if (loaded.environments().isEmpty()) {
      throw new FailureException(loaded.problems().get(0), ExitCode.FINDINGS, null);
    }
    return StatePlace.of(loaded.environments().get(0));
  }
}
