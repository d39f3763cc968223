package com.cashtrace.infra.process;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Replaces the virtual machine's own answer to a signal, which is to end at once. The class behind
 * it is public since JDK 1.2 but not part of Java SE, and {@code javac} warns of each mention that
 * it can see; hence reflection, at this one place.
 */
final class SignalHandlers {

  private SignalHandlers() {}

  /**
   * Runs {@code action}, in a thread of its own, each time the signal arrives.
   *
   * @param signal name without SIG
   * @return what restores the former answer; empty where this machine keeps the signal to itself
   */
  static Optional<Runnable> install(String signal, Runnable action) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Method handle = signals.getMethod("handle", signals, handlers);
      Object name = signals.getConstructor(String.class).newInstance(signal);
      Object former = handle.invoke(null, name, handler(handlers, action));
      return Optional.of(() -> restore(handle, name, former));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Object handler(Class<?> type, Runnable action) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> arguments != null && proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              case "toString" -> "handler of cashtrace-infra";
              default -> {
                action.run();
                yield null;
              }
            });
  }

  private static void restore(Method handle, Object name, Object former) {
    try {
      handle.invoke(null, name, former);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a signal handler that was replaced can't be restored", e);
    }
  }
}
