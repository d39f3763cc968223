package com.cashtrace.infra.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Trees in which every text that starts with "S" is secret, with the marks that say so. */
class MaskingProperties {

  private final List<String> learned = new ArrayList<>();

  @Property
  void hidesAndLearnsExactlyWhatIsMarked(@ForAll("trees") Value tree) {
    learned.clear();
    var masking = new Masking(new JsonFactory(), learned::add);

    Value masked = masking.byMarks(tree, marks(tree));

    List<String> before = texts(tree);
    List<String> open = before.stream().filter(text -> !text.startsWith("S")).toList();
    assertThat(texts(masked)).isEqualTo(open);
    assertThat(learned)
        .containsExactlyInAnyOrderElementsOf(
            before.stream().filter(text -> text.startsWith("S")).distinct().toList());
  }

  @Property
  void changesNothingWithoutMarksAndWithHarmlessNames(@ForAll("trees") Value tree) {
    var masking = new Masking(new JsonFactory(), secret -> {});
    assertThat(masking.byName("", masking.byMarks(tree, Value.Mark.NULL))).isEqualTo(tree);
  }

  @Property
  void theUnknownIsSeenWhereverItIsAndNothingElseChanges(@ForAll("trees") Value tree) {
    // What terraform leaves out of 'after' are here the secrets: cut out, and put back as unknown.
    var masking = new Masking(new JsonFactory(), secret -> {});
    Value known = masking.byMarks(tree, marks(tree));

    Value merged = Unknowns.over(nulls(known), marks(tree));

    assertThat(merged).isEqualTo(unknowns(known));
  }

  @Provide
  Arbitrary<Value> trees() {
    Arbitrary<Value> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .withChars("Sabc")
                .ofMinLength(1)
                .ofMaxLength(5)
                .map(Value.Text::new),
            Arbitraries.of(true, false).map(Value.Bool::new),
            Arbitraries.bigDecimals().map(Value.Num::new),
            Arbitraries.of((Value) Value.Mark.NULL));
    return Arbitraries.recursive(() -> leaf, MaskingProperties::around, 0, 3);
  }

  private static Arbitrary<Value> around(Arbitrary<Value> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(Value.Items::new),
        Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), inner)
            .ofMaxSize(3)
            .map(Value.Fields::new));
  }

  private static Value marks(Value value) {
    if (value instanceof Value.Text text) {
      return new Value.Bool(text.content().startsWith("S"));
    }
    if (value instanceof Value.Items list) {
      return new Value.Items(list.items().stream().map(MaskingProperties::marks).toList());
    }
    if (value instanceof Value.Fields map) {
      Map<String, Value> marks = new HashMap<>(map.fields());
      marks.replaceAll((key, below) -> marks(below));
      return new Value.Fields(marks);
    }
    return new Value.Bool(false);
  }

  private static Value nulls(Value value) {
    return replace(value, Value.Mark.NULL);
  }

  private static Value unknowns(Value value) {
    return replace(value, Value.Mark.UNKNOWN);
  }

  private static Value replace(Value value, Value.Mark by) {
    if (value instanceof Value.Items list) {
      return new Value.Items(list.items().stream().map(item -> replace(item, by)).toList());
    }
    if (value instanceof Value.Fields map) {
      Map<String, Value> fields = new HashMap<>(map.fields());
      fields.replaceAll((key, below) -> replace(below, by));
      return new Value.Fields(fields);
    }
    return value == Value.Mark.SENSITIVE ? by : value;
  }

  private static List<String> texts(Value value) {
    if (value instanceof Value.Items list) {
      return list.items().stream().flatMap(item -> texts(item).stream()).toList();
    }
    if (value instanceof Value.Fields map) {
      return map.fields().values().stream().flatMap(item -> texts(item).stream()).toList();
    }
    return value.text().map(List::of).orElse(List.of());
  }
}
