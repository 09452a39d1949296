package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInAddressTest {

  private static String renamed(String address) {
    return NamesInAddress.renamed(address, "a.b-c", "former");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /people/a.b-c                              | /people/former
          /people/a.b-c/erasure                      | /people/former/erasure
          /people/A.B-C?x=1                          | /people/former?x=1
          /people/a%2Eb%2Dc                          | /people/former
          /x?account=a.b-c                           | /x?account=former
          /x?account=a.b%2dc&y=a.b-c                 | /x?account=former&y=former
          /x?assigneeIn=z,a.b-c,y                    | /x?assigneeIn=z,former,y
          /x?assigneeIn=z%2Ca.b-c                    | /x?assigneeIn=z%2Cformer
          /x?recipient=user:a.b-c                    | /x?recipient=user:former
          /x?assigneeLike=%25a.b-c%25                | /x?assigneeLike=%25former%25
          /x?variables=requester_eq_a.b-c            | /x?variables=requester_eq_former
          /x?back=%2Fpeople%2Fa.b-c                  | /x?back=%2Fpeople%2Fformer
          /x?search=%7B%22v%22%3A%22a.b-c%22%7D      | /x?search=%7B%22v%22%3A%22former%22%7D
          """)
  void aNameIsFoundHoweverItIsSpelt(String address, String expected) {
    assertThat(renamed(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/people/a.b-c.d",
        "/people/xa.b-c",
        "/aXb-c",
        "/x?text=write%20to%20a.b-c%20now",
        "/x?bad=%zz&y=%",
        "/x?text=two+words",
        "/"
      })
  void whatNamesNobodyStaysToTheLetter(String address) {
    assertThat(renamed(address)).isEqualTo(address);
  }

  @Test
  void aTextIsNoAddress() {
    assertThat(NamesInAddress.isAddress("/people/x")).isTrue();
    assertThat(NamesInAddress.isAddress("/ or a.b-c")).isFalse();
    assertThat(NamesInAddress.isAddress("a.b-c")).isFalse();
  }
}
