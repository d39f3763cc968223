/** Use cases: what the commands do, without a word about the command line. */
@NullMarked
package com.cashtrace.infra.run;

import org.jspecify.annotations.NullMarked;
