import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The AWS of the tests for a measurement; it ends when this process does.
 *
 * @param process plays AWS
 * @param endpoint where it answers
 */
record Emulator(Process process, URI endpoint) implements AutoCloseable {

  static Emulator start(Path project) throws IOException {
    Process process =
        new ProcessBuilder(
                "python3", project.resolve("cli/src/test/emulator/emulator.py").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    String line = new BufferedReader(out).readLine();
    if (line == null || !line.startsWith("port ")) {
      throw new IOException("the emulator does not start: is moto[server] installed?");
    }
    return new Emulator(process, URI.create("http://127.0.0.1:" + line.substring(5)));
  }

  /** Takes away all that it holds. */
  void empty() throws IOException, InterruptedException {
    HttpRequest reset =
        HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
            .POST(BodyPublishers.noBody())
            .build();
    HttpClient.newHttpClient().send(reset, BodyHandlers.discarding());
  }

  /** Variables of somebody who asks it. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_ENDPOINT_URL", endpoint.toString());
    variables.put("AWS_ACCESS_KEY_ID", "bench");
    variables.put("AWS_SECRET_ACCESS_KEY", "bench");
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    return variables;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
