package com.cashtrace.infra.residency;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Residency;
import com.cashtrace.infra.environment.Residency.Transfer;
import com.cashtrace.infra.environment.Residency.Waiver;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holdings and registers for tests. */
final class Holdings {

  static final LocalDate BEFORE = LocalDate.of(2026, 11, 22);
  static final LocalDate BINDING = LocalDate.of(2027, 1, 1);
  static final Known CAPE_TOWN = new Known("aws", "af-south-1", null, "ZA");
  static final Known LAGOS = new Known("aws", "af-south-1", "af-south-1-los-1a", "NG");
  static final Known IRELAND = new Known("aws", "eu-west-1", null, "IE");
  static final String AWS = "Amazon Web Services";

  private Holdings() {}

  static Verdict judge(
      List<Holding> holdings, Register register, LocalDate asOf, String... profiles) {
    return new Judge(Profiles.read(Resources.packaged(), null))
        .judge(holdings, register, asOf, List.of(profiles));
  }

  /** A store of a spec, called {@code databases.main}. */
  static Holding store(Whereabouts where, DataClass... classes) {
    return declared("databases.main", Aspect.AT_REST, where, classes);
  }

  static Holding declared(String name, Aspect aspect, Whereabouts where, DataClass... classes) {
    Subject subject = new Subject(name, "databases", null, name, null);
    return holding(subject, aspect, Role.PLACEMENT, where, classes);
  }

  /** A resource of a plan that nobody has a spec for. */
  static Holding planned(String address, Role role, Whereabouts where, DataClass... classes) {
    Subject subject = new Subject(address, "aws_db_instance", null, null, null);
    return holding(subject, Aspect.AT_REST, role, where, classes);
  }

  static Holding holding(
      Subject subject, Aspect aspect, Role role, Whereabouts where, DataClass... classes) {
    Set<DataClass> set = EnumSet.noneOf(DataClass.class);
    set.addAll(List.of(classes));
    return new Holding(subject, set, aspect, role, where, AWS, "is kept there");
  }

  /** A register with a transfer to Amazon in South Africa, and the waivers. */
  static Register register(Map<String, Waiver> waivers) {
    return register(Map.of("cape-town", transfer("ZA", AWS)), waivers);
  }

  static Register register(Map<String, Transfer> transfers, Map<String, Waiver> waivers) {
    return new Register(new Residency(null, List.of("african-regions"), transfers, waivers), null);
  }

  static Transfer transfer(String country, String recipient) {
    LocalDate recorded = LocalDate.of(2026, 10, 1);
    return new Transfer(
        country, recipient, "contract", "DPA-1", "DPIA-1", recorded, "dpo@cashtrace.ng");
  }

  static Waiver waiver(String rule, String component, LocalDate expires) {
    return new Waiver(
        rule, component, "a reason", "NITDA approval 12", "dpo@cashtrace.ng", expires);
  }

  /** Each problem as {@code severity[code] message}. */
  static List<String> told(Verdict verdict) {
    return verdict.problems().stream()
        .map(p -> p.severity().word() + "[" + p.code() + "] " + p.message())
        .toList();
  }

  /** The exposures that one rule found. */
  static List<Exposure> exposures(Verdict verdict, @Nullable String rule) {
    return verdict.findings().stream()
        .filter(finding -> rule == null || finding.rule().equals(rule))
        .map(Finding::exposure)
        .toList();
  }
}
