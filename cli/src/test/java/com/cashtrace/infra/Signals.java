package com.cashtrace.infra;

import java.io.IOException;
import java.util.List;

/**
 * What a process hears. A shell starts its background jobs deaf to interrupts, and so does nohup;
 * tests that run in such a job must not hand that down to what they interrupt.
 */
public final class Signals {

  private Signals() {}

  /** The words before a command that let it hear signals; none where env is not GNU's. */
  public static List<String> heard() throws IOException, InterruptedException {
    List<String> words = List.of("env", "--default-signal=HUP,INT,TERM");
    var builder = new ProcessBuilder(words.get(0), words.get(1), "true");
    boolean known =
        builder
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
    return known ? words : List.of();
  }
}
