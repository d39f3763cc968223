package com.cashtrace.infra;

import com.cashtrace.infra.backend.AwsRehearsal;
import com.cashtrace.infra.mask.Masker;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Runs several command lines in one process, so that the archive of classes which the launcher lets
 * the JVM write covers them all.
 */
final class StartTraining {

  private static final String AWS = "aws";

  private StartTraining() {}

  /**
   * Runs each argument as a command line of its own and drops what it prints.
   *
   * @param args command lines, their words separated by one space; {@code aws} stands for a
   *     question of each client of AWS
   */
  public static void main(String[] args) {
    for (String line : args) {
      if (line.equals(AWS)) {
        AwsRehearsal.run();
      } else {
        run(line);
      }
    }
  }

  private static void run(String line) {
    try (var out = new PrintWriter(Writer.nullWriter());
        var err = new PrintWriter(Writer.nullWriter())) {
      // What it returns is of no interest: a faulty spec loads the classes as well as a good one.
      int ignored = Main.run(line.split(" ", -1), out, err, new Masker());
    }
  }
}
