package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Principal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may approve a plan.
 *
 * @param names roles, permission sets of IAM Identity Center and users, as the spec has them in
 *     {@code account.roles.approve}
 */
record Approvers(List<String> names) {

  /** The role that Identity Center makes of a permission set. */
  private static final Pattern PERMISSION_SET =
      Pattern.compile(":assumed-role/AWSReservedSSO_(?<name>.+)_[0-9a-f]{16}/");

  Approvers {
    names = List.copyOf(names);
  }

  /** True if the principal is one of them. */
  boolean admit(Principal principal) {
    Matcher set = PERMISSION_SET.matcher(principal.arn());
    return names.contains(set.find() ? set.group("name") : principal.name());
  }

  String words() {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
