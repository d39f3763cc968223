package com.cashtrace.infra.backend;

/**
 * Who may use the key: whom the account's own IAM policies admit, and nobody of another account. So
 * the apply role and the break-glass role are admitted like any other, and nobody is locked out.
 */
final class KeyPolicy {

  static final String WANTED = "by IAM of the account";

  private KeyPolicy() {}

  static String text(String account) {
    return """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "ByIamOfTheAccount",
              "Effect": "Allow",
              "Principal": { "AWS": "arn:aws:iam::%s:root" },
              "Action": "kms:*",
              "Resource": "*"
            }
          ]
        }
        """
        .formatted(account);
  }

  static String found(String policy, String account) {
    return Policies.same(Policies.tree(policy), Policies.tree(text(account))) ? WANTED : "another";
  }
}
