package com.cashtrace.infra.audit;

/**
 * Who did it, as AWS knows them.
 *
 * @param name what tells persons apart: the source identity, else the IAM or Identity Center user,
 *     else the role without its session name
 * @param arn of the caller in full, as STS tells it
 */
public record Principal(String name, String arn) {}
