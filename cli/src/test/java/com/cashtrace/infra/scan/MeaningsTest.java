package com.cashtrace.infra.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.scan.Meaning.Flag;
import com.cashtrace.infra.scan.Meaning.Form;
import com.cashtrace.infra.scan.Meaning.Names;
import com.cashtrace.infra.scan.Meaning.NoPlace;
import org.junit.jupiter.api.Test;

class MeaningsTest {

  private final Meanings meanings = Meanings.read(Resources.packaged());

  @Test
  void tellsACopyFromAPathAndFromNoPlace() {
    assertThat(
            meanings.of("aws_s3_bucket_replication_configuration", "rule[].destination[].bucket"))
        .contains(
            new Names(Role.COPY, Aspect.AT_REST, Form.ARN, false, "replicates its objects to"));
    assertThat(meanings.of("aws_vpc_peering_connection", "peer_region"))
        .contains(new Names(Role.PATH, Aspect.TRANSIT, Form.REGION, false, "is joined to"));
    assertThat(meanings.of("aws_account_primary_contact", "country_code"))
        .get()
        .isInstanceOf(NoPlace.class);
  }

  @Test
  void knowsWhereTheResourceItselfIsTheDestination() {
    assertThat(meanings.of("aws_kms_replica_key", "primary_key_arn"))
        .contains(new Names(Role.COPY, Aspect.KEY, Form.ARN, true, "copies a key to"));
    assertThat(meanings.of("aws_dynamodb_table_replica", "global_table_arn"))
        .get()
        .matches(meaning -> meaning instanceof Names names && names.ownIsDestination());
  }

  @Test
  void givesAnElementTheMeaningOfItsList() {
    assertThat(meanings.of("aws_rds_cluster", "availability_zones[]"))
        .isPresent()
        .isEqualTo(meanings.of("aws_rds_cluster", "availability_zones"));
  }

  @Test
  void givesAnEntryTheMeaningOfItsMap() {
    assertThat(meanings.of("aws_glue_job", "default_arguments.--TempDir"))
        .isPresent()
        .isEqualTo(meanings.of("aws_glue_job", "default_arguments"));
  }

  @Test
  void doesNotLetABlockSpeakForItsAttributes() {
    assertThat(meanings.of("aws_dynamodb_table", "replica[]")).get().isInstanceOf(NoPlace.class);
    assertThat(meanings.of("aws_dynamodb_table", "replica[].propagate_tags")).isEmpty();
  }

  @Test
  void knowsSomeNamesWhateverTheType() {
    assertThat(meanings.of("aws_sqs_queue", "kms_master_key_id"))
        .get()
        .matches(meaning -> meaning instanceof Names names && names.aspect() == Aspect.KEY);
    assertThat(meanings.of("acme_vault", "kms_key_arn")).isPresent();
    assertThat(meanings.of("acme_vault", "colour")).isEmpty();
  }

  @Test
  void raisesAFlagByItsValuesAndByAbsenceWhereThatIsTheDefault() {
    Flag edge = flag("aws_api_gateway_rest_api", "endpoint_configuration[].types");
    assertThat(edge.raisedBy("EDGE")).isTrue();
    assertThat(edge.raisedBy(null)).isTrue();
    assertThat(edge.raisedBy("REGIONAL")).isFalse();
    assertThat(edge.where()).isEqualTo(new Whereabouts.Worldwide("CloudFront edges"));
    Flag key = flag("aws_kms_key", "multi_region");
    assertThat(key.raisedBy("true")).isTrue();
    assertThat(key.raisedBy("false")).isFalse();
    assertThat(key.raisedBy(null)).isFalse();
    Flag outpost = flag("aws_subnet", "outpost_arn");
    assertThat(outpost.raisedBy("arn:aws:outposts:af-south-1:111122223333:outpost/op-1")).isTrue();
    assertThat(outpost.raisedBy("")).isFalse();
    assertThat(outpost.where()).isInstanceOf(Whereabouts.Unknown.class);
  }

  @Test
  void listsWhatLeaksByNotBeingSet() {
    assertThat(meanings.raisedByAbsence("aws_api_gateway_rest_api"))
        .containsOnlyKeys("endpoint_configuration[].types");
    assertThat(meanings.raisedByAbsence("aws_kms_key")).isEmpty();
    assertThat(meanings.raisedByAbsence("aws_unheard_of")).isEmpty();
  }

  @Test
  void refusesLinesThatMakeNoSense() {
    assertRefused("aws_a\tx\n", "Index");
    assertRefused("aws_a\tx\tcopy\tat-rest\tregion\n", "Index");
    assertRefused("aws_a\tx\tcopie\tat-rest\tregion\tcopies to\n", "COPIE");
    assertRefused("aws_a\tx\tcopy\tat-rest\tregion\tcopies to\tmine\n", "cells");
    assertRefused("aws_a\tx\tedge\tcache\tflag\tcaches at\tany\tedges\n", "* or ?");
    assertRefused("aws_a\tx\tnone\twhy\tmore\n", "cells");
  }

  private static void assertRefused(String text, String why) {
    Meanings meanings = Meanings.of("# head\n" + text);
    assertThatThrownBy(() -> meanings.of("aws_a", "x"))
        .hasMessageContaining(why)
        .extracting(thrown -> String.valueOf(((FailureException) thrown).problem().location()))
        .isEqualTo("schemas/catalog/aws-attributes.tsv:2:1");
  }

  @Test
  void refusesATypeInTwoPlacesAndALineWithoutCells() {
    assertThatThrownBy(
            () -> Meanings.of("aws_a\tx\tnone\tw\naws_b\tx\tnone\tw\naws_a\ty\tnone\tw\n"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("aws_a");
    assertThatThrownBy(() -> Meanings.of("aws_a\n")).isInstanceOf(FailureException.class);
  }

  private Flag flag(String type, String path) {
    return (Flag) meanings.of(type, path).orElseThrow();
  }
}
