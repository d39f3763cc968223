/** Writes files whole or not at all; the only package that writes to the disk. */
@NullMarked
package com.cashtrace.infra.file;

import org.jspecify.annotations.NullMarked;
