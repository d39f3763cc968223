package com.cashtrace.infra.backend;

import java.util.function.Supplier;

/**
 * One property of a resource that bootstrap sees to.
 *
 * @param name what it is
 * @param wanted how it must be, in words that people read
 * @param found asks AWS how it is, in the same words; equal to what is wanted if nothing is to do
 * @param put makes it so, in one request
 */
record Setting(String name, String wanted, Supplier<String> found, Runnable put) {}
