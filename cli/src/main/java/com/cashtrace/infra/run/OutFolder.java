package com.cashtrace.infra.run;

import java.nio.file.Path;

/**
 * The folder that a plan goes to.
 *
 * @param path where it is
 * @param name as the user wrote it
 */
public record OutFolder(Path path, String name) {}
