import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Four environments of the same size, planned one after the other and two at once, against two bare
 * terraforms that plan two of them each, side by side. All begin without what init makes.
 */
final class FleetSection {

  /** A round of it takes minutes, and long runs differ less. */
  private static final int ROUNDS = 3;

  private static final String SERIAL = "`plan --all --offline`, four, one at a time";
  private static final String PARALLEL = "`plan --all --offline`, four, two at once";
  private static final String BARE = "bare init, plan and show, four, two at once";

  /** Plans the roots that are its arguments behind the mirror: two at once, as wait tells. */
  private static final String SCRIPT =
      """
      work() {
        for root in "$@"; do
          cd "$root" || return 1
          terraform init -input=false -plugin-dir="$mirror" &&
            terraform plan -input=false -out=plan.bin &&
            terraform show -json plan.bin >plan.json || return 1
        done
      }
      mirror=$0
      work "$1" "$2" & first=$!
      work "$3" "$4" & second=$!
      wait $first && wait $second
      """;

  private FleetSection() {}

  static void run(Machine machine) throws IOException, InterruptedException {
    Path folder = machine.scratch().resolve("fleet");
    Specs.write(machine.project(), folder, 4);
    machine.program("render", "--all", "--directory", folder.toString()).run();
    List<Path> roots;
    try (Stream<Path> rendered = Files.list(folder.resolve("build"))) {
      roots = rendered.sorted().toList();
    }
    for (Path root : roots) {
      PlanSection.offline(root);
    }
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put(BARE, bare(machine, folder, roots).after(() -> forgetBare(roots)));
    commands.put(SERIAL, plan(machine, folder, 1).after(() -> forget(folder)));
    commands.put(PARALLEL, plan(machine, folder, 2).after(() -> forget(folder)));
    Rounds rounds = new Rounds();
    rounds.run(Math.min(machine.rounds(), ROUNDS), commands);

    Rounds.heading("Four environments, real provider, two cores");
    commands.keySet().forEach(rounds::row);
    rounds.ratio("two at once to one at a time", PARALLEL, SERIAL, 0.85);
    rounds.ratio("two at once to bare", PARALLEL, BARE, 1.05);
  }

  private static Command plan(Machine machine, Path folder, int parallelism) {
    return machine.program(
        "plan",
        "--all",
        "--offline",
        "--parallelism",
        String.valueOf(parallelism),
        "--directory",
        folder.toString());
  }

  private static Command bare(Machine machine, Path folder, List<Path> roots) throws IOException {
    return new Command(
        folder,
        Stream.concat(
                Stream.of("sh", "-c", SCRIPT, machine.providerMirror().toString()),
                roots.stream().map(Path::toString))
            .toArray(String[]::new));
  }

  private static void forget(Path folder) throws IOException {
    Folders.remove(folder.resolve("build/.offline"));
  }

  private static void forgetBare(List<Path> roots) throws IOException {
    for (Path root : roots) {
      Folders.remove(root.resolve(".terraform"));
    }
  }
}
