package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.command.RootCommand;
import com.cashtrace.infra.command.World;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
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
    // Specs hold any Unicode and a build log may have any locale: UTF-8 whatever the platform says.
    var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    int code = run(args, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command line; what it returns is the exit code that cli.md documents. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    // The launcher knows which of the streams 1 and 2 are terminals; Java cannot tell them apart.
    String terminals = System.getProperty("cashtrace.terminals", "");
    World world =
        new World(
            out,
            err,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            home(),
            terminals.contains("1"),
            terminals.contains("2"));
    return RootCommand.run(world, args);
  }

  private static @Nullable Path home() {
    String home = System.getProperty("cashtrace.home");
    return home == null ? null : Path.of(home);
  }
}
