package com.cashtrace.infra.rule;

import static com.cashtrace.infra.rule.Fleet.own;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What environments must not have in common. */
class IsolationTest {

  private static List<String> found(String overOfA, String overOfB) {
    return Fleet.found(List.of(Specs.named("a", overOfA), Specs.named("b", overOfB)));
  }

  @Test
  void findsNothingBetweenEnvironmentsWithEverythingOfTheirOwn() {
    assertThat(found(own("a", 1), own("b", 2))).isEmpty();
  }

  @Test
  void rejectsTheRangeThatLiesInAnother() {
    assertThat(found(own("a", 1), own("b", 2).replace("10.2.0.0/16", "10.1.16.0/20")))
        .containsExactly(
            "environments/b.yaml:4:18 isolation-cidr '10.1.16.0/20' overlaps '10.1.0.0/16' of"
                + " environment 'a'");
    assertThat(found(own("a", 1).replace("10.1.0.0/16", "10.2.16.0/20"), own("b", 2)))
        .singleElement()
        .asString()
        .startsWith("environments/a.yaml:4:18 isolation-cidr");
  }

  @Test
  void rejectsAStateInTheSamePlace() {
    String same = own("b", 2).replace("state-2, key: b/", "state-1, key: a/");
    assertThat(found(own("a", 1), same))
        .containsExactly(
            "environments/b.yaml:2:32 isolation-state the state 'state-1/a/terraform.tfstate' is"
                + " that of environment 'a' as well");
    assertThat(found(own("a", 1), own("b", 2).replace("state-2", "state-1"))).isEmpty();
  }

  @Test
  void rejectsAnAccountThatIsSharedWithProduction() {
    String production =
        own("a", 1) + "tier: production\nplace: { zones: [af-south-1a, af-south-1c] }\n";
    assertThat(found(production, own("b", 2).replace("100000000002", "100000000001")))
        .containsExactly(
            "environments/b.yaml:1:16 isolation-account the account '100000000001' is that of"
                + " production 'a'");
  }

  @Test
  void takesAnAccountThatOthersShare() {
    assertThat(found(own("a", 1), own("b", 2).replace("100000000002", "100000000001"))).isEmpty();
  }

  @Test
  void rejectsABucketOfTheSameNameInAnyAccount() {
    String named = "buckets: { documents: { name: shared } }\n";
    assertThat(found(own("a", 1) + named, own("b", 2) + named))
        .containsExactly(
            "environments/b.yaml:6:31 isolation-bucket the bucket 'shared' is that of environment"
                + " 'a' as well");
  }

  @Test
  void rejectsASecretOfTheSamePath() {
    String named = "secrets: { paystack: { name: keys/paystack } }\n";
    assertThat(found(own("a", 1) + named, own("b", 2) + named))
        .containsExactly(
            "environments/b.yaml:6:30 isolation-secret the secret 'keys/paystack' is that of"
                + " environment 'a' as well");
  }

  @Test
  void rejectsTheSameHost() {
    String both = own("a", 1).replace("a.cashtrace", "x.cashtrace");
    String other = own("b", 2).replace("b.cashtrace", "x.cashtrace");
    assertThat(found(both, other))
        .containsExactly(
            "environments/b.yaml:5:36 isolation-host the host 'api.x.cashtrace.ng' is that of"
                + " environment 'a' as well");
  }

  @Test
  void rejectsTheSameNameInOneAccountOnly() {
    String named = "databases: { main: { name: main-db } }\n";
    String sameAccount = own("b", 2).replace("100000000002", "100000000001") + named;
    assertThat(found(own("a", 1) + named, sameAccount))
        .containsExactly(
            "environments/b.yaml:6:28 isolation-name the database 'main-db' is that of environment"
                + " 'a' as well");
    assertThat(found(own("a", 1) + named, own("b", 2) + named)).isEmpty();
  }

  @Test
  void holdsTenThousandEnvironmentsAgainstEachOtherInSeconds() {
    Environment pattern = Specs.named("a", own("a", 1));
    List<Environment> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      // a /20 each, and the last one in that of the first
      int block = i == 9_999 ? 0 : i;
      String cidr =
          String.format("%d.%d.%d.0/20", 10 + block / 4096, block / 16 % 256, block % 16 * 16);
      many.add(withRange(pattern, String.format("e%05d", i), cidr));
    }
    List<String> problems =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () ->
                new CidrIsolationRule()
                    .check(many).stream().map(problem -> problem.message()).toList());
    assertThat(problems)
        .containsExactly("'10.0.0.0/20' overlaps '10.0.0.0/20' of environment 'e00000'");
  }

  private static Environment withRange(Environment e, String name, String cidr) {
    Network network =
        new Network(
            cidr, e.network().egress(), e.network().endpoints(), e.network().flowLogRetention());
    return new Environment(
        name,
        e.document(),
        e.tier(),
        e.account(),
        e.state(),
        e.audit(),
        e.plans(),
        e.dns(),
        e.place(),
        e.residency(),
        network,
        e.tags(),
        e.differs(),
        e.services(),
        e.databases(),
        e.caches(),
        e.buckets(),
        e.secrets(),
        e.thirdParties());
  }
}
