package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.command.RootCommand;
import com.cashtrace.infra.command.World;
import com.cashtrace.infra.mask.Masker;
import com.cashtrace.infra.mask.MaskingWriter;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs the command line and ends the process with its exit code. */
public final class Main {

  private Main() {}

  /**
   * Starts the program on the process' own streams.
   *
   * @param args the command line, without the program's name
   */
  public static void main(String[] args) {
    // Words, digits and letters are the same on every machine, also those of libraries.
    Locale.setDefault(Locale.ROOT);
    // Specs hold any Unicode and a build log may have any locale: UTF-8 whatever the platform says.
    var masker = new Masker();
    int code;
    try (var out = writer(FileDescriptor.out, masker);
        var err = writer(FileDescriptor.err, masker)) {
      code = run(args, out, err, masker);
    }
    System.exit(code);
  }

  private static PrintWriter writer(FileDescriptor stream, Masker masker) {
    var text = new OutputStreamWriter(new FileOutputStream(stream), UTF_8);
    return new PrintWriter(new BufferedWriter(new MaskingWriter(text, masker)), false);
  }

  /** Runs one command line and returns its exit code; {@code masker} hides secrets in both. */
  static int run(String[] args, PrintWriter out, PrintWriter err, Masker masker) {
    // The launcher knows which of the streams 1 and 2 are terminals; Java cannot tell them apart.
    String terminals = System.getProperty("cashtrace.terminals", "");
    World world =
        new World(
            out,
            err,
            new FileInputStream(FileDescriptor.in),
            masker,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            home(),
            // the law's day begins in Nigeria, which keeps this offset all the year
            Clock.system(ZoneOffset.ofHours(1)),
            terminals.contains("1"),
            terminals.contains("2"));
    return RootCommand.run(world, args);
  }

  private static @Nullable Path home() {
    String home = System.getProperty("cashtrace.home");
    return home == null ? null : Path.of(home);
  }
}
