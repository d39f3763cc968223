package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.residency.AlwaysOn;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.Role;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scans a plan and judges it by the company's own profile. Nothing in it says what its data is, so
 * all of it counts as personal.
 */
final class LeakJudge {

  private final Scan scan;
  private final Judge judge;

  LeakJudge(Resources resources) {
    this.scan = new Scan(Knowledge.read(resources));
    this.judge = new Judge(Profiles.read(resources, null));
  }

  List<Said> judge(LeakPlan plan) {
    ScanOptions options = ScanOptions.of("plan.json");
    return judge
        .judge(
            scan.scan(new ByteArrayInputStream(plan.bytes()), options).holdings(),
            Register.none(),
            LocalDate.of(2026, 11, 22),
            List.of("african-regions"))
        .findings()
        .stream()
        .filter(finding -> !finding.rule().equals(AlwaysOn.ASSUMED))
        // without a spec no basis of any transfer is known, wherever it goes
        .filter(finding -> !finding.rule().equals(AlwaysOn.TRANSFER))
        .map(Said::of)
        .toList();
  }

  /** What was found about one attribute. */
  record Said(
      String address,
      @Nullable String attribute,
      Role role,
      Aspect aspect,
      Exposure exposure,
      String where) {

    static Said of(Finding finding) {
      String attribute = finding.holding().subject().attribute();
      return new Said(
          finding.holding().subject().name(),
          attribute == null ? null : attribute.replaceAll("\\[[^\\]]*\\]", "[]"),
          finding.holding().role(),
          finding.holding().aspect(),
          finding.exposure(),
          finding.holding().where().toString());
    }

    boolean isAt(String path) {
      return attribute != null
          && address.endsWith(".this")
          && (attribute.equals(path)
              || attribute.equals(path + "[]")
              || attribute.startsWith(path + "."));
    }

    /**
     * Whether it is about the planted attribute: at it, or of the resource as a whole if that is
     * said to be elsewhere than without the attribute.
     */
    boolean isOf(Leak leak, Set<String> withoutIt) {
      return isAt(leak.path())
          || (attribute == null && address.endsWith(".this") && !withoutIt.contains(toString()));
    }

    boolean is(Leak.Expected expected) {
      return role == expected.role()
          && aspect == expected.aspect()
          && exposure == expected.exposure();
    }
  }
}
