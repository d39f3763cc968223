package com.cashtrace.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import org.junit.jupiter.api.Test;

class EventReaderTest {

  private final EventReader reader = new EventReader();

  @Test
  void tellsNothingOfAStateThatIsDumpedIntoAFullDisk() {
    String dump =
        "{\"@level\":\"info\",\"@message\":\"Emergency state dump\",\"state\":{\"secret\":\"tok";

    assertThat(new EventReader().read(dump))
        .isEqualTo(new Event.Message("(an event that was cut off)"));
    assertThat(new EventReader().read(dump + "\"}}"))
        .isEqualTo(new Event.Message("Emergency state dump"));
  }

  @Test
  void readsAPlannedChange() {
    assertThat(
            read(
                "{'type':'planned_change','change':{'resource':{'addr':'module.a.aws_s3_bucket.b'},"
                    + "'action':'create'}}"))
        .isEqualTo(new Event.Planned("module.a.aws_s3_bucket.b", "create"));
  }

  @Test
  void readsTheWorkOnAResource() {
    assertThat(read(hook("apply_start", "read"))).isEqualTo(new Event.Started("a.b", "read"));
    assertThat(read(hook("apply_complete", "read")))
        .isEqualTo(new Event.Finished("a.b", "read", false));
    assertThat(read(hook("apply_errored", "create")))
        .isEqualTo(new Event.Finished("a.b", "create", true));
    assertThat(read(hook("refresh_start", ""))).isEqualTo(new Event.Started("a.b", "refresh"));
    assertThat(read(hook("refresh_complete", "")))
        .isEqualTo(new Event.Finished("a.b", "refresh", false));
  }

  @Test
  void readsTheSummary() {
    Event event =
        read("{'type':'change_summary','changes':{'add':3,'change':1,'import':2,'remove':4}}");

    assertThat(event).isEqualTo(new Event.Summary(3, 1, 4, 2));
    assertThat(((Event.Summary) event).total()).isEqualTo(10);
  }

  @Test
  void readsADiagnosticWithItsPlace() {
    Event event =
        read(
            "{'type':'diagnostic','diagnostic':{'severity':'error','summary':'Bad\\n  thing',"
                + "'detail':'It is\\nbad.','address':'aws_s3_bucket.a','range':{'filename':"
                + "'modules/x/main.tf','start':{'line':11,'column':16}},'snippet':{'code':"
                + "'provider {\\n  x\\n','start_line':11}}}");

    Problem problem = ((Event.Diagnosed) event).diagnostic().problem();
    assertThat(problem)
        .isEqualTo(
            Problem.error(
                "terraform-error",
                "terraform: aws_s3_bucket.a: Bad thing: It is bad.",
                new Location("modules/x/main.tf", 11, 16, "provider {")));
  }

  @Test
  void readsADiagnosticWithoutAPlace() {
    Event event = read("{'type':'diagnostic','diagnostic':{'severity':'warning','summary':'Old'}}");

    assertThat(event)
        .isEqualTo(new Event.Diagnosed(new Diagnostic(Severity.WARNING, "Old", "", null, null)));
    assertThat(((Event.Diagnosed) event).diagnostic().problem().code())
        .isEqualTo("terraform-warning");
  }

  @Test
  void whateverElseIsPrintedIsAMessage() {
    assertThat(read("{'type':'version','@message':'Terraform 1.11.4'}"))
        .isEqualTo(new Event.Message("Terraform 1.11.4"));
    for (String line : new String[] {"", "[1]", "{", "Successfully configured!", "\u0000"}) {
      assertThat(reader.read(line)).isEqualTo(new Event.Message(line));
    }
  }

  private Event read(String line) {
    return reader.read(line.replace('\'', '"'));
  }

  private static String hook(String type, String action) {
    return "{'type':'%s','hook':{'resource':{'addr':'a.b'},'action':'%s'}}".formatted(type, action);
  }
}
