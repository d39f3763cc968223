package com.cashtrace.infra.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.cashtrace.infra.file.Digests;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The public half of the key that signs a trail: ECDSA on the curve P-256.
 *
 * @param key the key itself
 */
public record VerifyingKey(ECPublicKey key) {

  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String END = "-----END PUBLIC KEY-----";
  private static final int BITS = 256;

  /** Refuses a key of another curve. */
  public VerifyingKey {
    if (key.getParams().getCurve().getField().getFieldSize() != BITS) {
      throw new IllegalArgumentException("it is not a key of the curve P-256");
    }
  }

  /**
   * Reads SubjectPublicKeyInfo in DER, as KMS returns it.
   *
   * @throws IllegalArgumentException if it is no public key of the curve P-256
   */
  public static VerifyingKey ofDer(byte[] der) {
    try {
      return new VerifyingKey(
          (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is not a public key for ECDSA", e);
    }
  }

  /**
   * Reads a public key in PEM.
   *
   * @throws IllegalArgumentException if it is no public key of the curve P-256
   */
  public static VerifyingKey ofPem(String pem) {
    String text = pem.strip();
    if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < 2 * BEGIN.length()) {
      throw new IllegalArgumentException("it is not a public key in PEM");
    }
    String body = text.substring(BEGIN.length(), text.length() - END.length());
    return ofDer(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
  }

  /** Reads the file of a trail, which holds what {@link #pem()} writes and nothing else. */
  static VerifyingKey read(byte[] bytes) throws Malformed {
    String text = new String(bytes, US_ASCII);
    VerifyingKey key;
    try {
      key = ofPem(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed(String.valueOf(e.getMessage()));
    }
    if (!Arrays.equals(key.pem().getBytes(US_ASCII), bytes)) {
      throw new Malformed("it is not written as openssl writes a public key");
    }
    return key;
  }

  /** The fingerprint of the key in a file, or a word where there is none in it. */
  static String fingerprint(byte[] bytes) {
    try {
      return read(bytes).fingerprint();
    } catch (Malformed e) {
      return "unreadable";
    }
  }

  /** The key as text that openssl reads. */
  public String pem() {
    byte[] lineEnd = "\n".getBytes(US_ASCII);
    String body = Base64.getMimeEncoder(64, lineEnd).encodeToString(key.getEncoded());
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }

  /** SHA-256 of SubjectPublicKeyInfo, in hexadecimal: what people compare. */
  public String fingerprint() {
    return Digests.sha256(key.getEncoded());
  }

  /** True if the file was signed for this domain by the private half of this key. */
  boolean hasSigned(Domain domain, SignedFile file) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      signature.update(domain.message(file.text()));
      return signature.verify(file.signature());
    } catch (SignatureException e) {
      return false; // what stands there is no signature at all
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has ECDSA with SHA-256", e);
    }
  }
}
