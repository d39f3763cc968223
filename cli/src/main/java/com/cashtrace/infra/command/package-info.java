/** One thin class for each subcommand; the only home of picocli. */
@NullMarked
package com.cashtrace.infra.command;

import org.jspecify.annotations.NullMarked;
