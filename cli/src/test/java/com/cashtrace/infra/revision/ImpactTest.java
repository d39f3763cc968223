package com.cashtrace.infra.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.revision.Cause.Kind;
import com.cashtrace.infra.revision.Sources.Folder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactTest {

  private static final Map<Folder, String> FOLDERS =
      Map.of(
          Folder.SPECS, "infra/environments",
          Folder.PROFILES, "infra/residency",
          Folder.SCHEMAS, "schemas",
          Folder.TEMPLATES, "templates",
          Folder.MODULES, "terraform-modules",
          Folder.PROGRAM, "");

  private static final Impact IMPACT = new Impact(new Sources(FOLDERS));

  private static final Parts STAGING =
      new Parts(
          "staging",
          List.of("staging", "live", "base"),
          "aws",
          Set.of("network", "database"),
          Set.of("african-regions"));

  private static final Parts OTHER =
      new Parts("other", List.of("other"), "gcp", Set.of("network"), Set.of("none"));

  /** Its spec is wrong, so nobody knows what it is made from. */
  private static final Parts BROKEN = new Parts("broken", List.of("broken"), null, null, null);

  @ParameterizedTest
  @CsvSource({
    "infra/environments/staging.yaml, SPEC, staging",
    "infra/environments/base.yaml, EXTENDED, staging",
    "infra/environments/broken.yaml, SPEC, broken",
    "infra/residency/african-regions.yaml, PROFILE, staging broken",
    "schemas/residency/none.yaml, PROFILE, other broken",
    "schemas/residency/always.yaml, PROFILE, staging other broken",
    "schemas/residency/profile.schema.json, PROFILE, staging other broken",
    "schemas/environment.schema.json, SCHEMA, staging other broken",
    "schemas/catalog/sizes.yaml, SCHEMA, staging other broken",
    "templates/aws/caches.tf.j2, TEMPLATE, staging broken",
    "templates/gcp/_part.tf.j2, TEMPLATE, other broken",
    "templates/azure/network.tf.j2, TEMPLATE, broken",
    "templates/aws/terraform.lock.hcl, LOCK_FILE, staging broken",
    "terraform-modules/aws/network/main.tf, MODULE, staging broken",
    "terraform-modules/gcp/network/main.tf, MODULE, other broken",
    "terraform-modules/aws/cache/main.tf, MODULE, broken",
    "cli/src/main/java/A.java, PROGRAM, staging other broken",
    "pom.xml, PROGRAM, staging other broken",
    "cli/pom.xml, PROGRAM, staging other broken"
  })
  void touchesWhatIsMadeFromTheFile(String file, Kind kind, String environments) {
    List<Touched> touched = touched(file);

    assertThat(touched.stream().map(Touched::environment).collect(Collectors.joining(" ")))
        .isEqualTo(environments);
    assertThat(touched)
        .allSatisfy(each -> assertThat(each.causes()).containsExactly(new Cause(kind, file)));
  }

  @ParameterizedTest
  @CsvSource({
    "README.md",
    "infra/environments/deep/staging.yaml",
    "infra/environments/staging.yaml.bak",
    "environments/staging.yaml",
    "infra/environments-old/staging.yaml",
    "infra/residency/unused.yaml.md",
    "schemas/README.md",
    "schemas/problems/rules.yaml",
    "schemas/report/problems.schema.json",
    "schemas/audit/head.schema.json",
    "templates/README.tf.j2",
    "templates/aws/README.md",
    "terraform-modules/README.md",
    "terraform-modules/aws/network/README.md",
    "terraform-modules/aws/network/tests/plan.tftest.hcl",
    "terraform-modules/aws/network/tests/fixture.tf",
    "terraform-modules/aws/network/.terraform/x.tf",
    "cli/src/test/java/A.java",
    "cli/README.md"
  })
  void nothingIsMadeFromTheRest(String file) {
    assertThat(touched(file)).isEmpty();
  }

  @Test
  void tellsEveryCauseTheOwnSpecFirst() {
    List<Touched> touched =
        IMPACT.of(
            List.of(
                "infra/environments/base.yaml",
                "infra/environments/staging.yaml",
                "templates/aws/b.j2",
                "templates/aws/a.j2"),
            List.of(STAGING));

    assertThat(touched)
        .containsExactly(
            new Touched(
                "staging",
                List.of(
                    new Cause(Kind.SPEC, "infra/environments/staging.yaml"),
                    new Cause(Kind.EXTENDED, "infra/environments/base.yaml"),
                    new Cause(Kind.TEMPLATE, "templates/aws/a.j2"),
                    new Cause(Kind.TEMPLATE, "templates/aws/b.j2"))));
  }

  @Test
  void filesOfAProgramThatIsElsewhereDoNotCount() {
    Impact alone = new Impact(new Sources(Map.of(Folder.SPECS, "environments")));

    assertThat(alone.of(List.of("templates/aws/a.j2", "pom.xml"), List.of(STAGING, BROKEN)))
        .isEmpty();
    assertThat(alone.of(List.of("environments/live.yaml"), List.of(STAGING))).hasSize(1);
  }

  @Test
  void knowsWhetherAModuleIsAmongThem() {
    assertThat(IMPACT.hasModules(List.of("terraform-modules/aws/network/main.tf"))).isTrue();
    assertThat(IMPACT.hasModules(List.of("pom.xml"))).isFalse();
    assertThat(IMPACT.specs(List.of("infra/environments/x.yaml", "infra/environments/x/y.yaml")))
        .containsExactly("infra/environments/x.yaml");
  }

  private static List<Touched> touched(String file) {
    return IMPACT.of(List.of(file), List.of(STAGING, OTHER, BROKEN));
  }
}
