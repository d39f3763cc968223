import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many environments in one process, with a heap of 512 MB, or of 256 MB for each thousand where
 * that is more: a larger one is filled before anything is collected, and to touch that much memory
 * for the first time takes longer than the work. Private addresses have room for 4,368 networks, so
 * ten thousand environments overlap, which validate finds and render would refuse: growth is
 * measured from 400 to 4,000 too.
 */
final class ManySection {

  /** Megabytes of heap. */
  private static final int LEAST_HEAP = 512;

  /** Megabytes of heap an environment, from two thousand on. */
  private static final double HEAP = 0.256;

  /** A round of it takes minutes, and long runs differ less. */
  private static final int ROUNDS = 3;

  private ManySection() {}

  static void run(Machine machine) throws IOException, InterruptedException {
    Map<String, Command> commands = new LinkedHashMap<>();
    for (int count : new int[] {400, 1_000, 4_000, 10_000}) {
      Path folder = machine.scratch().resolve("many-" + count);
      Specs.write(machine.project(), folder, count);
      commands.put(
          name("validate", count),
          program(machine, "validate", folder, count).endingWith(count > Specs.NETWORKS ? 3 : 0));
      if (count <= Specs.NETWORKS) {
        Path out = folder.resolve("build");
        commands.put(
            name("render", count),
            program(machine, "render", folder, count).after(() -> Folders.setAside(out)));
      }
    }
    Rounds rounds = new Rounds();
    rounds.run(Math.min(machine.rounds(), ROUNDS), commands);

    Rounds.heading("Many environments in one process, 512 MB of heap or 256 MB a thousand");
    rounds.row(name("validate", 1_000), 4);
    rounds.row(name("render", 1_000), 8);
    for (String name : commands.keySet()) {
      if (!name.contains(" 1000 ")) {
        rounds.row(name);
      }
    }
    rounds.ratio("validate, 10 times 400", name("validate", 4_000), name("validate", 400), 11);
    rounds.ratio("validate, 10 times 1000", name("validate", 10_000), name("validate", 1_000), 11);
    rounds.ratio("render, 10 times 400", name("render", 4_000), name("render", 400), 11);
  }

  private static String name(String command, int count) {
    return String.format("`%s --all`, %d environments", command, count);
  }

  private static Command program(Machine machine, String command, Path folder, int count) {
    long heap = Math.max(LEAST_HEAP, Math.round(count * HEAP));
    return machine
        .program(command, "--all", "--directory", folder.toString())
        .with(Map.of("CASHTRACE_JAVA_OPTS", "-Xmx" + heap + "m"));
  }
}
