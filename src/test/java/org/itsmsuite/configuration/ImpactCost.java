package org.itsmsuite.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.itsmsuite.TestDatabase;

/**
 * What it costs to ask what an item's failure would affect, with 50,000 items and 150,000
 * relations: each item needs three that are older, one of them anywhere, two not far away.
 */
public final class ImpactCost {

  private static final int ITEMS = 50_000;
  private static final int NEEDS = 3;
  private static final int NOT_FAR = 400;
  private static final int ASKED = 2_000;
  private static final int CHANGED = 50;

  private final Stock stock;
  private final Stock otherNode;
  private final Random chance = new Random(20000);

  private ImpactCost(TestDatabase database) {
    this.stock = Stock.of(database);
    this.otherNode = Stock.of(database);
  }

  /**
   * @param median in milliseconds, as the others
   */
  public record Times(double median, double p99, double most, int items) {

    private static Times of(List<Double> millis, int items) {
      double[] sorted = millis.stream().mapToDouble(one -> one).sorted().toArray();
      return new Times(
          sorted[sorted.length / 2],
          sorted[(int) (sorted.length * 0.99)],
          sorted[sorted.length - 1],
          items);
    }
  }

  /**
   * @param firstMillis until a node that has just started can answer
   * @param any items by chance
   * @param oldest the items that the most others lean on
   * @param afterChange items by chance, right after another node has changed a relation
   */
  public record Result(
      long items, long relations, double firstMillis, Times any, Times oldest, Times afterChange) {}

  public static Result measure(TestDatabase database) {
    return new ImpactCost(database).measure();
  }

  private Result measure() {
    fill();
    double first = millis(() -> otherNode.trees.of(List.of("i0")));
    times(ASKED, ITEMS);
    return new Result(
        ITEMS,
        (long) (ITEMS - 1) * NEEDS,
        first,
        times(ASKED, ITEMS),
        times(ASKED / 10, 100),
        afterChange());
  }

  private void fill() {
    var items = new StringBuilder("id,type,name,criticality,designation\n");
    var relations = new StringBuilder("from,kind,to\n");
    for (int i = 0; i < ITEMS; i++) {
      items.append('i').append(i).append(",server,Server ").append(i).append(",MEDIUM,Decided\n");
      for (int need = 0; need < NEEDS && i > 0; need++) {
        int older = need == 0 ? chance.nextInt(i) : Math.max(0, i - 1 - chance.nextInt(NOT_FAR));
        relations.append('i').append(i).append(",depends-on,i").append(older).append('\n');
      }
    }
    stock.taken(items.toString());
    stock.taken(relations.toString());
  }

  private Times times(int asked, int among) {
    List<Double> millis = new ArrayList<>();
    int[] sizes = new int[asked];
    for (int i = 0; i < asked; i++) {
      List<String> item = List.of("i" + chance.nextInt(among));
      int at = i;
      millis.add(millis(() -> sizes[at] = otherNode.trees.of(item).affected().size()));
    }
    Arrays.sort(sizes);
    return Times.of(millis, sizes[asked / 2]);
  }

  private Times afterChange() {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < CHANGED; i++) {
      stock.servers("new" + i);
      stock.relate("new" + i, "depends-on", "i" + chance.nextInt(ITEMS));
      List<String> item = List.of("i" + chance.nextInt(ITEMS));
      millis.add(millis(() -> otherNode.trees.of(item)));
    }
    return Times.of(millis, 0);
  }

  /** With a connection at hand, as a pool gives it. */
  private double millis(Supplier<?> asked) {
    return otherNode.done(
        () -> {
          otherNode.store.lastChange();
          long start = System.nanoTime();
          asked.get();
          return (System.nanoTime() - start) / 1e6;
        });
  }

  public static void main(String[] arguments) {
    try (var database = TestDatabase.create()) {
      System.out.println(measure(database));
    }
  }
}
