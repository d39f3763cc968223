package com.cashtrace.infra.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Assertions;

/** What holds of any text. */
class MentionsProperties {

  private static final Resources RESOURCES = Resources.packaged();
  private static final Mentions MENTIONS =
      Mentions.read(RESOURCES, Places.read(RESOURCES), Processors.read(RESOURCES));

  /** A text and the part of it that names a place. */
  private static final Map<String, String> PLANTS =
      Map.ofEntries(
          Map.entry("eu-west-1", "eu-west-1"),
          Map.entry("af-south-9", "af-south-9"),
          Map.entry("af-south-1-los-1a", "af-south-1-los-1a"),
          Map.entry("af-south-1-xyz-1a", "af-south-1-xyz-1a"),
          Map.entry("use1-az4", "use1-az4"),
          Map.entry("europe-west1-b", "europe-west1-b"),
          Map.entry("uk-london-1", "uk-london-1"),
          Map.entry("arn:aws:sqs:eu-central-1:123456789012:q", "eu-central-1"),
          Map.entry("arn:aws:s3:::exports", "arn:aws:s3:::"),
          Map.entry("https://sqs.us-east-1.amazonaws.com/1/q", "us-east-1"),
          Map.entry("b.s3.amazonaws.com", "s3.amazonaws.com"),
          Map.entry("x.0001.euw1.cache.amazonaws.com", "euw1"),
          Map.entry("d1.cloudfront.net", "cloudfront.net"),
          Map.entry("https://hooks.slack.com/services/x", "slack.com"),
          Map.entry("us.anthropic.claude-3-haiku-20240307-v1:0", "us"));

  /** None of them is a part of the name of a place. */
  private static final String[] WORDS = {
    "customer",
    "bank",
    "statement",
    "status",
    "previous",
    "private",
    "production",
    "main",
    "role",
    "subnet",
    "10.0.0.0/16",
    "v1.2.3",
    "2026-11-22T07:00:00Z",
    "sg-0a1b2c3d",
    "aws_db_instance",
    "module",
    "cache",
    "focus",
    "menu",
    "case",
    "true",
    "0",
    "1",
    "éa",
    "日本"
  };

  @Property(tries = 500)
  void findsAPlaceWhereverItStands(
      @ForAll("texts") String before,
      @ForAll("plants") String plant,
      @ForAll("signs") char sign,
      @ForAll("texts") String after) {
    String text = before + sign + plant + " " + after;
    assertThat(tokens(text)).as(text).contains(PLANTS.get(plant));
  }

  @Property(tries = 300)
  void findsAPlaceInTextsInsideTheText(
      @ForAll("words") String before,
      @ForAll("plants") String plant,
      @ForAll("wrappings") List<Wrapping> wrappings) {
    String text = before + " " + plant + " end";
    for (Wrapping wrapping : wrappings) {
      text = wrapping.of(text);
    }
    assertThat(tokens(text)).as(text).contains(PLANTS.get(plant));
  }

  @Property(tries = 500)
  void findsNothingInWords(@ForAll("words") String text) {
    assertThat(MENTIONS.in(text)).as(text).isEmpty();
  }

  @Property(tries = 1000)
  void takesAnyText(@ForAll("texts") String text) {
    List<Mention> mentions = MENTIONS.in(text);
    assertThat(mentions).doesNotHaveDuplicates().isEqualTo(MENTIONS.in(text));
  }

  @Property(tries = 300)
  void readsAStretchAsIfItWereTheText(
      @ForAll("texts") String before, @ForAll("texts") String text, @ForAll("texts") String after) {
    char[] chars = (before + text + after).toCharArray();
    assertThat(MENTIONS.in(chars, before.length(), text.length())).isEqualTo(MENTIONS.in(text));
  }

  @Property(tries = 40)
  void needsTimeInProportionToTheLengthOnly(@ForAll("hostile") String unit) {
    String text = unit.repeat(400_000 / unit.length());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> MENTIONS.in(text));
  }

  private static List<String> tokens(String text) {
    return MENTIONS.in(text).stream().map(Mention::token).toList();
  }

  @Provide
  Arbitrary<String> plants() {
    return Arbitraries.of(PLANTS.keySet());
  }

  @Provide
  Arbitrary<Character> signs() {
    return Arbitraries.of(' ', '"', '=', ',', '(', '[', '\n', '|');
  }

  /** Any characters, also halves of pairs, with many of those that names of places are made of. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> any = Arbitraries.chars().all();
    Arbitrary<Character> usual = Arbitraries.of(characters("-_.:=/\\%\"' ausewt10{}[]@+"));
    return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(3, usual))
        .list()
        .ofMaxSize(60)
        .map(MentionsProperties::joined);
  }

  private static Character[] characters(String text) {
    return text.chars().mapToObj(c -> (char) c).toArray(Character[]::new);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(WORDS).list().ofMaxSize(30).map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<List<Wrapping>> wrappings() {
    return Arbitraries.of(Wrapping.values()).list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
        "us-",
        "us-east-",
        "us-east-1-",
        "eu-west-1a",
        "a.com",
        "a.com.",
        ".com",
        "amazonaws.com ",
        "s3.amazonaws.com/",
        "arn:",
        "arn:aws:",
        "arn:aws:s3:::",
        "arn:aws:s3:::b,",
        "-az1",
        "use1-az1-",
        "us.amazon.",
        "location=",
        "\"westus",
        "\\",
        "\\u",
        "%25",
        "%",
        "://",
        "s3://",
        "QUFB",
        "H4sIAAAAAAAA",
        "H4sIAAAAAAAA ",
        "\ud800",
        "a-b_c.d:",
        "eu-west-1.",
        "x");
  }

  /** A way in which a text is put into another. */
  enum Wrapping {
    JSON {
      @Override
      String of(String text) {
        return "{\"a\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
      }
    },
    PERCENT {
      @Override
      String of(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
          boolean plain = one > 0 && Character.isLetterOrDigit(one);
          escaped.append(plain ? "" + (char) one : String.format("%%%02X", one));
        }
        return "https://example.com/?q=" + escaped;
      }
    },
    BASE64 {
      @Override
      String of(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
      }
    },
    GZIP {
      @Override
      String of(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
          out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        return encoded(bytes.toByteArray());
      }
    };

    abstract String of(String text);

    private static String encoded(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
