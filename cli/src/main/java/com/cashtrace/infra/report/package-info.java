/** What leaves the program: one class for each format of a report. */
@NullMarked
package com.cashtrace.infra.report;

import org.jspecify.annotations.NullMarked;
