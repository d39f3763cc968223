import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One environment, a process from cold: on both Javas, against terraform's own validation. */
final class StartSection {

  private StartSection() {}

  static void run(Machine machine) throws IOException, InterruptedException {
    Path root = machine.scratch().resolve("start");
    machine.program("render", "production", "--out", root.toString()).run();
    new Command(
            root, "terraform", "init", "-backend=false", "-plugin-dir=" + machine.providerMirror())
        .run();
    Map<String, Command> commands = new LinkedHashMap<>();
    for (int java : new int[] {17, 25}) {
      commands.put(
          "`validate production`, Java " + java,
          machine.program("validate", "production").with(machine.java(java)));
      commands.put(
          "`render production`, Java " + java,
          machine
              .program("render", "production", "--out", root.resolveSibling("r" + java).toString())
              .with(machine.java(java)));
    }
    commands.put("`terraform validate` of its root", new Command(root, "terraform", "validate"));
    Rounds rounds = new Rounds();
    rounds.run(machine.rounds(), commands);

    Rounds.heading("One environment, from a cold process");
    rounds.row("`validate production`, Java 17", 0.45);
    rounds.row("`validate production`, Java 25", 0.25);
    rounds.row("`render production`, Java 17", 0.60);
    rounds.row("`render production`, Java 25", 0.35);
    rounds.row("`terraform validate` of its root");
    rounds.ratio(
        "validate, Java 17, to terraform's",
        "`validate production`, Java 17",
        "`terraform validate` of its root",
        0.20);
  }
}
