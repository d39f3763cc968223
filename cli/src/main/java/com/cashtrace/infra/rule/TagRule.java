package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tags fit on every resource, and IAM, which folds their case, takes them too. */
final class TagRule implements Rule {

  /** What AWS allows on one resource. */
  private static final int MOST = 50;

  private static final List<String> OURS =
      List.of("environment", "tier", "managed-by", "data-class", "Name", "rotate-every-days");

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    int room = MOST - OURS.size();
    if (environment.tags().size() > room) {
      String message =
          environment.tags().size()
              + " tags are more than fit beside the "
              + OURS.size()
              + " of ours";
      problems.add(
          environment
              .errorAtKey("tags-many", SpecPath.of("tags"), message)
              .withHint("AWS allows " + MOST + " a resource, so give at most " + room));
    }
    Map<String, String> seen = new HashMap<>();
    OURS.forEach(tag -> seen.put(tag.toLowerCase(Locale.ROOT), tag));
    for (String tag : environment.tags().keySet()) {
      String other = seen.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
      if (other != null) {
        String message =
            String.format(
                "the tag '%s' is '%s' to IAM, which %s sets",
                tag, other, OURS.contains(other) ? "this program" : "this spec");
        problems.add(
            environment
                .errorAtKey("tag-clash", SpecPath.of("tags", tag), message)
                .withHint("tag keys of IAM differ by more than upper and lower case"));
      }
    }
    return problems;
  }
}
