import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the sections that are named, or all of them. */
final class Bench {

  private static final List<String> SECTIONS =
      List.of("start", "many", "plan", "fleet", "online", "scan", "audit");

  private Bench() {}

  /** Usage: Bench PROJECT SCRATCH [--rounds N] [SECTION...]. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = 9;
    List<String> sections = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      if (args[i].equals("--rounds")) {
        rounds = Integer.parseInt(args[++i]);
      } else if (SECTIONS.contains(args[i])) {
        sections.add(args[i]);
      } else {
        System.err.println("'" + args[i] + "' is no section; sections are " + SECTIONS);
        System.exit(64);
      }
    }
    Machine machine = new Machine(Path.of(args[0]), Path.of(args[1]), rounds);
    for (String section : sections.isEmpty() ? SECTIONS : sections) {
      switch (section) {
        case "start" -> StartSection.run(machine);
        case "many" -> ManySection.run(machine);
        case "plan" -> PlanSection.run(machine);
        case "fleet" -> FleetSection.run(machine);
        case "online" -> OnlineSection.run(machine);
        case "scan" -> ScanSection.run(machine);
        default -> AuditSection.run(machine);
      }
    }
  }
}
