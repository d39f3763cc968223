package com.cashtrace.infra.command;

import com.cashtrace.infra.audit.Receipt;
import com.cashtrace.infra.audit.Trust;
import com.cashtrace.infra.audit.VerifyingKey;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.file.DiskTrouble;
import com.cashtrace.infra.report.VerificationReport;
import com.cashtrace.infra.run.Trails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the user knows about a trail from elsewhere. */
final class TrailOptions {

  static final String TRAIL =
      "An environment, whose trail is read from AWS; or, without AWS, a path with a slash or a dot in"
          + " it: a folder that was copied from the bucket, or an export.";

  private static final String DIGEST = "[0-9a-f]{64}";

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "The environment's public key in PEM, from a place that you trust.")
  private @Nullable Path publicKey;

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA256",
      description = "What the environment's key must have as SHA-256 of its DER form.")
  private @Nullable String fingerprint;

  @Option(
      names = "--contains",
      paramLabel = "SEQUENCE:DIGEST",
      description =
          "A record that must be in the trail: what an earlier 'audit verify' printed as its end.")
  private @Nullable String contains;

  static Trails trails(World world, GlobalOptions options) {
    return new Trails(
        world.directory(),
        new SpecFolder(options.project(world)),
        options.resources(world),
        world.environment());
  }

  /** Writes what a verification found, and returns what the command exits with. */
  static int write(VerificationReport report, boolean json, World world, GlobalOptions options)
      throws IOException {
    if (json) {
      report.json(world.out());
    } else {
      report.text(world.out(), options.color(world, world.outTerminal()));
    }
    return report.exitCode().value();
  }

  Trust trust(World world, CommandSpec spec) {
    if (fingerprint != null && !fingerprint.matches(DIGEST)) {
      throw usage(spec, "--fingerprint takes 64 hexadecimal digits in lower case");
    }
    return new Trust(
        Optional.empty(),
        Optional.ofNullable(publicKey).map(file -> key(world.directory().resolve(file), spec)),
        Optional.ofNullable(fingerprint),
        Optional.ofNullable(contains).map(text -> receipt(text, spec)));
  }

  private static Receipt receipt(String text, CommandSpec spec) {
    if (!text.matches("[1-9][0-9]{0,9}:" + DIGEST)) {
      throw usage(
          spec, "--contains takes a number, a colon and 64 hexadecimal digits in lower case");
    }
    int colon = text.indexOf(':');
    return new Receipt(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  private static VerifyingKey key(Path file, CommandSpec spec) {
    try {
      return VerifyingKey.ofPem(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw usage(spec, "--public-key: " + e.getMessage());
    } catch (IOException e) {
      throw DiskTrouble.reading(file, e);
    }
  }

  private static ParameterException usage(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
