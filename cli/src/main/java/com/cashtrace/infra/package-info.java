/** The program's entry: it wires everything together and turns a command line into an exit code. */
@NullMarked
package com.cashtrace.infra;

import org.jspecify.annotations.NullMarked;
