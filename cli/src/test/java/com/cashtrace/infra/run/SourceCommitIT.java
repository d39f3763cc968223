package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.bundle.PlanBundle;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.revision.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit of the sources, by the real git. */
class SourceCommitIT {

  @TempDir private Path folder;

  private PlanBundle.Commit find() {
    ProcessRunner runner = new ProcessRunner(new Interrupts());
    return new SourceCommit(runner, folder, Repository.variables()).find();
  }

  @Test
  void isKnownOnlyWhereTheSpecsAreAsItHasThem() throws Exception {
    assertThat(find()).as("no repository").isNull();
    Repository repository = Repository.in(folder);
    assertThat(find()).as("no commit").isNull();
    Path spec = Files.createDirectories(folder.resolve("environments")).resolve("shop.yaml");
    Files.writeString(spec, "tier: development\n");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "first");

    assertThat(find().author()).isEqualTo("Ada <ada@example.com>");
    assertThat(find().id()).matches("[0-9a-f]{40}");
    Files.writeString(folder.resolve("notes.txt"), "beside the specs");
    assertThat(find()).as("with something else that is new").isNotNull();
    Files.writeString(spec, "tier: staging\n");
    assertThat(find()).as("with another spec").isNull();
    repository.git("checkout", "-q", "--", ".");
    Files.createDirectories(folder.resolve("residency"));
    Files.writeString(folder.resolve("residency/own.yaml"), "title: Own rules\n");
    assertThat(find()).as("with a rule set of its own that is new").isNull();
  }
}
