package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.List;
import java.util.Optional;

/** The network's range is one that AWS takes, is private, and has room for the subnets. */
final class CidrRule implements Rule {

  static final SpecPath PATH = SpecPath.of("network", "cidr");

  /** AWS takes nothing larger for a VPC. */
  private static final int LARGEST = 16;

  /** The network module cuts subnets of a 64th of the range, and AWS takes none below /28. */
  private static final int SMALLEST = 20;

  /** The ranges of RFC 1918. */
  private static final List<Cidr> PRIVATE =
      List.of(new Cidr(0x0A00_0000L, 8), new Cidr(0xAC10_0000L, 12), new Cidr(0xC0A8_0000L, 16));

  @Override
  public List<Problem> check(Environment environment) {
    String text = environment.network().cidr();
    Optional<Cidr> cidr = Cidr.parse(text);
    if (cidr.isEmpty()) {
      return List.of(
          environment
              .error("cidr-invalid", PATH, "'" + text + "' is not the first address of a range")
              .withHint(
                  "write four numbers up to 255 with no bits behind the prefix: 10.40.0.0/16"));
    }
    if (PRIVATE.stream()
        .noneMatch(range -> range.contains(cidr.get()) || cidr.get().contains(range))) {
      return List.of(
          environment
              .error("cidr-public", PATH, "'" + text + "' is not a private range")
              .withHint("private are 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 (RFC 1918)"));
    }
    if (cidr.get().prefix() < LARGEST) {
      return List.of(
          environment
              .error("cidr-too-large", PATH, "'" + text + "' is larger than a VPC may be")
              .withHint("AWS allows /16 and smaller"));
    }
    if (cidr.get().prefix() > SMALLEST) {
      return List.of(
          environment
              .error("cidr-too-small", PATH, "'" + text + "' has no room for the subnets")
              .withHint("/16 to /20 has: three subnets a zone, for up to six zones"));
    }
    return List.of();
  }
}
