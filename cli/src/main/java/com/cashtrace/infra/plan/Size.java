package com.cashtrace.infra.plan;

/**
 * Something that costs by its size or its number, as it will be after the plan.
 *
 * @param what such as "database"
 * @param count how many of the same
 * @param detail such as "db.m7g.large, 200 GiB, multi-AZ"; empty where the number says it all
 */
public record Size(String what, int count, String detail) {}
