package com.cashtrace.infra.terraform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What matters to us in the text of a CLI configuration, which is HCL of the first generation or
 * JSON. Words and braces are enough to tell; whatever else stands there is passed over.
 *
 * @param mirrors the paths of its {@code filesystem_mirror} blocks as written
 * @param installs true if it has a {@code provider_installation} block
 * @param caches true if it names a {@code plugin_cache_dir}
 */
record CliConfigText(List<String> mirrors, boolean installs, boolean caches) {

  /** A comment, a string, a word, or a brace. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>#[^\\n]*|//[^\\n]*|/\\*(?s:.*?)\\*/)"
              + "|\"(?<string>(?:[^\"\\\\\\n]|\\\\.)*+)\""
              + "|(?<word>[A-Za-z_][A-Za-z0-9_-]*+)"
              + "|(?<brace>[{}])");

  static CliConfigText read(String text) {
    List<String> mirrors = new ArrayList<>();
    boolean installs = false;
    boolean caches = false;
    Deque<String> blocks = new ArrayDeque<>();
    String last = "";
    String closed = "";
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String word = word(tokens);
      if (word != null) {
        String place = String.join(" ", blocks).strip();
        if ("path".equals(last) && "provider_installation filesystem_mirror".equals(place)) {
          mirrors.add(word);
        }
        caches = caches || (word.equals("plugin_cache_dir") && place.isEmpty());
        last = word;
      } else if ("{".equals(tokens.group("brace"))) {
        // In JSON the second element of a list of blocks has no name of its own before it.
        blocks.addLast(last.isEmpty() ? closed : last);
        installs = installs || "provider_installation".equals(blocks.peekLast());
        last = "";
      } else if ("}".equals(tokens.group("brace")) && !blocks.isEmpty()) {
        closed = blocks.removeLast();
        last = "";
      }
    }
    return new CliConfigText(mirrors, installs, caches);
  }

  private static @Nullable String word(Matcher tokens) {
    String string = tokens.group("string");
    return string == null ? tokens.group("word") : string.replaceAll("\\\\(.)", "$1");
  }
}
