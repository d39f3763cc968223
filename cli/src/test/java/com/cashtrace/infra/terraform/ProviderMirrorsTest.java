package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cashtrace.infra.problem.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderMirrorsTest {

  private static final String PLATFORM = "linux_amd64";
  private static final LockedProvider AWS =
      new LockedProvider("registry.terraform.io", "hashicorp", "aws", "5.100.0");

  @TempDir Path folder;

  @Test
  void theMirrorThatIsNamedWins() throws IOException {
    Path named = mirror("named");
    mirror("home/.terraform.d/plugins");

    MirrorChoice choice = find(Path.of("named"), List.of());

    assertThat(choice.folder()).isEqualTo(named);
    assertThat(choice.sentence())
        .isEqualTo(
            "providers are taken from the mirror '" + named + "', named by --provider-mirror");
  }

  @Test
  void aNamedMirrorWithoutTheProviderIsRefused() throws IOException {
    Path named = mirror("named", "5.99.0", "linux_amd64");
    mirror("home/.terraform.d/plugins");

    assertThatThrownBy(() -> find(named, List.of()))
        .isInstanceOf(FailureException.class)
        .hasMessage("the mirror '" + named + "' has no hashicorp/aws 5.100.0 for linux_amd64");
  }

  @Test
  void aNamedMirrorThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> find(Path.of("nowhere"), List.of()))
        .isInstanceOf(FailureException.class)
        .hasMessage(
            "--provider-mirror names '" + folder.resolve("nowhere") + "', which is no folder");
  }

  @Test
  void mirrorsAreSearchedInTheOrderOfTheirCloseness() throws IOException {
    Path configured = mirror("configured");
    Path own = mirror("home/.terraform.d/plugins");
    Path shared = mirror("shared");
    Path optional = mirror("opt/some where");

    for (Path expected : List.of(configured, own, shared, optional)) {
      MirrorChoice choice = find(null, List.of(configured));
      assertThat(choice.folder()).isEqualTo(expected);
      assertThat(choice.searched()).containsExactly(configured, own, shared, optional);
      Files.delete(AWS.packageFolder(expected, PLATFORM));
    }
    assertThat(find(null, List.of(configured)).folder()).isNull();
  }

  @Test
  void aMirrorOfAnotherVersionOrPlatformIsPassedOver() throws IOException {
    mirror("home/.terraform.d/plugins", "5.99.0", PLATFORM);
    mirror("shared", "5.100.0", "darwin_arm64");

    MirrorChoice choice = find(null, List.of());

    assertThat(choice.folder()).isNull();
    assertThat(choice.sentence())
        .isEqualTo(
            "providers are taken from the registry: no mirror on this machine has"
                + " hashicorp/aws 5.100.0 for linux_amd64");
  }

  @Test
  void theArchiveOfAReleaseIsAsGoodAsAFolder() throws IOException {
    Path mirror = folder.resolve("shared");
    Path releases = Files.createDirectories(mirror.resolve("registry.terraform.io/hashicorp/aws"));
    Files.createFile(releases.resolve("terraform-provider-aws_5.100.0_linux_amd64.zip"));

    assertThat(find(null, List.of()).folder()).isEqualTo(mirror);
  }

  @Test
  void aFolderBelowOptThatIsNoMirrorIsPassedOver() throws IOException {
    Files.createDirectories(folder.resolve("opt/a/b"));
    Files.createFile(folder.resolve("opt/file"));
    Path mirror = mirror("opt/z");

    assertThat(find(null, List.of()).folder()).isEqualTo(mirror);
  }

  @Test
  void anInstallationThatTheUserConfiguredIsNotCalledTheRegistry() {
    var config = new CliConfig(Map.of(), List.of(), true, false, null);

    assertThat(find(null, config, List.of(AWS)).sentence())
        .startsWith("providers are taken from where your CLI configuration tells: ");
  }

  @Test
  void withoutALockFileNobodyKnowsWhatAMirrorMustHold() throws IOException {
    mirror("shared");
    var config = new CliConfig(Map.of(), List.of(), false, false, null);

    MirrorChoice choice = find(null, config, List.of());

    assertThat(choice.folder()).isNull();
    assertThat(choice.sentence()).endsWith(": no lock file says which ones are needed");
  }

  private MirrorChoice find(@Nullable Path named, List<Path> configured) {
    return find(named, new CliConfig(Map.of(), configured, false, false, null), List.of(AWS));
  }

  private MirrorChoice find(
      @Nullable Path named, CliConfig config, List<LockedProvider> providers) {
    var environment = Map.of("HOME", folder.resolve("home").toString());
    var options = new TerraformOptions(null, named, environment, folder);
    return new ProviderMirrors(folder.resolve("shared"), folder.resolve("opt"))
        .find(options, config, PLATFORM, providers);
  }

  private Path mirror(String name) throws IOException {
    return mirror(name, "5.100.0", PLATFORM);
  }

  private Path mirror(String name, String version, String platform) throws IOException {
    Path mirror = folder.resolve(name);
    var provider = new LockedProvider(AWS.host(), AWS.namespace(), AWS.type(), version);
    Files.createDirectories(provider.packageFolder(mirror, platform));
    return mirror;
  }
}
