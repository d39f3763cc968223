package com.cashtrace.infra.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Makes the values that are planted, typed as the provider's schema has the attribute. */
final class LeakPlants {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LeakPlants() {}

  /** A place, as it is named in values. */
  enum Place {
    CAPE_TOWN("af-south-1", "afs1", "near"),
    IRELAND("eu-west-1", "euw1", "far"),
    VIRGINIA("us-east-1", "use1", "virginia");

    final String region;
    final String zoneId;
    final String bucket;

    Place(String region, String zoneId, String name) {
      this.region = region;
      this.zoneId = zoneId;
      this.bucket = name + "-bucket";
    }
  }

  /** The text that names a place in the way that the attribute asks for. */
  static String text(Leak leak, Place place) {
    String plant = leak.isOwn() ? leak.plant().substring(4) : leak.plant();
    return switch (plant) {
      case "region" -> place.region;
      case "zone" -> place.region + "a";
      case "zone-id" -> place.zoneId + "-az1";
      case "arn" -> arn(place);
      case "s3-arn" -> "arn:aws:s3:::" + place.bucket;
      case "bucket-name" -> place.bucket;
      case "uri" -> "s3://" + place.bucket + "/folder/";
      case "host" -> "fs-0123456789abcdef0.efs." + place.region + ".amazonaws.com";
      case "model" -> model(place);
      case "text" -> free(leak.path().toLowerCase(Locale.ROOT), place);
      default -> throw new IllegalArgumentException(plant);
    };
  }

  private static String arn(Place place) {
    return "arn:aws:sqs:" + place.region + ":111122223333:other";
  }

  private static String model(Place place) {
    String model = "anthropic.claude-3-haiku-20240307-v1:0";
    return place == Place.CAPE_TOWN ? model : "eu." + model;
  }

  private static String free(String path, Place place) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    if (last.contains("base64")) {
      return Base64.getEncoder().encodeToString(script(place).getBytes(StandardCharsets.UTF_8));
    }
    if (last.equals("user_data")) {
      return script(place);
    }
    if (last.matches("availability_zone|zone")) {
      return place.region + "a";
    }
    if (last.equals("regions") || last.equals("regional_parameters")) {
      return place.region;
    }
    if (last.startsWith("image")) {
      return "111122223333.dkr.ecr." + place.region + ".amazonaws.com/app:1";
    }
    if (last.equals("service_name")) {
      return "com.amazonaws." + place.region + ".s3";
    }
    if (last.matches(
        ".*(polic|definition|template|body|document|properties|json|settings|content).*")) {
      return "{\"Statement\": [{\"Resource\": [\"" + arn(place) + "\"]}]}";
    }
    return arn(place);
  }

  private static String script(Place place) {
    return "#!/bin/sh\naws sqs list-queues --region " + place.region + "\n";
  }

  /** A value of the attribute's type that holds the text. */
  static JsonNode typed(String type, String text) {
    return switch (type) {
      case "bool" -> BooleanNode.valueOf(Boolean.parseBoolean(text));
      case "number" -> IntNode.valueOf(3);
      case "set(number)" -> JSON.arrayNode().add(3);
      case "map(string)" -> JSON.objectNode().put("key", text);
      case "map(bool)" -> JSON.objectNode().put("key", true);
      case "map(map(string))" -> JSON.objectNode().set(text, JSON.objectNode().put("key", "value"));
      case "list(string)", "set(string)" -> JSON.arrayNode().add(text);
      case "string" -> TextNode.valueOf(text);
      default -> block();
    };
  }

  /** A block, or an object, that holds nothing. */
  private static ArrayNode block() {
    ObjectNode empty = JSON.objectNode();
    return JSON.arrayNode().add(empty);
  }

  /** The mark of a value that is not known yet, in {@code after_unknown}. */
  static JsonNode unknown(String type) {
    return type.startsWith("list") || type.startsWith("set")
        ? JSON.arrayNode().add(true)
        : BooleanNode.TRUE;
  }

  /** The attribute of another resource that the attribute can refer to; empty if to none. */
  static String reference(Leak leak, String name) {
    return switch (leak.plant()) {
      case "subnet" -> "aws_subnet." + name + ".id";
      case "arn", "own arn", "text" -> "aws_sqs_queue." + name + ".arn";
      case "s3-arn" -> "aws_s3_bucket." + name + ".arn";
      case "bucket-name", "uri" -> "aws_s3_bucket." + name + ".id";
      default -> "";
    };
  }
}
