package com.cashtrace.infra.audit;

import com.cashtrace.infra.backend.Caller;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who did it, as AWS knows them.
 *
 * @param name what tells persons apart: the source identity, else the IAM or Identity Center user,
 *     else the role without its session name
 * @param arn of the caller in full, as STS tells it
 */
public record Principal(String name, String arn) {

  /** How IAM Identity Center names the roles that it makes; it names their sessions after users. */
  private static final Pattern BY_IDENTITY_CENTER =
      Pattern.compile("AWSReservedSSO_.+_[0-9a-f]{16}/(.+)");

  /**
   * The principal of an ARN. STS does not tell the source identity of a session, so it is never
   * known here; and whoever assumes a role, or asks for a federated session, chooses its name, so
   * that it tells nobody apart.
   */
  public static Principal of(Caller caller) {
    String resource = caller.arn().substring(caller.arn().lastIndexOf(':') + 1);
    int slash = resource.indexOf('/');
    String kind = slash < 0 ? resource : resource.substring(0, slash);
    String rest = resource.substring(slash + 1);
    String name =
        switch (kind) {
          case "user" -> rest.substring(rest.lastIndexOf('/') + 1);
          case "assumed-role" -> role(rest);
          default -> kind; // root, federated-user
        };
    return new Principal(name, caller.arn());
  }

  private static String role(String session) {
    Matcher user = BY_IDENTITY_CENTER.matcher(session);
    return user.matches() ? user.group(1) : session.substring(0, session.indexOf('/'));
  }
}
