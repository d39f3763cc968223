package com.cashtrace.infra.document;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads text files that people write: bounded in size, strictly UTF-8. */
final class TextFiles {

  /** Far above any spec; a file of this size is a mistake. */
  private static final long MOST_BYTES = 4L << 20;

  private TextFiles() {}

  static ReadResult<Source> read(Path path, String name) {
    try {
      if (Files.isDirectory(path)) {
        return failed("file-unreadable", "this is a folder, not a file", name);
      }
      if (Files.size(path) > MOST_BYTES) {
        return failed("too-large", "the file is larger than 4 MiB; no spec is", name);
      }
      return decode(Files.readAllBytes(path), name);
    } catch (NoSuchFileException e) {
      return failed("file-missing", "there is no such file", name);
    } catch (IOException e) {
      return failed("file-unreadable", "the file cannot be read: " + e.getMessage(), name);
    }
  }

  private static ReadResult<Source> decode(byte[] bytes, String name) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    Source source = new Source(name, normalized(text.flip().toString()));
    if (!result.isError()) {
      return ReadResult.of(source);
    }
    String[] lines = source.text().split("\n", -1);
    int column = lines[lines.length - 1].codePointCount(0, lines[lines.length - 1].length()) + 1;
    Location location = new Location(name, lines.length, column, null);
    String message = "the file is not UTF-8: a byte here belongs to no character";
    return ReadResult.failed(List.of(Problem.error("not-utf8", message, location)));
  }

  private static String normalized(String text) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return withoutMark.indexOf('\r') < 0 ? withoutMark : withoutMark.replace("\r\n", "\n");
  }

  private static ReadResult<Source> failed(String code, String message, String name) {
    return ReadResult.failed(List.of(Problem.error(code, message, Location.ofFile(name))));
  }
}
