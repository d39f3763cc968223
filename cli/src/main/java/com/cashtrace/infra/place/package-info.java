/** Providers, regions, zones and countries, and how a text names one of them. */
@NullMarked
package com.cashtrace.infra.place;

import org.jspecify.annotations.NullMarked;
