package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Details;
import com.cashtrace.infra.backend.PlanStore;
import com.cashtrace.infra.bundle.BundleFolder;
import com.cashtrace.infra.bundle.BundleSource;
import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.bundle.StoredBundle;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a command line names a plan that was put away. */
public sealed interface PlanName {

  /** The form of a name in the bucket; twelve digits tell all plans apart, and fewer may not. */
  Pattern STORED = Pattern.compile("(?<environment>[A-Za-z0-9_-]+)/(?<id>[0-9a-f]{12,64})");

  /** A folder. */
  record InFolder(BundleFolder folder) implements PlanName {

    @Override
    public String environment() {
      return StoredBundle.read(folder).bundle().environment();
    }

    @Override
    public BundleSource source(Supplier<PlanStore> plans) {
      return folder;
    }
  }

  /**
   * The bucket of an environment.
   *
   * @param environment its name
   * @param beginning of the plan's id
   */
  record InBucket(String environment, String beginning) implements PlanName {

    @Override
    public BundleSource source(Supplier<PlanStore> plans) {
      PlanStore store = plans.get();
      List<String> ids = store.ids(beginning);
      if (ids.size() != 1) {
        throw refusal(store, ids);
      }
      return new BucketSource(store, ids.get(0));
    }

    private FailureException refusal(PlanStore plans, List<String> ids) {
      Problem problem =
          ids.isEmpty()
              ? Problem.unlocated(
                  "bundle-missing",
                  "there is no plan at '" + plans.place(beginning) + "'",
                  "plans are kept for 14 days; plan again, or correct the name")
              : Problem.unlocated(
                  "plan-ambiguous",
                  "the ids of " + ids.size() + " plans begin with '" + beginning + "'",
                  "give more digits: " + String.join(", ", ids));
      return new FailureException(problem, ExitCode.FINDINGS, null);
    }
  }

  /**
   * Understands {@code ENV/ID}, ID being the digest of a plan or its first digits, and a folder
   * that holds a plan; a folder comes first.
   *
   * @param directory where relative paths count from
   * @throws FailureException {@code plan-name}, a wrong command line, for anything else
   */
  static PlanName of(String text, Path directory) {
    Path folder = directory.resolve(text);
    if (BundleFolder.isIn(folder)) {
      return new InFolder(new BundleFolder(folder, text));
    }
    Matcher stored = STORED.matcher(text);
    if (stored.matches()) {
      return new InBucket(stored.group("environment"), stored.group("id"));
    }
    throw new FailureException(
        Problem.unlocated(
            "plan-name",
            "'" + text + "' is neither ENV/ID nor a folder that holds a plan",
            "plan prints the name; ID is the plan's digest, or its first 12 digits or more"),
        ExitCode.USAGE,
        null);
  }

  /** How people name a plan that is put away in the bucket of its environment. */
  static String inBucket(PlanBundle bundle) {
    return bundle.environment() + "/" + Details.brief(bundle.id());
  }

  /** The environment that it is of, as far as it says. */
  String environment();

  /**
   * Where its files are.
   *
   * @param plans is asked for only if they are in the bucket
   */
  BundleSource source(Supplier<PlanStore> plans);
}
