package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource(
            textBlock =
                    """
                    /trades/demo-air,                        /trades/demo-air
                    /trades?state=agreed&cursor=abc,         /trades?state=agreed&cursor=abc
                    http://localhost:8080/listings/air,      /listings/air
                    https://elsewhere.example/trades,        /trades
                    """)
    void anAddressHereIsKeptAndAWholeOneIsTakenToBeHere(String wanted, String path) {
        assertThat(ReturnPath.of(wanted).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "/\t/elsewhere.example",
                "https://elsewhere.example",
                "https://elsewhere.example//elsewhere.example",
                "https:/\\elsewhere.example",
                "javascript:alert(1)",
                "elsewhere.example",
                "/trades\r\nSet-Cookie: a=b",
                "/trades/浦江",
                "/%zz",
                "/{trade}",
                "/sign-in?to=/sign-in",
                "/sign-out",
                "/..//elsewhere.example",
                "/./..//elsewhere.example",
                "/%2e%2e//elsewhere.example",
                "/trades//elsewhere.example",
                "/trades/../..",
                ""
            })
    void whateverIsNotPlainlyAPathHereLeadsToTheStart(String wanted) {
        assertThat(ReturnPath.of(wanted).value()).isEqualTo("/");
    }
}
