package org.itsmsuite.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.junit.jupiter.api.Test;

class CustodianTest {

  private static final Access SHIPPED = Access.read(new FolderContent(Path.of("")));

  @Test
  void isAGroupThatMayKnowOfEverything() {
    assertThat(Custodian.checked("security-team", SHIPPED).recipient())
        .isEqualTo("group:security-team");
  }

  @Test
  void isNoGroupThatMayNot() {
    assertThatThrownBy(() -> Custodian.checked("incident-managers", SHIPPED))
        .hasMessageContaining("itsm.restricted.custodian")
        .hasMessageContaining("record.read-restricted");
  }

  @Test
  void isNoUnknownGroup() {
    assertThatThrownBy(() -> Custodian.checked("guardians", SHIPPED))
        .hasMessageContaining("names no group: guardians");
  }
}
