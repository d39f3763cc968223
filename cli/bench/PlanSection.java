import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A whole plan without credentials, against the same root planned by terraform alone. */
final class PlanSection {

  private static final Pattern PROVIDER = Pattern.compile("(?ms)^provider \"aws\" \\{(.*?)^\\}");
  private static final Pattern ALIAS = Pattern.compile("(?m)^\\s*alias\\s*=\\s*\"([^\"]+)\"");

  private PlanSection() {}

  static void run(Machine machine) throws IOException, InterruptedException {
    Path first = machine.scratch().resolve("plan-first");
    Path second = machine.scratch().resolve("plan-second");
    Path bare = machine.scratch().resolve("plan-bare");
    machine.program("render", "production", "--out", bare.toString()).run();
    offline(bare);
    copyEnvironments(machine, second);

    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put(
        "bare init, plan and show",
        new Command(
                bare,
                "sh",
                "-c",
                "terraform init -input=false -plugin-dir=\"$0\""
                    + " && terraform plan -input=false -out=plan.bin"
                    + " && terraform show -json plan.bin >plan.json",
                machine.providerMirror().toString())
            .after(() -> Folders.remove(bare.resolve(".terraform"))));
    commands.put("first run", plan(machine, first).after(() -> refresh(machine, first)));
    commands.put("second run", plan(machine, second));
    Rounds rounds = new Rounds();
    rounds.run(Math.min(machine.rounds(), 5), commands);

    Rounds.heading("`plan production --offline`, real provider");
    commands.keySet().forEach(rounds::row);
    rounds.ratio("first run to bare", "first run", "bare init, plan and show", 1.05);
    rounds.ratio("second run to bare", "second run", "bare init, plan and show", 0.90);
  }

  private static Command plan(Machine machine, Path folder) {
    return machine.program("plan", "production", "--offline", "--directory", folder.toString());
  }

  private static void refresh(Machine machine, Path folder) throws IOException {
    Folders.remove(folder);
    copyEnvironments(machine, folder);
  }

  private static void copyEnvironments(Machine machine, Path folder) throws IOException {
    Path to = Files.createDirectories(folder.resolve("environments"));
    try (Stream<Path> specs = Files.list(machine.project().resolve("environments"))) {
      for (Path spec : specs.toList()) {
        Files.copy(spec, to.resolve(spec.getFileName()));
      }
    }
  }

  /** Makes a rendered root one that terraform alone plans without an account. */
  static void offline(Path root) throws IOException {
    Files.writeString(root.resolve("offline_override.tf"), override(root.resolve("providers.tf")));
  }

  /** What a person writes by hand to plan this root without an account. */
  private static String override(Path providers) throws IOException {
    var text = new StringBuilder("terraform {\n  backend \"local\" {}\n}\n");
    var blocks = PROVIDER.matcher(Files.readString(providers));
    while (blocks.find()) {
      text.append("provider \"aws\" {\n");
      var alias = ALIAS.matcher(blocks.group(1));
      if (alias.find()) {
        text.append("  alias = \"").append(alias.group(1)).append("\"\n");
      }
      text.append("  access_key = \"none\"\n  secret_key = \"none\"\n");
      text.append("  allowed_account_ids = []\n");
      text.append("  skip_credentials_validation = true\n  skip_requesting_account_id = true\n");
      text.append("  skip_metadata_api_check = true\n}\n");
    }
    return text.toString();
  }
}
