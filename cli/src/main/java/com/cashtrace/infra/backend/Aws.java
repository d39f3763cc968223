package com.cashtrace.infra.backend;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of AWS for one region. A client comes to life when it is first asked for; one that
 * fails in a known way throws a {@link com.cashtrace.infra.problem.FailureException}, see {@link
 * AwsTrouble}.
 */
public final class Aws implements AutoCloseable {

  /** Five attempts span about 15 seconds when AWS throttles; the waits between them are random. */
  private static final int ATTEMPTS = 5;

  private final Region region;
  private final Map<String, String> variables;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private @Nullable S3Client s3;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable KmsClient kms;
  private @Nullable KmsClient kmsOnce;
  private @Nullable StsClient sts;

  private Aws(Region region, Map<String, String> variables) {
    this.region = region;
    this.variables = Map.copyOf(variables);
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(Duration.ofSeconds(30))
            .build();
    this.credentials = credentials();
  }

  /**
   * Asks nobody anything yet.
   *
   * @param region the environment's; AWS_REGION is of no account, for the state is where it is
   * @param variables the process' environment variables. What is not in them (profiles, web
   *     identity, the metadata of a machine) is found as every AWS program finds it
   */
  public static Aws in(String region, Map<String, String> variables) {
    return new Aws(Region.of(region), variables);
  }

  /** The code of the region. */
  public String region() {
    return region.id();
  }

  /** The client of S3. */
  public S3Client s3() {
    if (s3 == null) {
      boolean elsewhere = endpoint("s3") != null;
      s3 = told(S3Client.class, S3Client.builder().forcePathStyle(elsewhere), "s3", ATTEMPTS);
    }
    return s3;
  }

  /** The client of DynamoDB. */
  public DynamoDbClient dynamoDb() {
    if (dynamoDb == null) {
      dynamoDb = told(DynamoDbClient.class, DynamoDbClient.builder(), "dynamodb", ATTEMPTS);
    }
    return dynamoDb;
  }

  /** The client of KMS. */
  public KmsClient kms() {
    if (kms == null) {
      kms = told(KmsClient.class, KmsClient.builder(), "kms", ATTEMPTS);
    }
    return kms;
  }

  /** A client of KMS that asks only once, for what would happen twice if an answer got lost. */
  KmsClient kmsOnce() {
    if (kmsOnce == null) {
      kmsOnce = told(KmsClient.class, KmsClient.builder(), "kms", 1);
    }
    return kmsOnce;
  }

  /** The client of STS. */
  public StsClient sts() {
    if (sts == null) {
      sts = told(StsClient.class, StsClient.builder(), "sts", ATTEMPTS);
    }
    return sts;
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C told(
      Class<C> type, B builder, String service, int attempts) {
    URI endpoint = endpoint(service);
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    C client =
        builder
            .region(region)
            .credentialsProvider(credentials)
            .httpClient(http)
            .overrideConfiguration(c -> c.retryStrategy(retries(attempts)))
            .build();
    return AwsTrouble.told(type, client, service, region);
  }

  private RetryStrategy retries(int attempts) {
    String wished = variables.getOrDefault("AWS_MAX_ATTEMPTS", "");
    boolean number = attempts > 1 && wished.matches("[1-9][0-9]?");
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(number ? Integer.parseInt(wished) : attempts)
        .build();
  }

  private @Nullable URI endpoint(String service) {
    if (variables.getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "").equals("true")) {
      return null;
    }
    String all = variables.getOrDefault("AWS_ENDPOINT_URL", "");
    String own =
        variables.getOrDefault("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), all);
    return own.isEmpty() ? null : URI.create(own);
  }

  private AwsCredentialsProvider credentials() {
    String id = variables.getOrDefault("AWS_ACCESS_KEY_ID", "");
    String secret = variables.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    String token = variables.getOrDefault("AWS_SESSION_TOKEN", "");
    if (id.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        token.isEmpty()
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }

  /** Asks through pages or a waiter of the SDK, which do not know of {@link AwsTrouble}. */
  <T> T ask(String action, Supplier<T> question) {
    return AwsTrouble.told(action, region, question);
  }

  @Override
  public void close() {
    http.close();
  }
}
