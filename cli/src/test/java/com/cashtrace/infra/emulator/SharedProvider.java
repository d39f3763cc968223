package com.cashtrace.infra.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.GeneratedFile;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.InitResult;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The real provider as one process for many runs of terraform, as its authors debug it: terraform
 * starts it three times for each plan, and it makes its schema anew each time. It can hold one
 * configuration at a time. It ends with this process, however that ends.
 */
public final class SharedProvider implements AutoCloseable {

  private static final Pattern ATTACH = Pattern.compile("TF_REATTACH_PROVIDERS='(.*)'");

  private final Process process;
  private final Path folder;
  private final String attach;

  private SharedProvider(Process process, Path folder, String attach) {
    this.process = process;
    this.folder = folder;
    this.attach = attach;
  }

  /**
   * Starts it.
   *
   * @param variables of its process, beside those of this one that have nothing to do with AWS
   */
  public static SharedProvider start(Map<String, String> variables) {
    try {
      Path folder = Files.createTempDirectory("provider");
      ProcessBuilder builder =
          new ProcessBuilder(Guard.command(List.of(binary(folder).toString(), "-debug")))
              .redirectError(folder.resolve("said").toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      builder.environment().put("AWS_CONFIG_FILE", "/dev/null");
      builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", credentials(folder).toString());
      builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
      builder.environment().put("AWS_MAX_ATTEMPTS", "1");
      builder.environment().putAll(variables);
      Process process = builder.start();
      return new SharedProvider(process, folder, attach(process, folder));
    } catch (IOException e) {
      throw new AssertionError("the provider does not start", e);
    }
  }

  private static Path credentials(Path folder) {
    return folder.resolve("credentials");
  }

  private static String attach(Process process, Path folder) throws IOException {
    var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher matcher = ATTACH.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError(
        "the provider does not start:\n" + Files.readString(folder.resolve("said")));
  }

  /**
   * Where terraform installs the provider of our own roots. In CI it has to be there; elsewhere the
   * tests say why they are skipped.
   */
  private static Path binary(Path folder) throws IOException {
    Path own = GeneratedFile.repository();
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.copy(
        own.resolve("templates/aws/terraform.lock.hcl"), root.resolve(".terraform.lock.hcl"));
    Files.copy(
        own.resolve("terraform-modules/aws/network/versions.tf"), root.resolve("versions.tf"));
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.remove("TF_WORKSPACE");
    TerraformOptions options = new TerraformOptions(null, null, variables, root);
    InitResult init =
        Terraform.offline(options, CliConfig.of(options), new ProcessRunner(new Interrupts()))
            .init(root, event -> {});
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(init.succeeded()).as("no provider: %s", init.problems()).isTrue();
    }
    assertThat(init.problems()).isEmpty();
    try (Stream<Path> files =
        Files.walk(root.resolve(".terraform/providers"), FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("terraform-provider-aws"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Environment variables by which terraform finds it. */
  public Map<String, String> attached() {
    return Map.of("TF_REATTACH_PROVIDERS", attach);
  }

  /**
   * A terraform that finds it, for a run that hands on no variable that it does not know.
   *
   * @param commands of terraform which do so, a pattern of the shell; all others start a provider
   */
  public Path terraform(String commands) throws IOException {
    Path script =
        Files.writeString(
            Files.createTempFile(folder, "terraform", ""),
            """
            #!/bin/sh
            case "$1" in
              %s) export TF_REATTACH_PROVIDERS='%s' ;;
            esac
            exec terraform "$@"
            """
                .formatted(commands, attach));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  /**
   * Lets it ask AWS as somebody from now on.
   *
   * @param variables of their processes
   */
  void asks(Map<String, String> variables) {
    try {
      Files.writeString(
          credentials(folder),
          """
          [default]
          aws_access_key_id = %s
          aws_secret_access_key = %s
          aws_session_token = %s
          """
              .formatted(
                  variables.get("AWS_ACCESS_KEY_ID"),
                  variables.get("AWS_SECRET_ACCESS_KEY"),
                  variables.get("AWS_SESSION_TOKEN")));
    } catch (IOException e) {
      throw new AssertionError("nobody's credentials can be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    Guard.end(process);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
