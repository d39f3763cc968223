package com.cashtrace.infra.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * An AWS of the tests: one process for the whole run, empty before each test. Register it as a
 * static extension.
 */
public final class Emulator implements BeforeAllCallback, BeforeEachCallback {

  private static final Pattern FIELD =
      Pattern.compile("<(AccessKeyId|SecretAccessKey|SessionToken)>([^<]+)<");

  /** Tells the emulator which service is asked; it looks at no signature. */
  private static final String STS =
      "AWS4-HMAC-SHA256 Credential=test/20260101/af-south-1/sts/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> identities = new ConcurrentHashMap<>();
  private ExtensionContext.Store session;
  private EmulatorProcess process;

  @Override
  public void beforeAll(ExtensionContext context) {
    session = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Emulator.class));
    process =
        session.computeIfAbsent(
            EmulatorProcess.class, type -> EmulatorProcess.start(), EmulatorProcess.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    empty();
  }

  /** Takes everything away: what all accounts hold, who they are, and faults. */
  public void empty() {
    identities.clear();
    noFaults(); // which would fail the next request too
    post("/moto-api/reset", "", "application/json");
    noFaults(); // which counted that request
  }

  /** Where it answers. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + process.port());
  }

  /**
   * Environment variables of somebody who has assumed a role, which need not exist: each account is
   * a world of its own, and the caller's identity is that of the role's session.
   */
  public Map<String, String> as(String account, String role, String session) {
    return identities.computeIfAbsent(
        String.join("/", account, role, session), key -> assume(account, role, session));
  }

  /**
   * Environment variables that let terraform find a provider which is at work already, and asks as
   * somebody. It saves most of the time of a run, for roots with one configuration of the provider;
   * no test that kills it may use it.
   *
   * @param variables of that somebody, see {@link #as}
   */
  public Map<String, String> sharedProvider(Map<String, String> variables) {
    SharedProvider provider =
        session.computeIfAbsent(
            SharedProvider.class,
            type -> SharedProvider.start(Map.of("AWS_ENDPOINT_URL", endpoint().toString())),
            SharedProvider.class);
    provider.asks(variables);
    return provider.attached();
  }

  private Map<String, String> assume(String account, String role, String session) {
    String form =
        "Action=AssumeRole&Version=2011-06-15&RoleSessionName="
            + session
            + "&RoleArn=arn:aws:iam::"
            + account
            + ":role/"
            + role;
    String answer = post("/", form, "application/x-www-form-urlencoded");
    Map<String, String> found = new ConcurrentHashMap<>();
    Matcher fields = FIELD.matcher(answer);
    while (fields.find()) {
      found.put(fields.group(1), fields.group(2));
    }
    assertThat(found).as(answer).hasSize(3);
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint().toString(),
        "AWS_ACCESS_KEY_ID", found.get("AccessKeyId"),
        "AWS_SECRET_ACCESS_KEY", found.get("SecretAccessKey"),
        "AWS_SESSION_TOKEN", found.get("SessionToken"),
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  /**
   * Lets {@code after} writing requests pass and fails all that come then, until {@link #noFaults}.
   *
   * @param kind {@code refuse} drops the connection before the request is carried out, {@code lose}
   *     carries it out and drops the answer
   */
  public void failAfter(int after, String kind) {
    faults("{\"after\":%d,\"times\":1000000,\"kind\":\"%s\"}".formatted(after, kind));
  }

  /** Lets {@code after} writing requests pass, carries out the next one and drops its answer. */
  public void loseOneAnswerAfter(int after) {
    faults("{\"after\":%d,\"times\":1,\"kind\":\"lose\"}".formatted(after));
  }

  /** Lets each request that matches wait for a second before it is carried out. */
  public void slowDown(String match) {
    faults("{\"match\":\"%s\",\"times\":1000000,\"kind\":\"slow\"}".formatted(match));
  }

  /** Drops the connection of each request that matches, reads too, before it is carried out. */
  public void cutOff(String match) {
    faults("{\"match\":\"%s\",\"times\":1000000,\"kind\":\"refuse\"}".formatted(match));
  }

  /** Tells with each answer a time that is so many seconds after the right one. */
  public void tellsATimeOff(long seconds) {
    faults(
        "{\"match\":\"\",\"times\":1000000,\"kind\":\"date\",\"seconds\":%d}".formatted(seconds));
  }

  /**
   * Answers the next requests that match with an error.
   *
   * @param match a part of the request line, of X-Amz-Target, or of the signature
   * @param status of HTTP
   * @param code of the error
   */
  public void answer(String match, int times, int status, String code) {
    faults(
        "{\"match\":\"%s\",\"times\":%d,\"kind\":%d,\"code\":\"%s\"}"
            .formatted(match, times, status, code));
  }

  /**
   * Lets {@code after} writing requests pass and holds the next one until faults are set anew.
   *
   * @param carriedOut true to hold the answer only
   */
  public void holdAfter(int after, boolean carriedOut) {
    String kind = carriedOut ? "stall-after" : "stall";
    faults("{\"after\":%d,\"times\":1,\"kind\":\"%s\"}".formatted(after, kind));
  }

  /** True while a request is held. */
  public boolean holds() {
    return !get("/emulator/faults").equals("0");
  }

  /**
   * Ends all faults.
   *
   * @return how many requests counted since faults were set: writing ones, or those that matched
   */
  public int noFaults() {
    return faults("{}");
  }

  private int faults(String json) {
    return Integer.parseInt(post("/emulator/faults", json, "application/json"));
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(endpoint().resolve(path)).GET().build());
  }

  private String post(String path, String body, String type) {
    return send(
        HttpRequest.newBuilder(endpoint().resolve(path))
            .header("Content-Type", type)
            .header("Authorization", STS)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString(UTF_8));
      assertThat(response.statusCode()).as(request.uri() + ": " + response.body()).isEqualTo(200);
      return response.body();
    } catch (IOException e) {
      throw new AssertionError("the emulator does not answer; it said:\n" + process.said(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
