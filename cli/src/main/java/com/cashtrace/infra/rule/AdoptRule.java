package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adopted things are resources of AWS with a usable id, and each is adopted once. */
final class AdoptRule implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Component> adopters = new HashMap<>();
    for (Component component : environment.components()) {
      component
          .identity()
          .adopt()
          .forEach(
              (address, id) -> {
                SpecPath path = component.path().child("adopt").child(address);
                String thing = address.substring(0, address.indexOf('.')) + " " + id;
                Component other = adopters.putIfAbsent(thing, component);
                if (!address.startsWith("aws_")) {
                  problems.add(address(environment, path, address));
                } else if (!isId(id)) {
                  problems.add(id(environment, path, id));
                } else if (other != null) {
                  problems.add(twice(environment, path, id, other));
                }
              });
    }
    return problems;
  }

  /** An import id has no space at its ends and no character that can't be printed. */
  private static boolean isId(String id) {
    return id.equals(id.strip()) && id.codePoints().noneMatch(Character::isISOControl);
  }

  private static Problem address(Environment environment, SpecPath path, String address) {
    String message = "'" + address + "' is no resource of AWS";
    return environment
        .errorAtKey("adopt-address", path, message)
        .withHint("an address inside the component's module, such as aws_db_instance.this");
  }

  private static Problem id(Environment environment, SpecPath path, String id) {
    String message = "the import id '" + id + "' has spaces at its ends or control characters";
    return environment.error("adopt-id", path, message);
  }

  private static Problem twice(Environment environment, SpecPath path, String id, Component other) {
    String message = "'" + id + "' is adopted by " + Subject.of(other) + " as well";
    return environment.error("adopt-twice", path, message);
  }
}
