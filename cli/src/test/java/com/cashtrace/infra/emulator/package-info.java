/** AWS as far as moto plays it, for tests. */
package com.cashtrace.infra.emulator;
