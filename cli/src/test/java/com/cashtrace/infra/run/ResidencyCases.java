package com.cashtrace.infra.run;

import com.cashtrace.infra.catalog.LawBook;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.place.Processors;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import com.cashtrace.infra.render.SampleEnvironments;
import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.report.ResidencyEvidence;
import com.cashtrace.infra.report.ResidencyReport;
import com.cashtrace.infra.report.ResidencyTrail;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.residency.Subject;
import com.cashtrace.infra.residency.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reports for tests: environments whose data is made to be in many places. */
public final class ResidencyCases {

  private static final String AWS = "Amazon Web Services";
  private static final Known CAPE_TOWN = new Known("aws", "af-south-1", null, "ZA");
  private static final Known IRELAND = new Known("aws", "eu-west-1", null, "IE");

  /** One of everything that a report can have to tell. */
  private static final String SHOP =
      """
      specVersion: 1
      description: A shop that has one of everything that a report tells
      tier: production
      account:
        id: "111122223333"
        roles: { plan: p, apply: a, breakGlass: b, approve: [c] }
      state: { bucket: tfstate, key: shop/terraform.tfstate }
      audit: { lock: compliance }
      dns: { domain: shop.example, zoneId: Z0123456789ABC }
      place: { provider: aws, region: af-south-1, zones: [af-south-1a, af-south-1b] }
      residency:
        profiles: [african-regions, ng-payments]
        transfers:
          cape-town:
            country: ZA
            recipient: Amazon Web Services
            basis: contract
            reference: DPA-1
            dpia: DPIA-1
            recorded: 2026-10-01
            by: dpo@shop.example
          ghana:
            country: GH
            recipient: Mail of Accra
            basis: consent
            reference: DPA-2
            dpia: DPIA-2
            recorded: 2026-10-02
            by: dpo@shop.example
        waivers:
          old-copies:
            rule: approved-places-african
            component: buckets.documents
            reason: copies of last year until they expire
            legalBasis: NDPA s.43(1), contract
            approver: dpo@shop.example
            expires: 2027-03-31
          mail:
            rule: approved-places-african
            component: services.api
            reason: no longer needed
            legalBasis: NDPA s.43(1), contract
            approver: dpo@shop.example
            expires: 2027-06-30
      network: { cidr: 10.9.0.0/16 }
      tags: { owner: platform, cost-centre: cc-1 }
      services:
        api:
          image: shop/api
          version: 1.0.0
          listen: { port: 3000, host: api.shop.example, public: true }
          handles: [personal]
          uses: { databases.main: DATABASE, databases.payments: PAYMENTS, buckets.documents: DOCS }
      databases:
        main: { data: [personal, financial] }
        payments: { data: [payment] }
      caches: { sessions: { data: [personal] } }
      buckets: { documents: { data: [personal], retention: 7y } }
      """;

  private ResidencyCases() {}

  /** A report of one chapter that has one of everything, as of a day. */
  public static ResidencyReport shop(LocalDate asOf) {
    return report(SampleEnvironments.of("shop", SHOP), troubles(), trail("shop"), asOf);
  }

  /** A trail of an apply, two approvals and a restore, in which a text stands wherever it can. */
  private static ResidencyTrail trail(String text) {
    Instant time = Instant.parse("2026-11-20T06:00:00.500Z");
    String plan = "5".repeat(64);
    var approvals =
        List.of(
            new ResidencyTrail.Approval(3, text, time), new ResidencyTrail.Approval(4, null, null));
    return new ResidencyTrail(
        text,
        text,
        true,
        9,
        new ResidencyTrail.End(9, "d".repeat(64), time),
        "f".repeat(64),
        false,
        ResidencyTrail.Standing.NOT_COMPARED,
        new ResidencyTrail.Apply(6, plan, time, text, approvals, "done", "passed"),
        new ResidencyTrail.Write(9, "restore", time, text, text, 12),
        new ResidencyTrail.Restore(9, time, text, text));
  }

  /** What would do harm in HTML, SVG, Markdown, a terminal or a spreadsheet. */
  public static final String HOSTILE =
      "=cmd()|\"'><img src=x onerror=alert(1)></style></svg>--> @everyone `a` [b](http://c) \u001b[2J";

