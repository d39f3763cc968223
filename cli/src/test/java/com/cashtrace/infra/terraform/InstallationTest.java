package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  private static final String LOCK =
      """
      provider "registry.terraform.io/hashicorp/aws" {
        version = "5.100.0"
      }
      """;

  private static final String PACKAGE = "registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64";

  @TempDir Path folder;
  private final List<String> sources = new ArrayList<>();

  @Test
  void linksToTheRootThatFetchedTheProviderFirst() throws IOException {
    var installation = new Installation("linux_amd64", false);
    Path first = root("first");

    init(installation, first, null);
    init(installation, root("second"), null);

    assertThat(sources).containsExactly("null", providers(first));
  }

  @Test
  void aMirrorThatHoldsItUnpackedServesAllAtOnce() throws IOException {
    var installation = new Installation("linux_amd64", false);
    Path mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.createDirectories(mirror.resolve(PACKAGE));

    init(installation, root("first"), mirror);
    init(installation, root("second"), mirror);

    assertThat(sources).containsExactly(mirror.toString(), mirror.toString());
  }

  @Test
  void whereInitsShareACacheTheFirstOneFillsItAlone() throws IOException {
    var installation = new Installation("linux_amd64", true);
    Path mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.createDirectories(mirror.resolve(PACKAGE));
    Path first = root("first");

    init(installation, first, mirror);
    init(installation, root("second"), mirror);

    assertThat(sources).containsExactly(mirror.toString(), providers(first));
  }

  @Test
  void aRootThatWasInitialisedEarlierServesToo() throws IOException {
    var installation = new Installation("linux_amd64", false);
    Path earlier = root("earlier");
    Files.createDirectories(Path.of(providers(earlier)).resolve(PACKAGE));
    installation.found(earlier);

    init(installation, root("next"), null);
    init(installation, earlier, null);

    assertThat(sources).as("and none links to itself").containsExactly(providers(earlier), "null");
  }

  private void init(Installation installation, Path root, @Nullable Path mirror) {
    int status =
        installation.run(
            root,
            mirror,
            from -> {
              sources.add(String.valueOf(from));
              try {
                Files.createDirectories(Path.of(providers(root)).resolve(PACKAGE));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
              return 0;
            });
    assertThat(status).isZero();
  }

  private Path root(String name) throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    Files.writeString(root.resolve(".terraform.lock.hcl"), LOCK);
    return root;
  }

  private static String providers(Path root) {
    return root.resolve(".terraform/providers").toString();
  }
}
