package com.cashtrace.infra.terraform;

import com.cashtrace.infra.problem.Severity;
import com.cashtrace.infra.process.LastLines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Listens to one run of terraform under {@code -json}, and keeps what is said to be wrong. */
final class Session {

  private static final int LAST_WORDS = 15;

  private final EventReader reader = new EventReader();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final LastLines words = new LastLines(LAST_WORDS);
  private final Consumer<Event> listener;

  Session(Consumer<Event> listener) {
    this.listener = listener;
  }

  /** A line of stdout. */
  void out(String line) {
    Event event = reader.read(line);
    if (event instanceof Event.Diagnosed diagnosed) {
      diagnostics.add(diagnosed.diagnostic());
    } else if (event instanceof Event.Message message) {
      words.accept(message.text());
    }
    listener.accept(event);
  }

  /** A line of stderr, where terraform says what it has to say before it knows how to say it. */
  void err(String line) {
    words.accept(line);
  }

  /** True if terraform told an error. */
  boolean failed() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** What is wrong; of a run that failed without a word it is that and its last words. */
  List<Diagnostic> diagnostics(String command, int status) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    if (status != 0 && !failed()) {
      String summary = "'terraform " + command + "' " + ExitStatus.words(status);
      String said = words.text();
      String detail = said.isEmpty() ? "it said nothing" : "it said last: " + said;
      all.add(new Diagnostic(Severity.ERROR, summary, detail, null, null));
    }
    return List.copyOf(all);
  }
}
