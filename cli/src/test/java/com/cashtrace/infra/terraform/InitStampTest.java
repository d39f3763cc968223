package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitStampTest {

  private static final String INSTALLED =
      ".terraform/providers/registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64";

  @TempDir Path root;

  @BeforeEach
  void initialisedRoot() throws IOException {
    write("main.tf", "module \"a\" {\n  source = \"./modules/a\"\n  cpu = 1\n}\n\n");
    write("backend.tf", "terraform {\n  backend \"s3\" {\n    key = \"a\"\n  }\n}\n");
    write("modules/a/main.tf", "terraform {\n}\nresource \"x\" \"y\" {\n}\n");
    write(
        ".terraform.lock.hcl",
        "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.100.0\"\n}\n");
    write(".terraform/modules/modules.json", "{}");
    write(".terraform/terraform.tfstate", "{}");
    write(INSTALLED + "/provider", "");
    stamp("1.11.4", "/mirror").write();
  }

  @Test
  void aRootThatNobodyTouchedIsInitialised() {
    assertThat(stamp("1.11.4", "/mirror").isCurrent()).isTrue();
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({
    "main.tf, 'module \"a\" {\n  source = \"./modules/a\"\n  cpu = 2\n}\n\n'",
    "main.tf, '# hello\nmodule \"a\" {\n  # there\n  source = \"./modules/a\"\n}\n'",
    "modules/a/main.tf, 'terraform {\n}\nresource \"x\" \"z\" {\n}\n'",
    "README.md, hello",
    ".hidden/main.tf, 'terraform {}'",
    ".terraform/plugin_path, '[]'",
  })
  void whatInitDoesNotLookAtMayChange(String file, String text) throws IOException {
    write(file, text);

    assertThat(stamp("1.11.4", "/mirror").isCurrent()).isTrue();
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({
    "main.tf, 'module \"a\" {\n  source = \"./modules/b\"\n}\n'",
    "main.tf, 'module \"b\" {\n  source = \"./modules/a\"\n}\n'",
    "main.tf, 'module \"a\" { source = \"./modules/b\" }\n'",
    "more.tf, 'module \"a\" {\n  source = \"./modules/b\"\n}\n'",
    "more.tf.json, '{}'",
    "offline_override.tf, 'terraform {\n  backend \"local\" {}\n}\n'",
    "backend.tf, 'terraform {\n  backend \"s3\" {\n    key = \"b\"\n  }\n}\n'",
    "modules/a/main.tf, 'terraform {\n  required_version = \">= 1\"\n}\n'",
    ".terraform.lock.hcl, ''",
    ".terraform/modules/modules.json, '{ }'",
    ".terraform/terraform.tfstate, '{ }'",
    ".terraform/cashtrace-init, ''",
  })
  void whatInitLooksAtMayNotChange(String file, String text) throws IOException {
    write(file, text);

    assertThat(stamp("1.11.4", "/mirror").isCurrent()).isFalse();
  }

  @Test
  void anotherTerraformOrMirrorNeedsAnotherInit() {
    assertThat(stamp("1.11.5", "/mirror").isCurrent()).isFalse();
    assertThat(stamp("1.11.4", "/other").isCurrent()).isFalse();
    assertThat(new InitStamp(root, program("1.11.4"), null).isCurrent()).isFalse();
  }

  @Test
  void aProviderThatIsGoneNeedsAnotherInit() throws IOException {
    Files.delete(root.resolve(INSTALLED + "/provider"));
    Files.delete(root.resolve(INSTALLED));
    Files.createSymbolicLink(root.resolve(INSTALLED), Path.of("/no/such/mirror"));

    assertThat(stamp("1.11.4", "/mirror").isCurrent()).isFalse();
  }

  @Test
  void aStampThatWasTakenAwayIsGone() {
    stamp("1.11.4", "/mirror").remove();
    stamp("1.11.4", "/mirror").remove();

    assertThat(stamp("1.11.4", "/mirror").isCurrent()).isFalse();
    assertThat(root.resolve(".terraform/cashtrace-init")).doesNotExist();
  }

  private InitStamp stamp(String version, String mirror) {
    return new InitStamp(root, program(version), Path.of(mirror));
  }

  private static TerraformProgram program(String version) {
    return new TerraformProgram(
        Path.of("/bin/terraform"), Version.parse(version).orElseThrow(), "linux_amd64");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
