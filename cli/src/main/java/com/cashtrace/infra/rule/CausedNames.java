package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.CausedName;
import com.cashtrace.infra.catalog.NameCondition;
import com.cashtrace.infra.catalog.NameLimits;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.Strategy;
import java.util.List;

/** Which names at AWS a component causes, as it is set up. */
final class CausedNames {

  private CausedNames() {}

  static List<CausedName> of(NameLimits limits, Component component) {
    return limits.of(component.identity().reference().kind().word()).stream()
        .filter(name -> causes(component, name.when()))
        .toList();
  }

  private static boolean causes(Component component, NameCondition when) {
    return switch (when) {
      case ALWAYS -> true;
      case PUBLIC -> component instanceof Service service && service.isPublic();
      case CODE_DEPLOY ->
          component instanceof Service service
              && !service.isScheduled()
              && service.rollout().strategy() != Strategy.ROLLING;
      case SCHEDULED -> component instanceof Service service && service.isScheduled();
      case REPLICATED -> component instanceof Database database && database.replicas() > 0;
    };
  }
}