  /** A report whose names and words come from somebody who means harm. */
  public static ResidencyReport hostile(LocalDate asOf) {
    List<Holding> more = new ArrayList<>(troubles());
    Subject subject = new Subject(HOSTILE, HOSTILE, HOSTILE, null, null);
    Known place = new Known(HOSTILE, HOSTILE, HOSTILE, "US");
    Set<DataClass> personal = EnumSet.of(DataClass.PERSONAL);
    for (Role role : List.of(Role.PLACEMENT, Role.DESTINATION, Role.COPY)) {
      for (Aspect aspect : List.of(Aspect.AT_REST, Aspect.COMPUTE)) {
        more.add(new Holding(subject, personal, aspect, role, place, HOSTILE, HOSTILE));
      }
    }
    more.add(
        new Holding(
            subject,
            personal,
            Aspect.TRANSIT,
            Role.EDGE,
            new Worldwide(HOSTILE),
            HOSTILE,
            HOSTILE));
    more.add(
        new Holding(
            subject, personal, Aspect.LOG, Role.PLACEMENT, new Unknown(HOSTILE), null, HOSTILE));
    return report(SampleEnvironments.of("shop", SHOP), more, trail(HOSTILE), asOf);
  }

  private static List<Holding> troubles() {
    List<Holding> more = new ArrayList<>();
    more.add(of("buckets.documents", Aspect.BACKUP, Role.COPY, IRELAND, "is copied to eu-west-1"));
    more.add(
        of(
            "databases.main",
            Aspect.LOG,
            Role.DESTINATION,
            new Unknown("a variable names the region"),
            "sends its log to a bucket"));
    more.add(
        of(
            "services.api",
            Aspect.TRANSIT,
            Role.EDGE,
            new Worldwide("CloudFront edges"),
            "is served by CloudFront"));
    more.add(
        of(
            "services.api",
            Aspect.TRANSIT,
            Role.DESTINATION,
            new Known("slack", null, null, "US"),
            "sends alerts to Slack"));
    return more;
  }

  /** A report of a spec, with more holdings than follow from it. */
  static ResidencyReport report(
      Environment environment, List<Holding> more, ResidencyTrail trail, LocalDate asOf) {
    List<Holding> holdings = new ArrayList<>(more);
    environment.components().forEach(component -> holdings.addAll(placed(component)));
    Resources resources = Resources.packaged();
    Profiles profiles = Profiles.read(resources, null);
    Judge judge = new Judge(profiles);
    Register register = Register.of(environment);
    List<String> names = environment.residency().profiles();
    Verdict verdict = judge.judge(holdings, register, asOf, names);
    List<Profile> applied = new ArrayList<>(List.of(profiles.always()));
    List<Verdict> singles =
        new ArrayList<>(List.of(judge.judge(holdings, register, asOf, List.of())));
    for (String name : names) {
      applied.add(profiles.profile(name).value().orElseThrow());
      singles.add(judge.judge(holdings, register, asOf, List.of(name)));
    }
    var input =
        new ResidencyReportingCase(
            environment.name(),
            Origin.SPEC,
            environment,
            verdict,
            List.of(),
            applied,
            singles,
            Processors.read(resources),
            evidence(environment, verdict, trail));
    return new ResidencyReport(
        asOf,
        "the day was given",
        "1.2.3",
        List.of(new ResidencyReportingChapter(input).chapter()),
        LawBook.read(resources));
  }

  private static ResidencyEvidence evidence(
      Environment environment, Verdict verdict, ResidencyTrail trail) {
    return new ResidencyEvidence(
        "0".repeat(64),
        environment.document().chain(),
        null,
        trail,
        verdict.ruleSet(),
        verdict.holdings().size());
  }

  private static List<Holding> placed(Component component) {
    String name = component.identity().reference().toString();
    return switch (component.identity().reference().kind().word()) {
      case "databases", "buckets" ->
          List.of(
              of(name, Aspect.AT_REST, Role.PLACEMENT, CAPE_TOWN, "keeps data"),
              of(name, Aspect.KEY, Role.PLACEMENT, CAPE_TOWN, "is encrypted"),
              of(name, Aspect.BACKUP, Role.COPY, CAPE_TOWN, "keeps its backups"));
      case "caches" -> List.of(of(name, Aspect.CACHE, Role.PLACEMENT, CAPE_TOWN, "keeps data"));
      case "services" ->
          List.of(
              of(name, Aspect.COMPUTE, Role.PLACEMENT, CAPE_TOWN, "runs"),
              of(name, Aspect.LOG, Role.PLACEMENT, CAPE_TOWN, "keeps its log"));
      default -> List.of();
    };
  }

  private static Holding of(
      String name, Aspect aspect, Role role, Whereabouts where, String detail) {
    String recipient =
        where instanceof Unknown
            ? null
            : where instanceof Known known && known.provider().equals("slack") ? "Slack" : AWS;
    String type = name.substring(0, name.indexOf('.'));
    Subject subject = new Subject(name, type, null, name, null);
    Set<DataClass> classes =
        name.endsWith("payments") ? EnumSet.of(DataClass.PAYMENT) : EnumSet.of(DataClass.PERSONAL);
    return new Holding(subject, classes, aspect, role, where, recipient, detail);
  }
}
