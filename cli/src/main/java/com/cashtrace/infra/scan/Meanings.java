package com.cashtrace.infra.scan;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.problem.FailureException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The reviewed meaning of attributes of the AWS provider. The file has a line an attribute and is
 * sorted by type, so only the lines of types that a plan has are ever taken apart; use it from one
 * thread.
 */
public final class Meanings {

  private static final String FILE = "schemas/catalog/aws-attributes.tsv";

  /** Lines of this type hold for every type that has no line of its own. */
  private static final String ANY_TYPE = "*";

  private final String text;
  private final Map<String, Integer> starts;
  private final Map<String, Map<String, Meaning>> read = new ConcurrentHashMap<>();

  private Meanings(String text, Map<String, Integer> starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Reads {@code schemas/catalog/aws-attributes.tsv}. */
  public static Meanings read(Resources resources) {
    return of(resources.read(FILE));
  }

  static Meanings of(String text) {
    Map<String, Integer> starts = new HashMap<>(2048);
    String last = "";
    for (int at = 0; at < text.length(); at = next(text, at)) {
      if (text.charAt(at) != '#' && text.charAt(at) != '\n' && !continues(text, at, last)) {
        last = text.substring(at, tab(text, at));
        if (starts.putIfAbsent(last, at) != null) {
          throw failure(text, at, "the lines of '" + last + "' do not follow each other");
        }
      }
    }
    return new Meanings(text, starts);
  }

  /**
   * What an attribute means, if it was reviewed.
   *
   * @param type such as {@code aws_s3_bucket}
   * @param path the attribute without indexes, {@code []} for each list or set of blocks: {@code
   *     rule[].destination[].bucket}; an element of a list and an entry of a map have the meaning
   *     of the whole
   */
  public Optional<Meaning> of(String type, String path) {
    Meaning own = find(lines(type), path);
    if (own != null) {
      return Optional.of(own);
    }
    String plain = path.endsWith("[]") ? path.substring(0, path.length() - 2) : path;
    String name = plain.substring(plain.lastIndexOf('.') + 1);
    return Optional.ofNullable(lines(ANY_TYPE).get(name));
  }

  /** The attributes of a type that send data somewhere by not being set. */
  public Map<String, Meaning.Flag> raisedByAbsence(String type) {
    Map<String, Meaning.Flag> flags = new LinkedHashMap<>();
    lines(type)
        .forEach(
            (path, meaning) -> {
              if (meaning instanceof Meaning.Flag flag && flag.raisedBy(null)) {
                flags.put(path, flag);
              }
            });
    return flags;
  }

  private static @Nullable Meaning find(Map<String, Meaning> lines, String path) {
    Meaning exact = lines.get(path);
    if (exact == null && path.endsWith("[]")) {
      exact = lines.get(path.substring(0, path.length() - 2));
    }
    int dot = path.lastIndexOf('.');
    if (exact == null && dot > 0 && path.charAt(dot - 1) != ']') {
      // an entry of a map; a block does not speak for its attributes
      exact = lines.get(path.substring(0, dot));
    }
    return exact;
  }

  private Map<String, Meaning> lines(String type) {
    return read.computeIfAbsent(type, this::parse);
  }

  private Map<String, Meaning> parse(String type) {
    Integer start = starts.get(type);
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    for (int at = start == null ? text.length() : start;
        at < text.length() && continues(text, at, type);
        at = next(text, at)) {
      String[] cells = text.substring(at, Math.max(at, next(text, at) - 1)).split("\t", -1);
      try {
        meanings.put(cells[1], MeaningLine.meaning(List.of(cells)));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw failure(text, at, "this is no line of the catalogue: " + e.getMessage());
      }
    }
    return meanings;
  }

  private static boolean continues(String text, int at, String type) {
    return text.startsWith(type, at) && text.startsWith("\t", at + type.length());
  }

  private static int tab(String text, int at) {
    int tab = text.indexOf('\t', at);
    if (tab < 0 || tab > next(text, at)) {
      throw failure(text, at, "this line holds no tab");
    }
    return tab;
  }

  private static int next(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private static FailureException failure(String text, int at, String message) {
    return TableFile.failure(message, FILE, (int) text.substring(0, at).lines().count() + 1);
  }
}
