package com.cashtrace.infra.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refresh-only plans as terraform shows them, cut down to what drift is told by. */
class DriftTest {

  private static final String PLAN =
      """
      {"format_version": "1.2", "terraform_version": "1.11.4", "complete": false,
       "planned_values": {"root_module": {}},
       "resource_drift": [%s],
       "configuration": {"root_module": {
         "resources": [{"address": "aws_ssm_parameter.root", "expressions": {"value": {}}}],
         "module_calls": {"buckets_documents": {"module": {
           "resources": [
             {"address": "aws_s3_bucket.this", "expressions": {"bucket": {}, "tags": {}}},
             {"address": "aws_ssm_parameter.each", "expressions": {"value": {}, "name": {}}}],
           "module_calls": {"inner": {"module": {"resources": [
             {"address": "aws_kms_key.this", "expressions": {"policy": {}}}]}}}}}}}}}
      """;

  private final List<String> secrets = new ArrayList<>();

  @Test
  void tellsWhatWasChangedAndWhatIsGoneByComponent() {
    Drift drift =
        read(
            changed(
                "module.buckets_documents.aws_s3_bucket.this",
                "{\"bucket\": \"docs\", \"tags\": {\"owner\": \"a\"}}",
                "{\"bucket\": \"docs\", \"tags\": {\"owner\": \"b\"}}"),
            element("managed", "delete", "aws_ssm_parameter.root", "{\"value\": \"x\"}", "null"));

    assertThat(drift.total().update()).isEqualTo(1);
    assertThat(drift.total().delete()).isEqualTo(1);
    assertThat(drift.drifted())
        .extracting(ComponentSummary::name)
        .containsExactly("buckets.documents", "root");
    assertThat(drift.drifted().get(0).changes().get(0).differences())
        .containsExactly(new AttributeChange("tags.owner", "\"a\"", "\"b\""));
    assertThat(drift.unset()).isEmpty();
  }

  @Test
  void whatADataSourceReadsIsNoDrift() {
    Drift drift =
        read(
            element(
                "data", "update", "data.aws_region.this", "{\"name\": \"a\"}", "{\"name\": \"b\"}"),
            element("managed", "no-op", "aws_kms_key.this", "{\"a\": 1}", "{\"a\": 2}"));

    assertThat(drift.total().hasChanges()).isFalse();
    assertThat(drift.unset()).isEmpty();
  }

  @Test
  void whatIsEmptyInAnotherWayIsNoDrift() {
    Drift drift =
        read(
            changed(
                "module.buckets_documents.aws_s3_bucket.this",
                "{\"bucket\": \"docs\", \"tags\": null, \"rules\": [{\"id\": \"\"}]}",
                "{\"bucket\": \"docs\", \"tags\": {}, \"rules\": []}"));

    assertThat(drift.total().hasChanges()).isFalse();
    assertThat(drift.unset()).isEmpty();
  }

  @Test
  void zeroAndFalseWhereNothingWasWrittenAreNoDriftButTheyAreWhereSomethingWas() {
    String bucket = "module.buckets_documents.aws_s3_bucket.this";
    String unwritten = "{\"bucket\": [{\"base\": null, \"on\": null, \"weight\": 1}]}";
    String read = "{\"bucket\": [{\"base\": 0, \"on\": false, \"weight\": 1}]}";
    String lost = "{\"bucket\": [{\"base\": 0, \"on\": false, \"weight\": 0}]}";

    assertThat(read(changed(bucket, unwritten, read)).total().hasChanges()).isFalse();
    assertThat(read(changed(bucket, read, lost)).total().hasChanges()).isTrue();
  }

  @Test
  void anAttributeThatNothingSetsIsToldApart() {
    Drift drift =
        read(
            changed(
                "module.buckets_documents.aws_s3_bucket.this",
                "{\"bucket\": \"docs\", \"versioning\": [{\"enabled\": false}]}",
                "{\"bucket\": \"docs\", \"versioning\": [{\"enabled\": true}]}"));

    assertThat(drift.total().hasChanges()).isFalse();
    assertThat(drift.unset()).hasSize(1);
    assertThat(drift.unset().get(0).differences())
        .containsExactly(new AttributeChange("versioning.0.enabled", "false", "true"));
  }

  @Test
  void findsWhatIsSetForInstancesInModulesOfModulesAndOfWhatIsOrphaned() {
    Drift drift =
        read(
            changed(
                "module.buckets_documents.aws_ssm_parameter.each[\"a.b]c\"]",
                "{\"value\": \"1\"}",
                "{\"value\": \"2\"}"),
            changed(
                "module.buckets_documents.module.inner[0].aws_kms_key.this",
                "{\"policy\": \"p\"}",
                "{\"policy\": \"q\"}"),
            changed("module.gone.aws_kms_key.this", "{\"any\": 1}", "{\"any\": 2}"),
            changed(
                "module.buckets_documents.module.inner[0].aws_kms_key.this",
                "{\"tags_all\": {}}",
                "{\"tags_all\": {\"by\": \"hand\"}}"));

    assertThat(drift.total().update()).isEqualTo(4);
    assertThat(drift.unset()).isEmpty();
  }

  @Test
  void aSecretThatWasChangedIsDriftAndNotShown() {
    Drift drift =
        read(
            """
            {"address": "aws_ssm_parameter.root", "mode": "managed", "type": "aws_ssm_parameter",
             "name": "root", "provider_name": "p", "change": {"actions": ["update"],
               "before": {"value": "old-secret"}, "before_sensitive": {"value": true},
               "after": {"value": "new-secret"}, "after_sensitive": {"value": true}}}
            """);

    assertThat(drift.total().update()).isEqualTo(1);
    assertThat(drift.toString()).doesNotContain("old-secret", "new-secret");
    assertThat(secrets).contains("old-secret", "new-secret");
  }

  private Drift read(String... elements) {
    String text = PLAN.formatted(String.join(",", elements));
    return new PlanReader(secrets::add)
        .drift("the plan", new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static String changed(String address, String before, String after) {
    return element("managed", "update", address, before, after);
  }

  private static String element(
      String mode, String action, String address, String before, String after) {
    int module = address.lastIndexOf(".aws_");
    boolean inModule = address.startsWith("module.");
    String type = address.replaceFirst("^.*?(aws_\\w+)\\..*$", "$1");
    return """
    {"address": "%s", %s "mode": "%s", "type": "%s", "name": "this", "provider_name": "p",
     "change": {"actions": ["%s"], "before": %s, "after": %s}}
    """
        .formatted(
            address.replace("\"", "\\\""),
            inModule ? "\"module_address\": \"" + address.substring(0, module) + "\"," : "",
            mode,
            type,
            action,
            before,
            after);
  }
}
