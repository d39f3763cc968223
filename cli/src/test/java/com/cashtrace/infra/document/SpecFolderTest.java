package com.cashtrace.infra.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecFolderTest {

  @TempDir private Path project;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(project.resolve("environments"));
  }

  @Test
  void foldsTheChainFromItsRoot() throws IOException {
    write("base", "abstract: true\na: 1\nb: {c: 1, d: 2}\n");
    write("middle", "extends: base.yaml\nabstract: true\nb: {c: 3}\n");
    write("live", "extends: middle.yaml\nb: {d: null, e: 4}\n");

    Document live = folder().load("live").value().orElseThrow();

    assertThat(live.chain())
        .containsExactly(
            "environments/base.yaml", "environments/middle.yaml", "environments/live.yaml");
    assertThat(live.root().entries()).containsOnlyKeys("a", "b");
    assertThat(((MapNode) live.root().get("b")).entries()).containsOnlyKeys("c", "e");
    Node c = live.find(SpecPath.parse("b.c")).orElseThrow();
    assertThat(c.position().location()).hasToString("environments/middle.yaml:3:8");
    assertThat(c.previous().position().location()).hasToString("environments/base.yaml:3:8");
  }

  @Test
  void refusesAnOverlayOfAnotherShape() throws IOException {
    write("base", "abstract: true\nservices: {api: {cpu: 1}}\ntags: none\n");
    write("live", "extends: base.yaml\nservices:\n  api: 512\ntags: {owner: us}\n");

    List<Problem> problems = folder().load("live").problems();

    assertThat(problems).extracting(Problem::code).containsOnly("overlay-shape");
    assertThat(problems)
        .extracting(problem -> problem.location() + ": " + problem.message())
        .containsExactly(
            "environments/live.yaml:3:8: a number cannot be laid over a map of"
                + " environments/base.yaml:2",
            "environments/live.yaml:4:7: a map cannot be laid over text of"
                + " environments/base.yaml:3");
    assertThat(problems.get(0).hint()).startsWith("write null to remove the value below");
  }

  @Test
  void tellsEnvironmentsFromAbstractFiles() throws IOException {
    write("base", "abstract: true\n");
    write("live", "extends: base.yaml\n");
    Files.writeString(project.resolve("environments/notes.txt"), "no spec");

    assertThat(folder().all()).containsExactly("base", "live");
    assertThat(folder().environments()).containsExactly("live");
  }

  @Test
  void findsExtendsToNothing() throws IOException {
    write("base", "a: 1\n");
    write("live", "extends: bases.yaml\n");

    Problem problem = problem("live");
    assertThat(problem.code()).isEqualTo("extends-missing");
    assertThat(problem.location()).hasToString("environments/live.yaml:1:10");
    assertThat(problem.hint()).isEqualTo("did you mean 'base'?");
  }

  @Test
  void findsExtendsToItselfAndInACircle() throws IOException {
    write("self", "extends: self.yaml\n");
    write("a", "extends: b.yaml\n");
    write("b", "extends: a.yaml\n");

    assertThat(problem("self").message()).isEqualTo("extends goes in a circle: self -> self");
    assertThat(problem("a").message()).isEqualTo("extends goes in a circle: a -> b -> a");
    assertThat(problem("a").location()).hasToString("environments/b.yaml:1:10");
  }

  @Test
  void refusesExtendsThatLeadsOutOfTheFolder() throws IOException {
    Files.writeString(project.resolve("outside.yaml"), "a: 1\n");
    write("up", "extends: ../outside.yaml\n");
    write("root", "extends: /etc/passwd\n");

    assertThat(problem("up").code()).isEqualTo("extends-outside");
    assertThat(problem("root").code()).isEqualTo("extends-outside");
  }

  @Test
  void refusesAMapOverAScalarAndTheReverse() throws IOException {
    write("base", "a: {b: 1}\nc: 1\n");
    write("one", "extends: base.yaml\na: 1\n");
    write("two", "extends: base.yaml\nc: {d: 1}\n");

    assertThat(problem("one").message())
        .isEqualTo("a number cannot be laid over a map of environments/base.yaml:1");
    assertThat(problem("two").location()).hasToString("environments/two.yaml:2:4");
  }

  @Test
  void readsAByteOrderMarkAndWindowsLineEnds() throws IOException {
    write("live", "\uFEFFa: 1\r\nb: 2\r\n");

    Document live = folder().load("live").value().orElseThrow();
    assertThat(live.root().entries()).containsOnlyKeys("a", "b");
    assertThat(live.locate(SpecPath.of("b"))).hasToString("environments/live.yaml:2:4");
  }

  @Test
  void placesTheFirstByteThatIsNotUtf8() throws IOException {
    byte[] bytes = "a: ä\nb: x\n".getBytes(UTF_8);
    bytes[bytes.length - 2] = (byte) 0xFF;
    Files.write(project.resolve("environments/live.yaml"), bytes);

    assertThat(problem("live").code()).isEqualTo("not-utf8");
    assertThat(problem("live").location()).hasToString("environments/live.yaml:2:4");
  }

  @Test
  void refusesFiftyMegabytesWithoutReadingThem() throws IOException {
    try (var file =
        new java.io.RandomAccessFile(project.resolve("environments/live.yaml").toFile(), "rw")) {
      file.setLength(50L << 20);
    }

    assertThat(problem("live").code()).isEqualTo("too-large");
  }

  @Test
  void saysThatAFolderIsNoFile() throws IOException {
    Files.createDirectory(project.resolve("environments/live.yaml"));

    assertThat(problem("live").code()).isEqualTo("file-unreadable");
  }

  @Test
  void refusesAFileNameThatIsNoNameOfAnEnvironment() throws IOException {
    write("Live_1", "a: 1\n");

    assertThat(folder().environments()).containsExactly("Live_1");
    assertThat(problem("Live_1").code()).isEqualTo("file-name");
  }

  @Test
  void locatesTheNearestThingThatIsThere() throws IOException {
    write("live", "a:\n  b:\n    c: 1\n");
    Document live = folder().load("live").value().orElseThrow();

    assertThat(live.locate(SpecPath.parse("a.b.c"))).hasToString("environments/live.yaml:3:8");
    assertThat(live.locate(SpecPath.parse("a.b.x.y"))).hasToString("environments/live.yaml:2:3");
    assertThat(live.locate(SpecPath.parse("x"))).hasToString("environments/live.yaml:1:1");
    assertThat(live.locateKey(SpecPath.parse("a.b.c"))).hasToString("environments/live.yaml:3:5");
  }

  private SpecFolder folder() {
    return new SpecFolder(project);
  }

  private Problem problem(String name) {
    ReadResult<Document> result = folder().load(name);
    assertThat(result.problems()).hasSize(1);
    return result.problems().get(0);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(project.resolve("environments/" + name + ".yaml"), text);
  }
}
