package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.render.SampleEnvironments;
import com.cashtrace.infra.terraform.Diagnostic;
import com.cashtrace.infra.terraform.OnlineAdvice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceFinderTest {

  private static final Environment ENVIRONMENT =
      SampleEnvironments.with(
          """
          secrets:
            paystack:
              adopt: { aws_secretsmanager_secret.this: "arn:aws:secretsmanager:af-south-1:1:s" }
            other: {}
          """);

  private final PlaceFinder places =
      new PlaceFinder(ENVIRONMENT, "build/root", OnlineAdvice.Surroundings.UNKNOWN);

  @Test
  void saysWhatAnOfflinePlanCannotAdopt() {
    List<Problem> adoptions = places.adoptions();

    assertThat(adoptions).hasSize(1);
    Problem adoption = adoptions.get(0);
    assertThat(adoption.code()).isEqualTo("adopt-offline");
    assertThat(adoption.severity()).isEqualTo(Severity.WARNING);
    assertThat(adoption.message())
        .isEqualTo("what 'secrets.paystack' adopts is planned as new without an account");
    assertThat(adoption.location()).hasToString("environments/sample.yaml:14:5");
  }

  @Test
  void leadsFromWhatTerraformNamesToTheComponentOrTheRoot() {
    Location line = new Location("secrets.tf", 3, 1, null);

    assertThat(place("module.secrets_other.aws_secretsmanager_secret.this", line))
        .hasToString("environments/sample.yaml:15:3");
    assertThat(place("module.secrets_none.aws_secretsmanager_secret.this", line))
        .hasToString("build/root/secrets.tf:3:1");
    assertThat(place(null, line)).hasToString("build/root/secrets.tf:3:1");
    assertThat(place(null, null)).isNull();
  }

  private @Nullable Location place(@Nullable String address, @Nullable Location location) {
    return places.problem(new Diagnostic(Severity.ERROR, "No", "", address, location)).location();
  }
}
