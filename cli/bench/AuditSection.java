import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** An audit trail of 100,000 records, verified where it was copied to and as an export. */
final class AuditSection {

  private static final int RECORDS = 100_000;

  private AuditSection() {}

  static void run(Machine machine) throws IOException, InterruptedException {
    Path trail = machine.scratch().resolve("audit/trail");
    Path zip = machine.scratch().resolve("audit/trail.zip");
    write(trail);
    machine.program("audit", "export", trail.toString(), "--out", zip.toString()).run();
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("`audit verify`, a folder", program(machine, "verify", trail));
    commands.put("`audit verify`, a zip", program(machine, "verify", zip));
    commands.put("`audit show`, a folder", program(machine, "show", trail));
    commands.put(
        "`sha256sum` of the same files",
        new Command(trail, "sh", "-c", "find records -type f | xargs sha256sum >/dev/null"));
    Rounds rounds = new Rounds();
    rounds.run(Math.min(machine.rounds(), 5), commands);

    Rounds.heading("An audit trail of 100,000 records");
    rounds.row("`audit verify`, a folder", 3);
    rounds.row("`audit verify`, a zip", 3);
    rounds.row("`audit show`, a folder");
    rounds.row("`sha256sum` of the same files");
  }

  private static Command program(Machine machine, String command, Path trail) {
    return machine.program("audit", command, trail.toString());
  }

  private static void write(Path folder) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      write(folder, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void write(Path folder, KeyPair key) throws IOException, GeneralSecurityException {
    Path records = Files.createDirectories(folder.resolve("records"));
    // a whole chain is verified by the head's signature: those of the records may all be this one
    String signature = sign(key, "any");
    String previous = "0".repeat(64);
    for (int number = 1; number <= RECORDS; number++) {
      byte[] file =
          (record(number, previous) + "\n{\"signature\":\"" + signature + "\"}\n").getBytes(UTF_8);
      Files.write(records.resolve(String.format("%010d.jsonl", number)), file);
      previous = digest(file);
    }
    byte[] publicKey = key.getPublic().getEncoded();
    String head =
        "{\"digest\":\"%s\",\"environment\":\"bench\",\"formatVersion\":1,\"key\":\"%s\",\"sequence\":%d,\"time\":\"2026-11-22T06:00:00Z\"}"
            .formatted(previous, digest(publicKey), RECORDS);
    String signed = sign(key, "cashtrace-infra audit head v1\n" + head + "\n");
    Files.writeString(
        folder.resolve("head.jsonl"), head + "\n{\"signature\":\"" + signed + "\"}\n");
    String body = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(publicKey);
    Files.writeString(
        folder.resolve("public-key.pem"),
        "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
  }

  /** An apply, as long as those of an environment are. */
  private static String record(int number, String previous) {
    return """
        {"details":{"approvals":[%1$d],"done":12,"outcome":"done","phase":"ended","plan":"%2$s",\
        "state":{"lineage":"6f3c2f0e-0000-4000-8000-000000000000","serial":%1$d}},\
        "digests":{"plan-json":"%2$s","provider-lock":"%2$s","root":"%2$s","spec":"%2$s","state":"%2$s"},\
        "environment":"bench","formatVersion":1,\
        "host":{"name":"runner-7","program":"0.1.0","run":"https://github.com/o/r/actions/runs/%1$d"},\
        "id":"%3$032x","kind":"apply","previous":"%4$s",\
        "principal":{"arn":"arn:aws:sts::444455556666:assumed-role/infra-apply/alice","name":"alice"},\
        "sequence":%1$d,"time":"2026-11-22T06:00:00.500Z"}"""
        .formatted(number, "5".repeat(64), number, previous);
  }

  private static String sign(KeyPair key, String text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    signature.update(text.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private static String digest(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
