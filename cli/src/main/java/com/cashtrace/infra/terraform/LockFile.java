package com.cashtrace.infra.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The dependency lock file of a root, which terraform writes in one form only. */
public final class LockFile {

  /** Its name in the root. */
  public static final String NAME = ".terraform.lock.hcl";

  private static final String WORD = "([^/\"\\s]+)";

  private static final Pattern PROVIDER =
      Pattern.compile(
          "^provider \"%1$s/%1$s/%1$s\" \\{\\s*version\\s*=\\s*\"%1$s\"".formatted(WORD),
          Pattern.MULTILINE);

  private LockFile() {}

  /** The providers that the root in this folder is bound to; none where it has no lock file. */
  static List<LockedProvider> of(Path root) {
    return Folders.read(root.resolve(NAME))
        .map(bytes -> read(new String(bytes, UTF_8)))
        .orElse(List.of());
  }

  /** The providers that a lock file of this text binds to. */
  public static List<LockedProvider> read(String text) {
    return PROVIDER
        .matcher(text)
        .results()
        .map(
            match ->
                new LockedProvider(match.group(1), match.group(2), match.group(3), match.group(4)))
        .toList();
  }
}
