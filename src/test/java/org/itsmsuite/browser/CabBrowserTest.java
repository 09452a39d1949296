package org.itsmsuite.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.itsmsuite.change.vote.web.CabDesk;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Members of a board vote on the screens that they have in front of them. */
@DemoSuite
class CabBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  @LocalServerPort int port;

  private Screens as(String account) {
    return new Screens(PEOPLE.page(account, port)).logsIn(account);
  }

  @Test
  void threeMembersVoteOneOnTheTasklistTwoOnTheirPage() {
    var desk = new CabDesk(port);
    String number = desk.beforeTheBoard("Three of us");

    var first = as("cab-1").opensTasklist("My tasks", number);
    first.task("Cast vote", number).click();
    assertThat(first.form().getByLabel("Title").first()).hasValue("Three of us");
    assertThat(first.form().getByLabel("Risk, and why"))
        .hasValue(Pattern.compile("HIGH[\\s\\S]*A critical item is touched[\\s\\S]*"));
    first.ticks("Yes");
    first
        .form()
        .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Why").setExact(true))
        .fill("The plan is sound");
    first.completes("Cast vote", number);
    Assertions.assertThat(desk.decision(number)).isNull();

    votesOnThePage(as("cab-2"), number, "1 of 4, quorum 3");
    votesOnThePage(as("cab-chair"), number, "2 of 4, quorum 3");
    Assertions.assertThat(desk.decision(number)).isEqualTo("APPROVED");
  }

  private static void votesOnThePage(Screens member, String number, String before) {
    Page page = member.page();
    page.navigate("/cab?board=cab&size=200");
    Locator row =
        page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(number));
    assertThat(row).containsText(before);
    assertThat(row).containsText("Mine: not yet");
    page.getByLabel("Vote on " + number).selectOption("YES");
    page.getByLabel("Why, on " + number).fill("So do I");
    member.button("Cast these votes").click();
    assertThat(page.getByText("Voted on 1 of 1.")).isVisible();
  }
}
