package com.cashtrace.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram;
import com.cashtrace.infra.backend.Aws;
import com.cashtrace.infra.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A project whose environment 'development' declares nothing and whose templates render what a test
 * says: a root of seconds.
 *
 * @param project its specs, and somebody in the account
 * @param provider true if its root needs one
 */
record SmallProject(StateProject project, boolean provider) {

  static final String ENVIRONMENT = "development";

  /** Makes it in a folder that holds nothing or one that was made before. */
  static SmallProject in(Emulator emulator, Path folder) throws IOException {
    if (!Files.exists(folder.resolve("environments"))) {
      PackagedProgram.in(folder);
      declareNothing(folder.resolve("environments/" + ENVIRONMENT + ".yaml"));
      RootTemplates.copyTo(folder);
    }
    return new SmallProject(new StateProject(emulator, folder, StateProject.ACCOUNT), true);
  }

  private static void declareNothing(Path spec) throws IOException {
    String text = Files.readString(spec);
    String head = text.substring(0, text.indexOf("\nservices:"));
    Files.writeString(
        spec,
        head + "\nservices: null\ndatabases: null\ncaches: null\nbuckets: null\nsecrets: null\n");
  }

  Path folder() {
    return project.folder();
  }

  /**
   * What the root holds beside backend and provider.
   *
   * @param things a module that goes by the network's name, which every environment has, so that no
   *     spec has to declare what is in it
   * @param outputs of the root
   */
  SmallProject holds(String things, String outputs) throws IOException {
    Path module = Files.createDirectories(folder().resolve("modules/aws/things"));
    Files.writeString(module.resolve("main.tf"), things);
    Files.writeString(
        folder().resolve("templates/aws/things.tf.j2"),
        "module \"network\" {\n  source = \"./modules/things\"\n}\n\n" + outputs);
    return this;
  }

  /** Replaces a text of the spec. */
  SmallProject says(String text, String instead) throws IOException {
    Path spec = folder().resolve("environments/" + ENVIRONMENT + ".yaml");
    Files.writeString(spec, Files.readString(spec).replace(text, instead));
    return this;
  }

  /** The same with a root in which terraform needs no provider. */
  SmallProject withoutProvider() throws IOException {
    RootTemplates.withoutProvider(folder());
    return new SmallProject(project, false);
  }

  /** The account with bucket, table and keys. */
  SmallProject bootstrapped() {
    CommandRun run = project.run("state", "bootstrap", ENVIRONMENT);
    if (run.exitCode() != 0) {
      throw new AssertionError(run.out() + run.err());
    }
    return this;
  }

  CommandRun run(String... words) {
    return with(Map.of(), words);
  }

  CommandRun with(Map<String, String> more, String... words) {
    return CommandRun.with(besideOthers(more), folder(), templates(words));
  }

  /** A run in which somebody types a text. */
  CommandRun typing(String typed, String... words) {
    return CommandRun.typing(typed, besideOthers(Map.of()), folder(), templates(words));
  }

  /** Starts the packaged program. */
  Process start(List<String> before, String... words) throws Exception {
    return new PackagedProgram(folder(), variables(Map.of())).start(before, templates(words));
  }

  /**
   * Waits for something to come true.
   *
   * @param process the packaged program, which has to be at work meanwhile; null if it is not there
   */
  void await(@Nullable Process process, BooleanSupplier condition) throws Exception {
    for (int i = 0; i < 1200 && !condition.getAsBoolean(); i++) {
      if (process != null && !process.isAlive()) {
        CommandRun ended = end(process);
        throw new AssertionError(ended.out() + ended.err());
      }
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** Waits for the end of the packaged program. */
  CommandRun end(Process process) throws Exception {
    PackagedProgram.Result result = new PackagedProgram(folder(), Map.of()).end(process);
    return new CommandRun(result.exitCode(), result.out(), result.err());
  }

  private String[] templates(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--templates", folder().resolve("templates").toString()));
    all.addAll(List.of("--modules", folder().resolve("modules").toString()));
    return all.toArray(String[]::new);
  }

  /** Variables of the account with what terraform needs of the machine's. */
  private Map<String, String> variables(Map<String, String> more) {
    Map<String, String> variables = project.variables();
    variables.putAll(BackendTerraform.ofThisProcess());
    variables.putAll(more);
    return variables;
  }

  /** The same for processes that do not start the provider. */
  private Map<String, String> besideOthers(Map<String, String> more) {
    Map<String, String> variables = variables(more);
    if (provider) {
      variables.putAll(project.emulator().sharedProvider(variables));
    }
    return variables;
  }

  Aws aws() {
    return project.aws();
  }

  /** True if the account has a bucket of this name. */
  boolean hasBucket(String name) {
    try (Aws aws = aws()) {
      return aws.s3().listBuckets().buckets().stream().anyMatch(b -> b.name().equals(name));
    }
  }

  /** The work folder of plan and apply. */
  Path work() {
    return folder().resolve("build/.online/" + ENVIRONMENT);
  }
}
