package org.itsmsuite.configuration.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.itsmsuite.configuration.Affected;
import org.itsmsuite.configuration.ImpactTree;
import org.itsmsuite.configuration.Item;

/**
 * What suffers with an item, drawn from left to right: what it needs itself, the item, and then
 * what suffers, a column for each step. A column has few boxes and a word on how many more there
 * are; of each item only the shortest way is drawn, so that lines do not cross.
 *
 * @param width in pixels, as all lengths
 */
record ImpactPicture(int width, int height, List<Box> boxes, List<Line> lines, List<More> mores) {

  private static final int BOX_WIDTH = 160;
  private static final int BOX_HEIGHT = 46;
  private static final int BETWEEN_COLUMNS = 40;
  private static final int BETWEEN_BOXES = 12;
  private static final int EDGE = 8;
  private static final int MORE_HEIGHT = 24;
  private static final int BOXES_IN_COLUMN = 8;
  private static final int STEPS = 4;
  private static final int LONGEST_NAME = 20;

  /**
   * An item.
   *
   * @param label its name, cut where it is too long to be drawn
   * @param kind {@code root}, {@code needed} or {@code affected}
   */
  record Box(
      String id, String name, String label, String below, String level, String kind, int x, int y) {

    public int textX() {
      return x + 12;
    }

    public int nameY() {
      return y + 20;
    }

    public int belowY() {
      return y + 37;
    }

    public int width() {
      return BOX_WIDTH;
    }

    public int height() {
      return BOX_HEIGHT;
    }
  }

  /**
   * @param path in the words of SVG
   */
  record Line(String path) {}

  /** There are more items than are drawn. */
  record More(String text, int x, int y) {}

  /** An item in a column, and the one in the column before that it hangs on. */
  private record Place(Item item, String kind, String before) {}

  private static final class Column {
    private final List<Place> places = new ArrayList<>();
    private int more;
    private boolean openEnd;

    private int height() {
      return places.size() * (BOX_HEIGHT + BETWEEN_BOXES) + (more > 0 ? MORE_HEIGHT : 0);
    }
  }

  /**
   * @param needed what the item needs itself
   */
  static ImpactPicture of(Item root, List<Item> needed, ImpactTree tree) {
    List<Column> columns = columns(root, needed, tree);
    int height = columns.stream().mapToInt(Column::height).max().orElse(0) + 2 * EDGE;
    List<Box> boxes = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<More> mores = new ArrayList<>();
    Map<String, Box> drawn = new HashMap<>();
    int x = EDGE;
    for (Column column : columns) {
      int y = EDGE + (height - 2 * EDGE - column.height()) / 2;
      for (Place place : column.places) {
        Box box = box(place, x, y);
        boxes.add(box);
        if (place.kind().equals("affected")) {
          lines.add(line(drawn.get(place.before()), box));
        } else if (place.kind().equals("root")) {
          boxes.stream()
              .filter(one -> one.kind().equals("needed"))
              .forEach(one -> lines.add(line(one, box)));
        }
        if (!place.kind().equals("needed")) {
          drawn.put(place.item().id(), box);
        }
        y += BOX_HEIGHT + BETWEEN_BOXES;
      }
      if (column.more > 0) {
        mores.add(
            new More(
                "and " + (column.openEnd ? "at least " : "") + column.more + " more",
                x + 12,
                y + 14));
      }
      x += BOX_WIDTH + BETWEEN_COLUMNS;
    }
    return new ImpactPicture(x - BETWEEN_COLUMNS + EDGE, height, boxes, lines, mores);
  }

  private static List<Column> columns(Item root, List<Item> needed, ImpactTree tree) {
    List<Column> columns = new ArrayList<>();
    if (!needed.isEmpty()) {
      var first = new Column();
      needed.forEach(item -> place(first, new Place(item, "needed", null)));
      columns.add(first);
    }
    var middle = new Column();
    middle.places.add(new Place(root, "root", null));
    columns.add(middle);
    Map<String, Column> where = new HashMap<>(Map.of(root.id(), middle));
    List<Column> steps = new ArrayList<>();
    for (Affected one : tree.affected()) {
      int step = Math.min(one.depth(), STEPS);
      while (steps.size() < step) {
        steps.add(new Column());
      }
      Column column = steps.get(step - 1);
      String before = one.path().get(one.path().size() - 2);
      if (one.depth() > STEPS || !where.containsKey(before)) {
        column.more++;
      } else if (place(column, new Place(one.item(), "affected", before))) {
        where.put(one.item().id(), column);
      }
    }
    if (tree.truncated() && !steps.isEmpty()) {
      Column last = steps.get(steps.size() - 1);
      last.more++;
      last.openEnd = true;
    }
    columns.addAll(steps);
    return columns;
  }

  private static boolean place(Column column, Place place) {
    if (column.places.size() < BOXES_IN_COLUMN) {
      column.places.add(place);
      return true;
    }
    column.more++;
    return false;
  }

  private static Box box(Place place, int x, int y) {
    Item item = place.item();
    return new Box(
        item.id(),
        item.name(),
        cut(item.name()),
        cut(item.id()),
        item.level().name().toLowerCase(Locale.ROOT),
        place.kind(),
        x,
        y);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)).strip() + "…";
  }

  private static Line line(Box from, Box to) {
    int x1 = from.x() + BOX_WIDTH;
    int y1 = from.y() + BOX_HEIGHT / 2;
    int x2 = to.x() - 6;
    int y2 = to.y() + BOX_HEIGHT / 2;
    int middle = (x1 + x2) / 2;
    return new Line("M%d %d C%d %d %d %d %d %d".formatted(x1, y1, middle, y1, middle, y2, x2, y2));
  }
}
