package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.PackagedProgram.Result;
import com.cashtrace.infra.emulator.Emulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a whole environment, by the packaged program with its own templates and modules:
 * made, approved by somebody else, changed behind our back, mended, its state set back, and taken
 * away.
 */
@Timeout(900)
class EndToEndIT {

  private static final String ACCOUNT = "123456789012";
  private static final String DOCUMENTS = "preview-documents-" + ACCOUNT;

  private static final Pattern STORE = Pattern.compile("--allow-destroy '([^']+)'");

  @RegisterExtension static final Emulator EMULATOR = new Emulator();

  private final JsonMapper json = new JsonMapper();

  @TempDir Path folder;

  /** Whether the provider is at work already, as it is once the environment is made. */
  private boolean shared;

  @Test
  void anEnvironmentLivesAndEndsAndItsTrailTellsAllOfIt() throws Exception {
    Path specs = Files.createDirectories(folder.resolve("environments"));
    Files.copy(
        GeneratedFile.repository().resolve("cli/src/test/emulator/preview.yaml"),
        specs.resolve("preview.yaml"));

    make();
    shared = true;
    String before = versions().get(0);
    changeAndMend();
    run("infra-apply", 0, "state", "restore", "preview", before);
    run("infra-plan", 0, "plan", "preview", "--detailed-exitcode");
    takeAway();

    assertThat(run("infra-plan", 0, "audit", "verify", "preview").out()).contains("preview");
    assertThat(kinds())
        .containsSubsequence(
            "bootstrap",
            "plan",
            "approval",
            "apply",
            "apply",
            "apply",
            "apply",
            "restore",
            "destroy",
            "destroy");
  }

  private void make() throws Exception {
    run("infra-apply", 0, "state", "bootstrap", "preview");
    Result planned =
        run("infra-plan", 2, "plan", "preview", "--detailed-exitcode", "--format", "json");
    String plan = json.readTree(planned.out()).at("/plan/name").asText();
    run("infra-approve", 0, "approve", plan, "--reason", "looked at each line");
    assertThat(run("infra-apply", 0, "apply", "preview", "--plan", plan).out()).contains("vpc_id");
    assertThat(run("infra-plan", 0, "drift", "preview", "--detailed-exitcode").out())
        .doesNotContain("aws_s3_bucket_versioning");
  }

  private void changeAndMend() throws Exception {
    versioning("Suspended");
    assertThat(run("infra-plan", 2, "drift", "preview", "--detailed-exitcode").out())
        .contains("aws_s3_bucket_versioning");
    run("infra-apply", 0, "apply", "preview", "--yes");
    assertThat(versioning()).contains("<Status>Enabled</Status>");
  }

  /** Allows what the refusal says how to allow. */
  private void takeAway() throws Exception {
    Result refused = run("infra-apply", 3, "destroy", "preview", "--yes");
    List<String> words = new ArrayList<>(List.of("destroy", "preview", "--yes"));
    STORE
        .matcher(refused.out() + refused.err())
        .results()
        .forEach(store -> words.addAll(List.of("--allow-destroy", store.group(1))));
    assertThat(words)
        .contains(
            "module.buckets_documents.aws_s3_bucket.this",
            "module.encryption.aws_kms_key.this[\"secrets\"]");
    run("infra-apply", 0, words.toArray(String[]::new));
  }

  private List<String> versions() throws Exception {
    List<String> versions = new ArrayList<>();
    for (JsonNode version :
        json.readTree(run("infra-plan", 0, "state", "history", "preview", "--format", "json").out())
            .at("/versions")) {
      versions.add(version.path("version").asText());
    }
    return versions;
  }

  private List<String> kinds() throws Exception {
    List<String> kinds = new ArrayList<>();
    for (JsonNode record :
        json.readTree(run("infra-plan", 0, "audit", "show", "preview", "--format", "json").out())
            .at("/records")) {
      kinds.add(0, record.path("kind").asText());
    }
    return kinds;
  }

  private Result run(String role, int exitCode, String... words) throws Exception {
    Map<String, String> variables = new HashMap<>(EMULATOR.as(ACCOUNT, role, "ada"));
    if (shared) {
      variables.putAll(EMULATOR.sharedProvider(variables));
    }
    Result result = new PackagedProgram(folder, variables).run(words);
    assertThat(result.exitCode())
        .as(String.join(" ", words) + "\n" + result.out() + "\n" + result.err())
        .isEqualTo(exitCode);
    return result;
  }

  /** Changes the bucket of documents as somebody does in the console. */
  private void versioning(String status) throws Exception {
    ask(
        HttpRequest.newBuilder()
            .PUT(
                BodyPublishers.ofString(
                    "<VersioningConfiguration><Status>"
                        + status
                        + "</Status></VersioningConfiguration>")));
  }

  private String versioning() throws Exception {
    return ask(HttpRequest.newBuilder().GET());
  }

  private static String ask(HttpRequest.Builder request) throws Exception {
    String credential =
        "AWS4-HMAC-SHA256 Credential="
            + EMULATOR.as(ACCOUNT, "somebody", "else").get("AWS_ACCESS_KEY_ID")
            + "/20260101/af-south-1/s3/aws4_request, SignedHeaders=host, Signature=0";
    URI uri = EMULATOR.endpoint().resolve("/" + DOCUMENTS + "?versioning");
    var response =
        HttpClient.newHttpClient()
            .send(
                request.uri(uri).header("Authorization", credential).build(),
                BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
