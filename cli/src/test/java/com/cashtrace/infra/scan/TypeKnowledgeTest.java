package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.scan.ServiceEndpoints.Availability;
import com.cashtrace.infra.scan.TypeTraits.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of resource types as a whole: traits, endpoints, metadata. */
class TypeKnowledgeTest {

  private final TypeTraits traits = TypeTraits.read(Resources.packaged());
  private final ServiceEndpoints endpoints = ServiceEndpoints.read(Resources.packaged(), traits);
  private final MetadataTypes metadata = MetadataTypes.read(Resources.packaged());

  @Test
  void takesTheLongestEntryForAType() {
    assertThat(traits.of("aws_db_instance").stores()).isTrue();
    assertThat(traits.of("aws_db_snapshot").aspect()).isEqualTo(Aspect.BACKUP);
    assertThat(traits.of("aws_db_proxy_endpoint").aspect()).isEqualTo(Aspect.TRANSIT);
    assertThat(traits.of("aws_elasticache_replication_group").aspect()).isEqualTo(Aspect.CACHE);
  }

  @Test
  void takesATypeThatNobodyReviewedForAStore() {
    assertThat(traits.knows("acme_thing")).isFalse();
    assertThat(traits.of("acme_thing").aspect()).isEqualTo(Aspect.AT_REST);
    assertThat(traits.of("acme_thing").stores()).isTrue();
    assertThat(traits.of("acme_thing").reach()).isEqualTo(Reach.REGION);
    assertThat(endpoints.of("acme_thing")).isEmpty();
    assertThat(endpoints.excludes("acme_thing", "af-south-1")).isFalse();
  }

  @Test
  void knowsWhichServicesMayKeepContentElsewhereToLearnFromIt() {
    assertThat(traits.of("aws_comprehend_document_classifier").learns()).isTrue();
    assertThat(traits.of("aws_connect_instance").learns()).isTrue();
    assertThat(traits.of("aws_connect_queue").learns()).isFalse();
    assertThat(traits.of("aws_bedrock_custom_model").learns()).isFalse();
  }

  @Test
  void tellsEdgesAndGlobalServicesFromRegions() {
    assertThat(traits.of("aws_cloudfront_distribution").reach()).isEqualTo(Reach.EDGE);
    assertThat(traits.of("aws_iam_role").reach()).isEqualTo(Reach.GLOBAL);
    assertThat(traits.of("aws_s3_bucket").reach()).isEqualTo(Reach.REGION);
  }

  @Test
  void knowsServicesThatCapeTownDoesNotHave() {
    assertThat(endpoints.excludes("aws_grafana_workspace", "af-south-1")).isTrue();
    assertThat(endpoints.excludes("aws_grafana_workspace", "eu-west-1")).isFalse();
    assertThat(endpoints.excludes("aws_opensearchserverless_collection", "af-south-1")).isTrue();
    assertThat(endpoints.excludes("aws_db_instance", "af-south-1")).isFalse();
    assertThat(endpoints.of("aws_grafana_workspace").orElseThrow().regions())
        .contains("eu-west-1")
        .doesNotContain("af-south-1");
  }

  @Test
  void judgesNothingByAListThatWasNotFound() {
    assertThat(endpoints.of("aws_docdb_cluster").orElseThrow().availability())
        .isEqualTo(Availability.UNKNOWN);
    assertThat(endpoints.excludes("aws_docdb_cluster", "af-south-1")).isFalse();
    assertThat(endpoints.of("aws_globalaccelerator_accelerator").orElseThrow().availability())
        .isEqualTo(Availability.GLOBAL);
  }

  @Test
  void saysWhyATypeHoldsNoCustomerData() {
    assertThat(metadata.reason("aws_iam_role")).get().asString().contains("staff");
    assertThat(metadata.reason("aws_route53_zone")).isPresent();
    assertThat(metadata.reason("aws_route53_query_log")).isEmpty();
    assertThat(metadata.reason("aws_cloudfront_distribution")).isEmpty();
    assertThat(metadata.reason("aws_db_instance")).isEmpty();
  }

  @Test
  void namesThePartsOfGlobalServicesWithTheirConditions() {
    assertThat(metadata.parts("aws_wafv2_web_acl"))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.region()).isEqualTo("us-east-1");
              assertThat(part.attribute()).isEqualTo("scope");
              assertThat(part.value()).isEqualTo("CLOUDFRONT");
            });
    assertThat(metadata.parts("aws_cloudwatch_log_group"))
        .singleElement()
        .satisfies(part -> assertThat(part.usedBy()).containsExactly("aws_route53_query_log"));
    assertThat(metadata.parts("aws_s3_bucket")).isEmpty();
  }

  @Test
  void findsTheGeographyOfAModel() {
    assertThat(ModelGeography.of("eu.anthropic.claude-3-5-sonnet-20240620-v1:0")).isPresent();
    assertThat(
            ModelGeography.of(
                "arn:aws:bedrock:af-south-1:111122223333:inference-profile/global.anthropic.c4"))
        .isPresent();
    assertThat(ModelGeography.of("anthropic.claude-3-haiku-20240307-v1:0")).isEmpty();
    assertThat(ModelGeography.of("meta.llama3-8b-instruct-v1:0")).isEmpty();
  }

  @Test
  void refusesAHandedInFileWithItsLine(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("catalog"));
    Files.writeString(
        folder.resolve("catalog/aws-types.tsv"), "# head\naws_a\tat-rest\tkeeps\tregion\ts\n");
    Resources resources = new Resources(Map.of("schemas", folder));
    assertThatThrownBy(() -> TypeTraits.read(resources))
        .hasMessageContaining("'keeps'")
        .extracting(thrown -> String.valueOf(((FailureException) thrown).problem().location()))
        .isEqualTo("schemas/catalog/aws-types.tsv:2:1");
  }
}
