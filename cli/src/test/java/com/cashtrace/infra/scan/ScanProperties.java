package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a plan looks like: what is foreign in it is found, and what is not there is not. */
class ScanProperties {

  private static final ObjectMapper JSON = new JsonMapper();
  private static final Judge JUDGE = new Judge(Profiles.read(Resources.packaged(), null));
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final List<String> TYPES =
      List.of(
          "aws_sqs_queue", "aws_lambda_function", "aws_dynamodb_table", "aws_instance", "aws_x");

  @Provide
  Arbitrary<String> foreign() {
    return Arbitraries.of(
        "eu-west-1",
        "us-east-1b",
        "use1-az4",
        "arn:aws:sqs:eu-central-1:111122223333:q",
        "https://sqs.eu-west-2.amazonaws.com/111122223333/q",
        "111122223333.dkr.ecr.us-west-2.amazonaws.com/app:1",
        "postgres://u:p@main.abc.ap-southeast-2.rds.amazonaws.com:5432/x",
        "{\"logs\":{\"region\":\"eu-west-3\"}}",
        "https://hooks.slack.com/services/T0/B0/x");
  }

  @Property(tries = 300)
  void findsAForeignPlaceWhereverItIsPlanted(@ForAll long seed, @ForAll("foreign") String place)
      throws JsonProcessingException {
    Random random = new Random(seed);
    ObjectNode values = tree(random, 3);
    plant(values, random, place);
    String type = TYPES.get(random.nextInt(TYPES.size()));

    assertThat(findings(plan(type, values)))
        .as("%s in %s of %s", place, values, type)
        .anySatisfy(
            finding ->
                assertThat(finding.exposure())
                    .isIn(Exposure.VIOLATION, Exposure.UNKNOWN, Exposure.UNCLEAR));
  }

  @Property(tries = 200)
  void saysNothingOfPlansWhosePlacesAreAllApproved(@ForAll long seed)
      throws JsonProcessingException {
    Random random = new Random(seed);
    ObjectNode values = tree(random, 3);
    plant(values, random, "arn:aws:sqs:af-south-1:111122223333:q");
    String type = TYPES.get(random.nextInt(TYPES.size()));

    assertThat(findings(plan(type, values)))
        .as("%s", values)
        .allSatisfy(finding -> assertThat(finding.exposure()).isEqualTo(Exposure.OK));
  }

  @Property(tries = 100)
  void neverTakesWhatIsUnknownForRight(@ForAll long seed) throws JsonProcessingException {
    String plan =
        new PlanJsonText()
            .provider("aws", PlanJsonText.references("local.region"))
            .resource("aws_sqs_queue.q", JSON.writeValueAsString(tree(new Random(seed), 3)))
            .json();

    for (Finding finding : findings(plan)) {
      boolean unknown = finding.holding().where() instanceof Whereabouts.Unknown;
      if (unknown && !finding.rule().equals("class-assumed")) {
        assertThat(finding.exposure()).isEqualTo(Exposure.UNKNOWN);
      }
    }
    assertThat(findings(plan))
        .anySatisfy(finding -> assertThat(finding.exposure()).isEqualTo(Exposure.UNKNOWN));
  }

  @Property(tries = 100)
  void saysTheSameOfTheSamePlan(@ForAll long seed, @ForAll("foreign") String place)
      throws JsonProcessingException {
    Random random = new Random(seed);
    ObjectNode values = tree(random, 3);
    plant(values, random, place);
    String plan = plan("aws_sqs_queue", values);

    assertThat(Scanning.result(plan)).isEqualTo(Scanning.result(plan));
  }

  private static String plan(String type, ObjectNode values) throws JsonProcessingException {
    String tagged = JSON.writeValueAsString(values.set("tags", tags()));
    return PlanJsonText.in("af-south-1").resource(type + ".r", tagged).json();
  }

  private static ObjectNode tags() {
    return JsonNodeFactory.instance.objectNode().put("data-class", "personal");
  }

  private static List<Finding> findings(String plan) {
    return JUDGE
        .judge(Scanning.result(plan).holdings(), Register.none(), DAY, List.of("african-regions"))
        .findings()
        .stream()
        // without a spec no basis of any transfer is known, wherever it goes
        .filter(finding -> !finding.rule().equals("transfer-not-recorded"))
        .toList();
  }

  /** Maps, lists and harmless texts. */
  private static ObjectNode tree(Random random, int depth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      String key = "k" + random.nextInt(1000);
      switch (random.nextInt(depth == 0 ? 3 : 5)) {
        case 0 -> node.put(key, "a plain text " + random.nextInt());
        case 1 -> node.put(key, random.nextInt());
        case 2 -> node.putNull(key);
        case 3 -> node.set(key, tree(random, depth - 1));
        default -> {
          ArrayNode list = node.putArray(key);
          list.add("x");
          list.add(tree(random, depth - 1));
        }
      }
    }
    return node;
  }

  private static void plant(ObjectNode tree, Random random, String text) {
    List<ObjectNode> nodes = new ArrayList<>(List.of(tree));
    for (int i = 0; i < nodes.size(); i++) {
      for (var child : nodes.get(i)) {
        if (child instanceof ObjectNode object) {
          nodes.add(object);
        } else if (child instanceof ArrayNode list) {
          nodes.add((ObjectNode) list.get(1));
        }
      }
    }
    ObjectNode into = nodes.get(random.nextInt(nodes.size()));
    if (random.nextBoolean()) {
      into.put("planted", text);
    } else {
      into.putArray("planted").add("x").add("before " + text + " behind");
    }
  }
}
