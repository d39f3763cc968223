import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a measurement needs of the machine.
 *
 * @param project the root of the repository
 * @param scratch an empty folder, removed after the run
 * @param rounds how often each command is measured
 */
record Machine(Path project, Path scratch, int rounds) {

  /** The program, started by its launcher in the folder of the project. */
  Command program(String... arguments) {
    String[] words =
        Stream.concat(
                Stream.of(project.resolve("cashtrace-infra").toString()), Stream.of(arguments))
            .toArray(String[]::new);
    return new Command(project, words);
  }

  /** Variables under which the launcher takes the JDK of this version. */
  Map<String, String> java(int version) throws IOException {
    List<Path> homes;
    try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
      homes =
          Stream.concat(
                  System.getenv().entrySet().stream()
                      .filter(variable -> variable.getKey().startsWith("JAVA_HOME_"))
                      .map(variable -> Path.of(variable.getValue())),
                  installed)
              .sorted()
              .toList();
    }
    for (Path home : homes) {
      Path release = home.resolve("release");
      if (Files.exists(release)
          && Files.readString(release).contains("JAVA_VERSION=\"" + version + ".")) {
        return Map.of("JAVA_HOME", home.toString());
      }
    }
    throw new IOException("no JDK " + version + " in /usr/lib/jvm or JAVA_HOME_" + version + "_*");
  }

  /** The folder that bare terraform installs the provider from: where the program looks as well. */
  Path providerMirror() throws IOException {
    String named = System.getenv("CASHTRACE_PROVIDER_MIRROR");
    try (Stream<Path> opt = Files.list(Path.of("/opt"))) {
      return Stream.of(
              Stream.ofNullable(named).map(Path::of),
              Stream.of(
                  Path.of(System.getProperty("user.home"), ".terraform.d/plugins"),
                  Path.of("/usr/local/share/terraform/plugins")),
              opt.sorted())
          .flatMap(places -> places)
          .filter(place -> Files.isDirectory(place.resolve("registry.terraform.io/hashicorp/aws")))
          .findFirst()
          .orElseThrow(() -> new IOException("no folder holds the AWS provider"));
    }
  }
}
