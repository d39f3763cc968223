package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {

  private static final String CLEAR = "\r\u001b[K";

  private final StringWriter shown = new StringWriter();
  private final PrintWriter out = new PrintWriter(shown);

  @Test
  void writesAPlainLineForEachStepWhereNobodyWatches() {
    try (var board = new ProgressBoard(out, false, 80)) {
      ProgressBoard.Row first = board.begin("alpha: terraform plan");
      board.begin("beta: terraform plan");
      first.accept(new Event.Planned("a.b", "create"));
      board.aside(() -> out.println("result of alpha"));
      first.close();
    }

    assertThat(shown.toString().lines())
        .containsExactly("alpha: terraform plan", "beta: terraform plan", "result of alpha");
  }

  @Test
  void keepsOneLineForAllOnATerminalWhichNothingElseMixesWith() {
    try (var board = new ProgressBoard(out, true, 80)) {
      ProgressBoard.Row first = board.begin("alpha: terraform plan");
      ProgressBoard.Row second = board.begin("beta: terraform init");
      board.aside(() -> out.println("result"));
      first.close();
      second.close();
    }

    assertThat(shown.toString())
        .contains(CLEAR + "alpha: terraform plan, 0:00; beta: terraform init, 0:00")
        .contains(CLEAR + "result" + System.lineSeparator() + CLEAR + "alpha: terraform plan")
        .endsWith(CLEAR);
  }

  @Test
  void cutsALineThatWouldBreak() {
    try (var board = new ProgressBoard(out, true, 20)) {
      board.begin("alpha: terraform plan");
    }

    assertThat(shown.toString()).startsWith(CLEAR + "alpha: terraform pl" + CLEAR);
  }
}
