package org.itsmsuite.change.vote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.YamlFile;
import org.itsmsuite.identity.Groups;

/**
 * {@code config/cab.yaml}: which boards sit together, and who leads that.
 *
 * @param leads groups that lead the sittings of a board, by the board's group, in the order of the
 *     file
 */
public record CabSettings(Map<String, Set<String>> leads) {

  private static final String FILE = "config/cab.yaml";

  /** As written. */
  record Written(List<Board> boards) {}

  /** As written. */
  record Board(String board, List<String> leads) {}

  /**
   * @throws org.itsmsuite.content.ContentException {@code cab.board}, {@code cab.leads} for a group
   *     that does not exist or none at all
   */
  public static CabSettings read(ContentSource content) {
    YamlFile file = YamlFile.of(content, FILE);
    List<Board> boards = file.list(file.as(Written.class).boards(), "boards");
    file.distinct(boards.stream().map(Board::board).toList(), "boards");
    Map<String, Set<String>> leads = new LinkedHashMap<>();
    for (int i = 0; i < boards.size(); i++) {
      Board one = boards.get(i);
      String where = "boards[" + i + "]";
      if (!isGroup(one.board())) {
        throw file.fault("cab.board", where + ".board", "a group that exists");
      }
      if (one.leads() == null
          || one.leads().isEmpty()
          || !one.leads().stream().allMatch(CabSettings::isGroup)) {
        throw file.fault("cab.leads", where + ".leads", "groups that exist, one at least");
      }
      leads.put(one.board(), Set.copyOf(one.leads()));
    }
    return new CabSettings(leads);
  }

  private static boolean isGroup(String group) {
    return group != null && Groups.exists(group);
  }

  public List<String> boards() {
    return List.copyOf(leads.keySet());
  }
}
