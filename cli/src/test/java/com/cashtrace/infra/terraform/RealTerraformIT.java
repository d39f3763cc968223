package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cashtrace.infra.problem.FailureException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real terraform and the real provider, without an account or a network. */
@Timeout(300)
class RealTerraformIT {

  private static final String ROOT =
      """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "5.100.0"
          }
        }

        backend "s3" {
          bucket = "state"
          key    = "terraform.tfstate"
          region = "af-south-1"
        }
      }

      provider "aws" {
        region              = "af-south-1"
        allowed_account_ids = ["444455556666"]

        default_tags {
          tags = { owner = "platform" }
        }
      }

      provider "aws" {
        alias               = "dr"
        region              = "eu-west-1"
        allowed_account_ids = ["444455556666"]
      }

      data "aws_region" "dr" {
        provider = aws.dr
      }

      resource "aws_s3_bucket" "this" {
        bucket = "in-${data.aws_region.dr.name}"
      }
      """;

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();
  private Path root;

  @BeforeEach
  void root() throws IOException {
    root = Files.createDirectories(folder.resolve("a root"));
    Files.writeString(root.resolve("main.tf"), ROOT);
    Files.writeString(
        root.resolve(OfflineOverride.FILE),
        OfflineOverride.text(
            List.of(new ProviderConfiguration(null), new ProviderConfiguration("dr"))));
  }

  @Test
  void plansWithoutAnAccountAndInitialisesOnce() throws IOException {
    Terraform terraform = terraform();
    Path file = folder.resolve("the plan");

    InitResult first = terraform.init(root, events::add);
    InitResult second = terraform.init(root, events::add);
    PlanRun run = terraform.plan(root, PlanMode.CHANGE, file, events::add);
    var plan = new AtomicReference<JsonNode>();
    terraform.show(root, file, in -> plan.set(new JsonMapper().readTree(in)));

    assertThat(first.problems()).noneMatch(problem -> problem.isError());
    assertThat(first.succeeded()).isTrue();
    assertThat(second.skipped()).isTrue();
    assertThat(run.succeeded()).isTrue();
    assertThat(run.diagnostics()).isEmpty();
    assertThat(events)
        .contains(
            new Event.Finished("data.aws_region.dr", "read", false, "eu-west-1"),
            new Event.Planned("aws_s3_bucket.this", "create"),
            new Event.Summary(1, 0, 0, 0));
    JsonNode after = plan.get().at("/resource_changes/0/change/after");
    assertThat(after.path("bucket").asText()).isEqualTo("in-eu-west-1");
    assertThat(after.at("/tags_all/owner").asText()).isEqualTo("platform");
  }

  @Test
  void aLockFileThatPinsAnotherBuildIsExplained() throws IOException {
    Files.writeString(
        root.resolve(LockFile.NAME),
        """
        provider "registry.terraform.io/hashicorp/aws" {
          version     = "5.100.0"
          constraints = "5.100.0"
          hashes = [
            "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
          ]
        }
        """);

    InitResult result = terraform().init(root, events::add);

    assertThat(result.succeeded()).isFalse();
    assertThat(result.problems().get(0).hint()).contains("holds another build of the provider");
  }

  @Test
  void noProviderAnywhereIsExplained() {
    MirrorChoice registry = new MirrorChoice(null, "from the registry", List.of(Path.of("/opt/x")));
    // Nothing listens at this port, so that there is no network on any machine.
    Terraform terraform = terraform(registry, Map.of("HTTPS_PROXY", "http://127.0.0.1:9"));

    InitResult result = terraform.init(root, events::add);

    assertThat(result.succeeded()).isFalse();
    assertThat(result.problems().get(0).message()).contains("registry.terraform.io");
    assertThat(result.problems().get(0).hint())
        .startsWith("without network a mirror is needed")
        .endsWith("/opt/x");
  }

  /** Terraform with a mirror that has the provider; without one the test is skipped. */
  private Terraform terraform() {
    var options = new TerraformOptions(null, null, System.getenv(), folder);
    var aws = List.of(new LockedProvider("registry.terraform.io", "hashicorp", "aws", "5.100.0"));
    MirrorChoice mirror =
        ProviderMirrors.ofThisMachine()
            .find(options, CliConfig.of(options), program(options).platform(), aws);
    requireOnCi(mirror.folder() != null, mirror.sentence());
    return terraform(mirror, Map.of());
  }

  /** Terraform as a user runs it whose AWS files are broken, which must be no matter. */
  private Terraform terraform(MirrorChoice mirror, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("TF_WORKSPACE");
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("AWS_PROFILE", "no-such-profile");
    environment.putAll(more);
    var options = new TerraformOptions(null, null, environment, folder);
    try {
      Path aws = Files.createDirectories(folder.resolve("home/.aws"));
      Files.writeString(aws.resolve("config"), "this is [broken\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Terraform(
        program(options),
        TerraformEnvironment.offline(CliConfig.of(options).environment()),
        providers -> mirror,
        new Installation("linux_amd64", false),
        FakeTerraform.runner());
  }

  private static TerraformProgram program(TerraformOptions options) {
    try {
      return new TerraformFinder(FakeTerraform.runner()).find(options);
    } catch (FailureException e) {
      requireOnCi(false, e.getMessage());
      throw e;
    }
  }

  private static void requireOnCi(boolean there, String why) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as(why).isTrue();
    }
    assumeTrue(there, why);
  }
}
