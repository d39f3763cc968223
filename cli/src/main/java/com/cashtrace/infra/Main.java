package com.cashtrace.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.command.RootCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;

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
    return RootCommand.commandLine(out, err).execute(args);
  }
}
