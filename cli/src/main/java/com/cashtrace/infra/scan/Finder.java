package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Role;
import com.cashtrace.infra.scan.ResourceHoldings.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds everything that one resource says about where its data is and goes. */
final class Finder {

  private final Facts facts;
  private final Knowledge knowledge;
  private final References references;
  private final TypeFacts.Catalogue types;
  private final Placing placing;
  private final ValuePlaces values;
  private final OwnPlace own;

  Finder(Facts facts, Index index, References references, Knowledge knowledge) {
    this.facts = facts;
    this.knowledge = knowledge;
    this.references = references;
    this.types = new TypeFacts.Catalogue(knowledge);
    this.placing = new Placing(facts, index, references, knowledge, types);
    this.values = new ValuePlaces(knowledge, index, placing);
    GlobalParts parts = new GlobalParts(facts, references, types);
    this.own = new OwnPlace(facts, knowledge.endpoints(), types, placing, parts);
  }

  /** Where resources are. */
  Placing placing() {
    return placing;
  }

  /** Finds all of it. */
  void find(ResourceHoldings holdings) {
    Held held = holdings.held();
    ConfigResource config = facts.configured().get(held.bare());
    own.find(holdings);
    held.stated().forEach(stated -> stated(holdings, stated));
    absent(holdings, config);
    if (config != null) {
      writeOnly(holdings, config);
      held.unknown().meaningful().forEach(shape -> unknown(holdings, config, shape));
    }
    mentions(holdings, config);
  }

  private void stated(ResourceHoldings holdings, Held.Stated stated) {
    Meaning meaning = stated.shape().meaning();
    if (meaning instanceof Meaning.Flag flag) {
      flag(holdings, flag, stated.path(), stated.value());
    } else if (meaning instanceof Meaning.Names names) {
      Set<Whereabouts> places = values.of(holdings.held(), names.form(), stated.value());
      if (names.ownIsDestination()) {
        copied(holdings, names, stated.path(), places);
      } else {
        tell(holdings, names, stated.path(), places);
      }
    }
  }

  /** The copy is where the resource is; what it is made from is data abroad, if it is abroad. */
  private void copied(
      ResourceHoldings holdings, Meaning.Names names, String path, Set<Whereabouts> sources) {
    Whereabouts home = placing.of(holdings.held());
    name(holdings, names, path, home);
    Kind mention = new Kind(names.aspect(), Role.MENTION);
    for (Whereabouts where : sources) {
      if (!(where instanceof Unknown) && !isHome(holdings, where, home)) {
        holdings.add(path, mention, where, "is made from what is in " + where);
      }
    }
  }

  /** Where a resource itself is, is told already. */
  private void tell(
      ResourceHoldings holdings, Meaning.Names names, String path, Set<Whereabouts> places) {
    boolean own = names.role() == Role.PLACEMENT && names.aspect() != Aspect.KEY;
    Whereabouts home = placing.of(holdings.held());
    for (Whereabouts where : places) {
      if (!own || !where.equals(home)) {
        name(holdings, names, path, where);
      }
    }
  }

  private static void name(
      ResourceHoldings holdings, Meaning.Names names, String path, Whereabouts where) {
    Kind kind = new Kind(names.aspect(), names.role());
    holdings.add(path, kind, where, names.detail() + " " + where);
  }

  private static void flag(
      ResourceHoldings holdings, Meaning.Flag flag, String path, @Nullable String value) {
    if (flag.raisedBy(value)) {
      Kind kind = new Kind(flag.aspect(), flag.role());
      holdings.add(path, kind, flag.where(), flag.detail() + " " + flag.where());
    }
  }

  /** What the provider or AWS does when nothing is said. */
  private void absent(ResourceHoldings holdings, @Nullable ConfigResource config) {
    Held held = holdings.held();
    for (Map.Entry<String, Meaning.Flag> each : types.of(held.type()).absent().entrySet()) {
      String path = each.getKey();
      boolean said =
          held.stated().stream().anyMatch(s -> s.shape().path().equals(path))
              || held.stated().stream().anyMatch(s -> s.shape().path().equals(path + "[]"));
      if (!said && (config == null || config.expression(path) == null)) {
        flag(holdings, each.getValue(), path, null);
      }
    }
  }

  /** A plan never holds the value of a write-only attribute, but its configuration may. */
  private void writeOnly(ResourceHoldings holdings, ConfigResource config) {
    Held held = holdings.held();
    for (Held.Stated constant : config.constants().stated()) {
      String path = constant.shape().path();
      if (held.stated().stream().noneMatch(s -> s.shape().path().equals(path))) {
        stated(holdings, constant);
      }
    }
  }

