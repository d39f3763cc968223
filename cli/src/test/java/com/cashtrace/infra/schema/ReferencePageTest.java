package com.cashtrace.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.document.Resources;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

  private final String page = ReferencePage.generate(Resources.packaged());

  @Test
  void isCurrent() throws IOException {
    new GeneratedFile(ReferencePage.PATH).mustBe(page);
  }

  @Test
  void tellsTypeDefaultAndMeaning() {
    assertThat(page)
        .containsPattern("(?m)^\\| `locks` \\| `dynamodb` `s3` `both` \\| `both` \\| What");
    assertThat(page).containsPattern("(?m)^\\| `scaling.target.cpu` \\|.* \\| `60%` \\|");
    assertThat(page).contains("## residency.transfers.KEY", "## databases.KEY");
  }
}
