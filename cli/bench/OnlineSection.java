import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plan and apply with an account, against terraform alone on the same root and the same emulator of
 * AWS. What the provider waits for takes most of an apply, for both.
 */
final class OnlineSection {

  private static final String ENVIRONMENT = "preview";

  /** An apply takes more than a minute. */
  private static final int ROUNDS = 2;

  private final Machine machine;
  private final Emulator emulator;
  private final Path ours;
  private final Path bare;

  private OnlineSection(Machine machine, Emulator emulator) {
    this.machine = machine;
    this.emulator = emulator;
    this.ours = machine.scratch().resolve("online");
    this.bare = machine.scratch().resolve("online-bare");
  }

  static void run(Machine machine) throws IOException, InterruptedException {
    try (Emulator emulator = Emulator.start(machine.project())) {
      new OnlineSection(machine, emulator).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    Path specs = Files.createDirectories(ours.resolve("environments"));
    Files.copy(
        machine.project().resolve("cli/src/test/emulator/preview.yaml"),
        specs.resolve("preview.yaml"));
    program("render", ENVIRONMENT, "--out", bare.toString()).run();

    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put(
        "bare init, plan and show",
        terraform(
                "init -input=false -plugin-dir=\"$0\"",
                "plan -input=false -out=plan.bin",
                "show -json plan.bin >plan.json")
            .after(() -> begin(bare.resolve(".terraform"))));
    commands.put(
        "`plan`", program("plan", ENVIRONMENT).after(() -> begin(ours.resolve("build/.online"))));
    commands.put(
        "bare apply and show",
        terraform("apply -input=false plan.bin", "show -json >state.json")
            .after(
                () -> {
                  begin(bare.resolve(".terraform"));
                  commands.get("bare init, plan and show").again().run();
                }));
    commands.put(
        "`apply --plan`",
        program("apply", ENVIRONMENT, "--plan", "plan")
            .after(
                () -> {
                  begin(ours.resolve("build/.online"));
                  Folders.remove(ours.resolve("plan"));
                  program("plan", ENVIRONMENT, "--out", "plan").run();
                }));
    Rounds rounds = new Rounds();
    rounds.run(Math.min(machine.rounds(), ROUNDS), commands);

    Rounds.heading("With an account: `preview` on the emulator, real provider");
    commands.keySet().forEach(rounds::row);
    rounds.ratio("plan to bare", "`plan`", "bare init, plan and show", 1.05);
    rounds.ratio("apply to bare", "`apply --plan`", "bare apply and show", 1.05);
  }

  /** An account in which there is nothing but the place of the state, and no folder of before. */
  private void begin(Path work) throws IOException, InterruptedException {
    Folders.remove(work);
    emulator.empty();
    program("state", "bootstrap", ENVIRONMENT).run();
  }

  private Command program(String... words) {
    return machine.program(words).in(ours).with(emulator.variables());
  }

  private Command terraform(String... commands) throws IOException {
    String script = "terraform " + String.join(" && terraform ", commands);
    return new Command(bare, "sh", "-c", script, machine.providerMirror().toString())
        .with(emulator.variables());
  }
}
