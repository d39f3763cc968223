package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar that the build puts the libraries into. */
class PackagedLibrariesIT {

  private static final Path JAR =
      Path.of(System.getProperty("cashtrace.jar")).resolveSibling("lib/libraries.jar");

  /** The format of Java 6, the first that every archive of loaded classes takes. */
  private static final int OLDEST_FORMAT = 50;

  @Test
  void holdsNoClassThatAnArchiveOfClassesWouldLeaveOut() throws IOException {
    List<String> old = new ArrayList<>();
    try (var jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : entries(jar, ".class")) {
        try (var in = new DataInputStream(jar.getInputStream(entry))) {
          in.readInt();
          in.readUnsignedShort();
          if (in.readUnsignedShort() < OLDEST_FORMAT) {
            old.add(entry.getName());
          }
        }
      }
    }
    assertThat(old).isEmpty();
  }

  @Test
  void holdsTheSameClassesAsTheLibrariesThatTheTestsRunWith() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      for (String name :
          List.of(
              "picocli/CommandLine.class",
              "jinjava/de/odysseus/el/ExpressionFactoryImpl.class",
              "com/networknt/schema/Schema.class")) {
        assertThat(getClass().getClassLoader().getResource(name)).as(name).isNotNull();
        assertThat(jar.getEntry(name)).as(name).isNotNull();
      }
    }
  }

  @Test
  void namesWhatEveryLibraryProvides() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      JarEntry services =
          jar.getJarEntry("META-INF/services/com.fasterxml.jackson.core.JsonFactory");
      try (InputStream in = jar.getInputStream(services)) {
        assertThat(new String(in.readAllBytes(), UTF_8).lines().map(String::strip))
            .contains(
                "com.fasterxml.jackson.core.JsonFactory",
                "com.fasterxml.jackson.dataformat.yaml.YAMLFactory");
      }
    }
  }

  @Test
  void keepsTheTermsOfEachLibraryApart() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      assertThat(entries(jar, "LICENSE"))
          .extracting(JarEntry::getName)
          .anyMatch(name -> name.matches("META-INF/libraries/jackson-core-[^/]*/LICENSE"))
          .anyMatch(name -> name.matches("META-INF/libraries/jinjava-[^/]*/LICENSE"));
    }
  }

  private static List<JarEntry> entries(JarFile jar, String ending) {
    return jar.stream().filter(entry -> entry.getName().endsWith(ending)).toList();
  }
}
