package com.cashtrace.infra.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.environment.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The environments of this repository break no rule, and earn no warning either. */
class ReferenceEnvironmentsTest {

  @Test
  void breakNoRule() {
    SpecFolder folder = new SpecFolder(GeneratedFile.repository());
    List<Environment> environments =
        folder.environments().stream()
            .map(name -> Specs.bind(folder.load(name).value().orElseThrow()))
            .toList();

    assertThat(environments).hasSizeGreaterThanOrEqualTo(3);
    assertThat(Rules.all(Specs.CATALOG).check(environments)).isEmpty();
  }
}
