package com.cashtrace.infra.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.emulator.OfflineProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A secret that exists at AWS is taken over by real terraform; a stand-in answers for AWS. */
@Timeout(300)
class AdoptIT {

  private static final String ARN =
      "arn:aws:secretsmanager:af-south-1:111122223333:secret:sample/paystack-AbCdEf";

  @RegisterExtension static final OfflineProvider PROVIDER = new OfflineProvider();

  @TempDir Path folder;
  private HttpServer secretsManager;

  @BeforeEach
  void startTheStandIn() throws IOException {
    secretsManager =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secretsManager.createContext("/", AdoptIT::answer);
    secretsManager.start();
  }

  @AfterEach
  void stopIt() {
    secretsManager.stop(0);
  }

  @Test
  void anAdoptedSecretIsImportedAndNotCreated() throws Exception {
    TerraformTool.find();
    OfflineRoot root =
        OfflineRoot.of(
            folder,
            SampleEnvironments.with(
                """
                secrets:
                  paystack: { adopt: { aws_secretsmanager_secret.this: "%s" } }
                  other: {}
                """
                    .formatted(ARN)));
    Files.writeString(
        folder.resolve("stand_in_override.tf"),
        """
        provider "aws" {
          endpoints {
            secretsmanager = "http://127.0.0.1:%d"
          }
        }
        """
            .formatted(secretsManager.getAddress().getPort()));

    JsonNode plan = root.plan(PROVIDER.terraform("*"));

    JsonNode adopted = change(plan, "module.secrets_paystack.aws_secretsmanager_secret.this");
    assertThat(adopted.at("/change/importing/id").asText()).isEqualTo(ARN);
    assertThat(OfflineRoot.actions(adopted)).isEqualTo(List.of("update"));
    JsonNode other = change(plan, "module.secrets_other.aws_secretsmanager_secret.this");
    assertThat(other.at("/change/importing").isMissingNode()).isTrue();
    assertThat(OfflineRoot.actions(other)).isEqualTo(List.of("create"));
  }

  private static JsonNode change(JsonNode plan, String address) {
    List<JsonNode> changes = OfflineRoot.changes(plan, address);
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String body =
        "secretsmanager.DescribeSecret".equals(action)
            ? "{\"ARN\":\"" + ARN + "\",\"Name\":\"sample/paystack\",\"Description\":\"by hand\"}"
            : "{\"ARN\":\"" + ARN + "\",\"Name\":\"sample/paystack\"}";
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
