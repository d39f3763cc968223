package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.ThirdParty;
import com.cashtrace.infra.place.Processor;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import com.cashtrace.infra.report.ResidencyProcessor;
import com.cashtrace.infra.report.ResidencySpot;
import com.cashtrace.infra.residency.Holding;
import com.cashtrace.infra.residency.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the list of those who hold or receive data for the controller, and says what is served from
 * many countries.
 *
 * @param input what was judged
 */
record ResidencyReportingProcessors(ResidencyReportingCase input) {

  List<ResidencyProcessor> processors() {
    Map<String, List<Holding>> recipients = new TreeMap<>();
    for (Holding holding : input.verdict().holdings()) {
      if (holding.recipient() != null && holding.role() != Role.METADATA) {
        recipients.computeIfAbsent(holding.recipient(), name -> new ArrayList<>()).add(holding);
      }
    }
    List<ResidencyProcessor> processors = new ArrayList<>();
    recipients.forEach((name, holdings) -> processors.add(processor(name, holdings)));
    return processors;
  }

  private ResidencyProcessor processor(String name, List<Holding> holdings) {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    Set<String> ways = new TreeSet<>();
    Set<String> agreements = new TreeSet<>();
    ResidencyReportingRegister register = new ResidencyReportingRegister(input);
    for (Holding holding : holdings) {
      classes.addAll(holding.classes());
      if (holding.role() == Role.PLACEMENT) {
        ways.add(holding.aspect().word());
      }
      register.record(holding).ifPresent(record -> agreements.add(record.getValue().reference()));
    }
    List<String> purposes = new ArrayList<>();
    if (!ways.isEmpty()) {
      purposes.add("hosts the environment: " + String.join(", ", ways));
    }
    for (ThirdParty party : parties(name)) {
      purposes.add(party.purpose());
      agreements.add(party.agreement());
    }
    if (purposes.isEmpty()) {
      holdings.stream().map(Holding::detail).distinct().forEach(purposes::add);
    }
    return new ResidencyProcessor(
        name,
        ways.isEmpty() ? "third party" : "cloud provider",
        String.join("; ", purposes),
        List.copyOf(classes),
        holdings.stream().map(each -> ResidencySpot.of(each.where())).distinct().toList(),
        agreements.isEmpty() ? null : String.join(", ", agreements),
        ways.isEmpty() ? hosting(name) : null);
  }

  /** Where a cloud provider was told to be, its places say; of others their own word is known. */
  private String hosting(String name) {
    Processor processor = input.processors().of(name).orElse(null);
    if (processor == null) {
      return "not known: the catalogue of this program does not have it";
    }
    String source = processor.source() == null ? "" : ", by " + processor.source();
    return switch (processor.african()) {
      case YES -> "yes" + source;
      case NO -> "no" + source;
      case UNKNOWN -> "not known: ask " + processor.name();
    };
  }

  /** What the spec says of a company under its own name. */
  private List<ThirdParty> parties(String processor) {
    return input.spec().stream()
        .flatMap(spec -> spec.thirdParties().values().stream())
        .filter(party -> party.processor().equals(processor))
        .toList();
  }

  List<String> edge() {
    List<Holding> edges =
        input.verdict().holdings().stream()
            .filter(each -> each.role() == Role.EDGE || each.where() instanceof Worldwide)
            .toList();
    if (edges.isEmpty()) {
      return List.of(
          "Nothing that was judged is served by a content delivery network or an accelerator:"
              + " connections end where the services are.");
    }
    List<String> sentences = new ArrayList<>();
    for (Holding edge : edges) {
      String owner = ResidencyReportingCase.owner(edge);
      sentences.add(owner + " " + edge.detail() + ": " + Objects.toString(edge.where()) + ".");
    }
    sentences.add(
        "What passes an edge is readable there while it passes, also where it is not kept.");
    return sentences;
  }
}
