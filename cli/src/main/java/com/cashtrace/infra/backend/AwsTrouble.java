package com.cashtrace.infra.backend;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Problem;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/**
 * Stands before a client and turns what goes wrong between us and AWS into a problem with a hint.
 * Answers that a caller may expect (there is no such thing, there is one already, a condition does
 * not hold) stay as they are. An interceptor of the SDK could not: it may not change the type.
 *
 * @param client whom to ask
 * @param service how IAM names the service
 * @param region where
 */
record AwsTrouble(Object client, String service, Region region) implements InvocationHandler {

  /** The client with this before it. */
  static <C> C told(Class<C> type, C client, String service, Region region) {
    var handler = new AwsTrouble(client, service, region);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getTargetException();
      throw cause instanceof SdkException trouble ? told(action(method), region, trouble) : cause;
    }
  }

  private String action(Method method) {
    String name = method.getName();
    return service + ":" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Asks through something that the SDK made, such as pages, which has the bare client within. */
  static <T> T told(String action, Region region, Supplier<T> question) {
    try {
      return question.get();
    } catch (SdkException e) {
      throw told(action, region, e);
    }
  }

  private static RuntimeException told(String action, Region region, SdkException e) {
    Problem problem = AwsProblems.of(e, action, region.id());
    return problem == null ? e : new FailureException(problem, ExitCode.FAILED, e);
  }
}
