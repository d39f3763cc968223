package com.cashtrace.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, driven through its debugging protocol. */
final class Chromium {

  private static final long PATIENCE_SECONDS = 90;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers;
  private final List<JsonNode> events;
  private String session = "";
  private int calls;

  private Chromium(
      Process process, WebSocket socket, BlockingQueue<JsonNode> answers, List<JsonNode> events) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
    this.events = events;
  }

  /** Found on the PATH; without it the test is skipped, in CI it fails. */
  static Chromium start(Path profile) throws Exception {
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as("a browser on the PATH, which CI must have").isPresent();
    }
    assumeTrue(found.isPresent(), "chromium is not on the PATH");
    Process process = process(found.orElseThrow(), profile);
    BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    List<JsonNode> events = new CopyOnWriteArrayList<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(process, profile), new Ear(answers, events))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Chromium browser = new Chromium(process, socket, answers, events);
    browser.open();
    return browser;
  }

  private static Process process(Path program, Path profile) throws IOException {
    return new ProcessBuilder(
            program.toString(),
            "--headless",
            "--no-sandbox", // CI runs as root, and the only page is ours
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank")
        .redirectErrorStream(true)
        .redirectOutput(profile.resolveSibling("browser.log").toFile())
        .start();
  }

  private static URI address(Process process, Path profile) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    for (long i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() >= 2) {
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(
        "the browser did not start: " + Files.readString(profile.resolveSibling("browser.log")));
  }

  private void open() throws Exception {
    String target =
        call("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
            .path("targetId")
            .asText();
    session =
        call(
                "Target.attachToTarget",
                JSON.createObjectNode().put("targetId", target).put("flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network", "Accessibility")) {
      call(domain + ".enable", JSON.createObjectNode());
    }
  }

  /** Sets the size of the page in CSS pixels; {@code mobile} as telephones do it. */
  void size(int width, int height, boolean mobile) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", mobile));
  }

  /** Opens a file and waits until it is loaded. */
  void show(Path file) throws Exception {
    events.clear();
    call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
    for (long i = 0; i < PATIENCE_SECONDS * 20; i++) {
      if (of("Page.loadEventFired").findAny().isPresent()) {
        Thread.sleep(300); // what a page does after it was loaded, such as asking for an icon
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("the page was not loaded");
  }

  /** What the console says: messages, exceptions, and refusals of the content policy. */
  List<String> console() {
    return Stream.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        .flatMap(this::of)
        .map(JsonNode::toString)
        .toList();
  }

  /** Every address that the page asked for. */
  List<String> requests() {
    return of("Network.requestWillBeSent")
        .map(event -> event.at("/params/request/url").asText())
        .toList();
  }

  private Stream<JsonNode> of(String method) {
    return events.stream().filter(event -> event.path("method").asText().equals(method));
  }

  /** The value of an expression of JavaScript. */
  JsonNode value(String expression) throws Exception {
    ObjectNode parameters = JSON.createObjectNode().put("expression", expression);
    return call("Runtime.evaluate", parameters.put("returnByValue", true)).at("/result/value");
  }

  /** How many nodes of a role somebody meets who listens to the page. */
  long heard(String role) throws Exception {
    JsonNode tree = call("Accessibility.getFullAXTree", JSON.createObjectNode());
    return Stream.iterate(0, i -> i < tree.path("nodes").size(), i -> i + 1)
        .filter(i -> tree.at("/nodes/" + i + "/role/value").asText().equals(role))
        .filter(i -> !tree.at("/nodes/" + i + "/ignored").asBoolean())
        .count();
  }

  /** The page as PDF, as the style for paper has it. */
  byte[] print() throws Exception {
    ObjectNode parameters = JSON.createObjectNode().put("preferCSSPageSize", true);
    parameters.put("printBackground", true);
    return Base64.getDecoder().decode(call("Page.printToPDF", parameters).path("data").asText());
  }

  private JsonNode call(String method, ObjectNode parameters) throws Exception {
    int id = ++calls;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(answer).as("an answer to %s", method).isNotNull();
    assertThat(answer.path("id").asInt()).isEqualTo(id);
    assertThat(answer.has("error")).as("%s", answer).isFalse();
    return answer.path("result");
  }

  /** Ends the browser. */
  void close() throws Exception {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** Takes messages apart into answers and events. */
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> answers;
    private final List<JsonNode> events;
    private final StringBuilder text = new StringBuilder();

    Ear(BlockingQueue<JsonNode> answers, List<JsonNode> events) {
      this.answers = answers;
      this.events = events;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        hear(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    private void hear(String message) {
      try {
        JsonNode node = JSON.readTree(message);
        if (node.has("id")) {
          answers.add(node);
        } else {
          events.add(node);
        }
      } catch (IOException e) {
        throw new IllegalStateException(message, e);
      }
    }
  }
}
