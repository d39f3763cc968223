package com.cashtrace.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Caller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::444455556666:user/ada, ada",
    "arn:aws:iam::444455556666:user/finance/ada, ada",
    "arn:aws:sts::444455556666:assumed-role/infra-apply/ada, infra-apply",
    "arn:aws:sts::444455556666:assumed-role/infra-apply/eve@example.com, infra-apply",
    "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/ada@cashtrace.ng,"
        + " ada@cashtrace.ng",
    "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin/ada, AWSReservedSSO_Admin",
    "arn:aws:sts::444455556666:federated-user/ada, federated-user",
    "arn:aws:iam::444455556666:root, root",
    "arn:aws-cn:iam::444455556666:user/ada, ada"
  })
  void tellsPersonsApartByWhatTheyCannotChoose(String arn, String name) {
    assertThat(Principal.of(new Caller("444455556666", arn))).isEqualTo(new Principal(name, arn));
  }
}