  /** What an attribute refers to, whose value is known only once the plan is applied. */
  private void unknown(ResourceHoldings holdings, ConfigResource config, Shape shape) {
    Expression expression = config.expression(shape.path());
    if (!(shape.meaning() instanceof Meaning.Names names)) {
      return;
    }
    if (names.ownIsDestination()) {
      if (expression != null) {
        Set<Whereabouts> sources = new HashSet<>();
        references
            .of(config, expression)
            .resources()
            .forEach(target -> sources.addAll(placing.of(target)));
        copied(holdings, names, shape.path(), sources);
      }
    } else if (config.isDynamic(shape.path()) && mustBeTold(names)) {
      Unknown dynamic = new Unknown("a plan does not explain what a dynamic block refers to");
      name(holdings, names, shape.path(), dynamic);
    } else if (expression != null) {
      followed(holdings, names, shape, references.of(config, expression));
    }
  }

  /** Where data is put or sent a place that nobody can tell is a finding; a path is none. */
  private static boolean mustBeTold(Meaning.Names names) {
    return switch (names.form()) {
      case REGION, ZONE, ZONE_ID -> true;
      case TEXT -> false;
      case ARN, BUCKET_NAME, HOST, URI, SUBNET, MODEL ->
          names.role() == Role.COPY || names.role() == Role.DESTINATION;
    };
  }

  private void followed(
      ResourceHoldings holdings, Meaning.Names names, Shape shape, Targets targets) {
    Set<Whereabouts> places = new HashSet<>();
    targets.resources().forEach(target -> places.addAll(placing.of(target)));
    for (String text : targets.texts()) {
      knowledge.mentions().in(text).forEach(mention -> places.add(values.of(mention)));
    }
    if (mustBeTold(names)) {
      targets.lost().forEach(name -> places.add(new Unknown("a plan does not hold " + name)));
      if (places.isEmpty()) {
        places.add(new Unknown("its value is known only once the plan is applied"));
      }
    }
    tell(holdings, names, shape.path(), places);
  }

  private void mentions(ResourceHoldings holdings, @Nullable ConfigResource config) {
    Held held = holdings.held();
    Whereabouts home = placing.of(held);
    Set<Mention> told = new HashSet<>();
    for (Held.Said said : held.said()) {
      told.add(said.mention());
      mention(holdings, home, said);
    }
    if (config == null) {
      return;
    }
    for (Held.Said said : config.constants().said()) {
      if (told.add(said.mention())) {
        mention(holdings, home, said);
      }
    }
    config.expressions().forEach((path, each) -> indirect(holdings, config, path, each));
  }

  /** Constants that an unknown text is made of. */
  private void indirect(
      ResourceHoldings holdings, ConfigResource config, String path, Expression expression) {
    Shape shape = expression.references().isEmpty() ? null : holdings.held().unknown().at(path);
    if (shape == null || shape.meaning() instanceof Meaning.Names) {
      return;
    }
    Whereabouts home = placing.of(holdings.held());
    Targets targets = references.of(config, expression);
    for (String text : targets.texts()) {
      for (Mention mention : knowledge.mentions().in(text)) {
        mention(holdings, home, new Held.Said(mention, shape, path));
      }
    }
    for (Target target : targets.resources()) {
      if (target.resource().isData()) {
        for (Held.Said said : target.resource().constants().said()) {
          mention(holdings, home, new Held.Said(said.mention(), shape, path));
        }
      }
    }
  }

  private void mention(ResourceHoldings holdings, Whereabouts home, Held.Said said) {
    Mention mention = said.mention();
    Whereabouts where = values.of(mention);
    Meaning meaning = said.shape().meaning();
    boolean mere = !(meaning instanceof Meaning.Names names) || names.role() == Role.MENTION;
    boolean known = !(meaning instanceof Meaning.Names) && isHome(holdings, where, home);
    if (known || (mere && isBucketElsewhere(mention, where))) {
      return;
    }
    if (meaning instanceof Meaning.Names names) {
      tell(holdings, names, said.path(), Set.of(where));
    } else {
      Kind kind = new Kind(types.of(holdings.held().type()).traits().aspect(), Role.MENTION);
      String holder = mention.form() == Mention.Form.PROCESSOR ? mention.holder() : null;
      String detail = "names " + (holder == null ? where : holder + ", " + where);
      if (holder == null) {
        holdings.add(said.path(), kind, where, detail);
      } else {
        holdings.add(said.path(), kind, where, holder, detail);
      }
    }
  }

  /** A mere mention of a bucket that nobody knows says nothing. */
  private static boolean isBucketElsewhere(Mention mention, Whereabouts where) {
    return mention.form() == Mention.Form.BUCKET && where instanceof Unknown;
  }

  /** That a resource names its own region again is no news, unless where it is does not matter. */
  private boolean isHome(ResourceHoldings holdings, Whereabouts where, Whereabouts home) {
    if (types.of(holdings.held().type()).metadata() != null) {
      return false;
    }
    if (where instanceof Known there && home instanceof Known here) {
      return there.provider().equals(here.provider())
          && there.country().equals(here.country())
          && Objects.equals(there.region(), here.region());
    }
    return where.equals(home);
  }
}
