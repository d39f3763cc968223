package com.cashtrace.infra.audit;

/** Tells whoever unpacks an export how to verify it with tools that every machine has. */
final class ExportReadme {

  private static final String TEXT =
      """
      Audit trail of an environment, exported by cashtrace-infra

      records/         one file for each record; "previous" is the SHA-256 of the file before
      head.jsonl       the end of the trail: number and SHA-256 of the last record
      public-key.pem   the key that signs records and head (ECDSA, curve P-256)

      Each .jsonl file has a line of JSON and a line with the signature over it.

      With cashtrace-infra, without an account:

          cashtrace-infra audit verify FILE.zip --fingerprint SHA256-OF-THE-KEY

      By hand, in the folder that this file was unpacked to:

      1. Is it the right key? Compare this with what you were told by another way:

          openssl pkey -pubin -in public-key.pem -outform DER | sha256sum

      2. Did it sign the head? This has to say "Verified OK":

          { echo 'cashtrace-infra audit head v1'; head -n 1 head.jsonl; } > message
          tail -n 1 head.jsonl | cut -d '"' -f 4 | base64 -d > signature
          openssl dgst -sha256 -verify public-key.pem -signature signature message

      3. Is every record the one that the next one names, and the last the one that the head
         names? This has to say "whole" and nothing else:

          last=0000000000000000000000000000000000000000000000000000000000000000
          for file in records/*.jsonl; do
            grep -q "\\"previous\\":\\"$last\\"" "$file" || echo "$file does not follow"
            last=$(sha256sum "$file" | cut -d ' ' -f 1)
          done
          grep -q "\\"digest\\":\\"$last\\"" head.jsonl && echo whole

      If the last record alone does not fit, its writer was at work or was killed before it could
      move the head; then its own signature counts. It is checked like the head's, with the line
      'cashtrace-infra audit record v1' before its text.

      What this proves, and what not, is told in the program's documentation: cli/AUDIT.md.
      """;

  private ExportReadme() {}

  static String text() {
    return TEXT;
  }
}
