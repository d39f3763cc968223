import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Plans of any size judged by `residency scan`: copies of a real plan, each in a module of its own,
 * so that no two resources have one address.
 */
final class ScanSection {

  private static final int MEGABYTE = 1_000_000;

  private ScanSection() {}

  static void run(Machine machine) throws IOException, InterruptedException {
    Path small = machine.project().resolve("cli/src/test/resources/plans/first/plan.json");
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("a small plan", program(machine, small).with(machine.java(17)));
    Map<String, String> variables = new HashMap<>(machine.java(17));
    variables.put("CASHTRACE_JAVA_OPTS", "-Xmx256m");
    for (int size : new int[] {10, 100}) {
      Path plan = machine.scratch().resolve("plan-" + size + ".json");
      write(Files.readString(small), plan, size * MEGABYTE);
      commands.put(name(size), program(machine, plan).with(variables));
    }
    Rounds rounds = new Rounds();
    rounds.run(Math.min(machine.rounds(), 5), commands);

    Rounds.heading("`residency scan` on Java 17 from a cold process; big plans in 256 MB of heap");
    rounds.row("a small plan", 0.5);
    rounds.row(name(10));
    // 2 s after the start, which is part of what the small plan takes
    rounds.row(name(100), 2.5);
    rounds.ratio("10 times 10 MB", name(100), name(10), 11);
  }

  private static String name(int megabytes) {
    return megabytes + " MB of plan";
  }

  private static Command program(Machine machine, Path plan) {
    return machine.program("residency", "scan", plan.toString());
  }

  private static void write(String plan, Path to, int size) throws IOException {
    int start = plan.indexOf("\n  \"planned_values\"");
    String planned = between(plan, start, "\n      \"child_modules\": [", "\n      ]");
    String changes = between(plan, start, "\n  \"resource_changes\": [", "\n  ]");
    start = plan.indexOf("\n  \"configuration\"");
    String providers = between(plan, start, "\n    \"provider_config\": {", "\n    }");
    String root = between(plan, start, "\n    \"root_module\": {", "\n    }");
    int copies = size / (planned.length() + changes.length() + root.length());
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      out.write("{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",");
      out.write("\"planned_values\":{\"root_module\":{\"child_modules\":[");
      repeat(out, copies, copy -> inModule(planned, copy));
      out.write("]}},\"resource_changes\":[");
      repeat(out, copies, copy -> inModule(changes, copy));
      out.write("],\"configuration\":{\"provider_config\":{" + providers);
      out.write("},\"root_module\":{\"module_calls\":{");
      repeat(out, copies, copy -> "\"copy" + copy + "\":{\"module\":{" + root + "}}");
      out.write("}}}}");
    }
  }

  private static void repeat(BufferedWriter out, int copies, IntFunction<String> text)
      throws IOException {
    for (int copy = 0; copy < copies; copy++) {
      out.write(copy == 0 ? "" : ",");
      out.write(text.apply(copy));
    }
  }

  private static String inModule(String text, int copy) {
    return text.replaceAll("(\"(?:module_)?address\": ?\")", "$1module.copy" + copy + ".");
  }

  /** Without the line ends and the indentation that terraform does not write either. */
  private static String between(String plan, int from, String begin, String end) {
    int start = plan.indexOf(begin, from) + begin.length();
    return plan.substring(start, plan.indexOf(end, start)).replaceAll("\n\\s*", "");
  }
}
