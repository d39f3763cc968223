package com.cashtrace.infra.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An S3 and a DynamoDB that have nothing in common with the emulator: each a Java process, for one
 * class of tests. Register it as a static extension.
 */
public final class StateServers implements BeforeAllCallback, AfterAllCallback {

  private static final Path LIBRARIES =
      GeneratedFile.repository().resolve("test-servers/target/lib");

  private static final int PATIENCE_SECONDS = 60;

  private final List<Process> processes = new ArrayList<>();
  private int s3;
  private int dynamoDb;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    requireLibraries();
    s3 = freePort();
    dynamoDb = freePort();
    start(
        "-Xmx192m",
        "com.adobe.testing.s3mock.S3MockApplication",
        "--http.port=" + s3,
        "--server.port=" + freePort(),
        "--vectors.http.port=0",
        "--vectors.https.port=0",
        "--com.adobe.testing.s3mock.store.region=af-south-1");
    start(
        "-Xmx128m",
        "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
        "-inMemory",
        "-sharedDb",
        "-disableTelemetry",
        "-port",
        String.valueOf(dynamoDb));
    await(s3);
    await(dynamoDb);
  }

  /** In CI they have to be there; elsewhere the tests say why they are skipped. */
  private static void requireLibraries() {
    String reason = "there is nothing in test-servers/target/lib: mvn -pl test-servers verify";
    if (System.getenv("CI") == null) {
      assumeThat(LIBRARIES).as(reason).isDirectory();
    }
    assertThat(LIBRARIES).as(reason).isDirectory();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.library.path=" + LIBRARIES));
    command.addAll(List.of("-cp", LIBRARIES + "/*"));
    command.addAll(List.of(words));
    processes.add(
        new ProcessBuilder(Guard.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  private static void await(int port) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("a server for tests does not start");
  }

  /** Variables that lead to both, instead of to the emulator. */
  public Map<String, String> variables() {
    return Map.of(
        "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + s3,
        "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + dynamoDb);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    for (Process process : processes) {
      process.getOutputStream().close();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    }
  }
}
