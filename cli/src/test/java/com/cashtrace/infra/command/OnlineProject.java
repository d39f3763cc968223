package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project whose root takes seconds: two environments in one account of the emulator, with a
 * parameter or two instead of the program's own templates, and people who may do something there.
 *
 * @param emulator plays AWS
 * @param folder the project's
 * @param provider true if its root needs one
 */
public record OnlineProject(Emulator emulator, Path folder, boolean provider) {

  /** The account of both environments. */
  public static final String ACCOUNT = "111122223333";

  /** The bucket of their states. */
  public static final String BUCKET = "cashtrace-111122223333-tfstate";

  /** An environment for tests. */
  public static final String SHOP = "shop";

  /** The one that has a second pair of eyes. */
  public static final String LIVE = "live";

  /** Never to be seen outside of the state and the binary plan. */
  public static final String SECRET = "correct-horse-battery";

  private static final String SPEC =
      """
      specVersion: 1
      tier: %1$s
      account:
        id: "111122223333"
        roles: { plan: infra-plan, apply: infra-apply, breakGlass: infra-break-glass, approve: [infra-approve] }
      state: { bucket: cashtrace-111122223333-tfstate, key: %2$s/terraform.tfstate }
      audit: { lock: compliance }
      dns: { domain: %2$s.example.org, zoneId: Z0123456789%3$d }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b, af-south-1c] }
      residency:
        profiles: [african-regions]
        transfers:
          cape-town:
            country: ZA
            recipient: Amazon Web Services
            basis: contract
            reference: DPA-1
            dpia: DPIA-1
            recorded: 2026-10-01
            by: dpo@example.org
      network: { cidr: 10.%3$d.0.0/16 }
      tags: { owner: platform, cost-centre: cc-1 }
      """;

  /** Makes the project in a folder. */
  public static OnlineProject in(Emulator emulator, Path folder) throws IOException {
    OnlineProject project = new OnlineProject(emulator, folder, true);
    Path specs = Files.createDirectories(folder.resolve("environments"));
    Files.writeString(specs.resolve(SHOP + ".yaml"), spec(SHOP, "development", 1));
    Files.writeString(specs.resolve(LIVE + ".yaml"), spec(LIVE, "production", 2));
    RootTemplates.copyTo(folder);
    project.resources("hello");
    return project;
  }

  /**
   * A spec that declares no component.
   *
   * @param number tells environments of one account apart
   */
  static String spec(String name, String tier, int number) {
    return SPEC.formatted(tier, name, number);
  }

  /** The same with a root that makes nothing in the account, for which no provider is needed. */
  OnlineProject withoutProvider() throws IOException {
    RootTemplates.withoutProvider(folder);
    Files.writeString(
        folder.resolve("modules/aws/parameters/main.tf"),
        "resource \"terraform_data\" \"greeting\" {\n  input = \"hello\"\n}\n");
    return new OnlineProject(emulator, folder, false);
  }

  /** Writes what the root makes, the same for both environments. */
  public void resources(String greeting) throws IOException {
    Files.writeString(
        folder.resolve("templates/aws/things.tf.j2"),
        """
        module "parameters" {
          source = "./modules/parameters"
        }
        """);
    Path module = Files.createDirectories(folder.resolve("modules/aws/parameters"));
    Files.writeString(
        module.resolve("main.tf"),
        """
        resource "aws_ssm_parameter" "greeting" {
          name = "/greeting"
          type = "String"
          value = "%s"
        }

        resource "aws_ssm_parameter" "password" {
          name = "/password"
          type = "SecureString"
          value = "%s"
        }
        """
            .formatted(greeting, SECRET));
  }

  /** Replaces a text of a spec. */
  public void edit(String name, String old, String text) throws IOException {
    Path file = folder.resolve("environments/" + name + ".yaml");
    String before = Files.readString(file);
    assertThat(before).contains(old);
    Files.writeString(file, before.replace(old, text));
  }

  /** Makes the state's place of an environment. */
  public void bootstrap(String name) {
    CommandRun run = as("infra-apply", "ada").run("state", "bootstrap", name, "--yes");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  /** Somebody in the account. */
  public Person as(String role, String session) {
    return new Person(this, role, session);
  }

  /** Clients of the account, to look and to spoil. */
  public Aws aws() {
    return Aws.in("af-south-1", as("infra-apply", "ada").variables());
  }

  /**
   * Somebody who has assumed a role.
   *
   * @param project where they work
   * @param role its name
   * @param session of their own choice
   */
  public record Person(OnlineProject project, String role, String session) {

    /** The variables of their processes. */
    public Map<String, String> variables() {
      Map<String, String> variables = BackendTerraform.ofThisProcess();
      variables.putAll(project.emulator().as(ACCOUNT, role, session));
      variables.put("AWS_MAX_ATTEMPTS", "1");
      return variables;
    }

    /** Runs a command line with the templates and modules of the project. */
    public CommandRun run(String... words) {
      List<String> all = new ArrayList<>(List.of(words));
      all.addAll(List.of("--templates", "templates", "--modules", "modules"));
      return CommandRun.with(besideOthers(), project.folder(), all.toArray(String[]::new));
    }

    /** The variables of processes that do not start the provider. */
    public Map<String, String> besideOthers() {
      Map<String, String> variables = variables();
      if (project.provider()) {
        variables.putAll(project.emulator().sharedProvider(variables));
      }
      return variables;
    }
  }
}
