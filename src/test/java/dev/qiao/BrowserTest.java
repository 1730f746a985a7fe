package dev.qiao;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the browser tests lean on falls when it should. */
@QiaoTest
class BrowserTest {
    @Autowired
    Http http;

    @Test
    void aPictureThatSaysNothingIsFound() {
        try (var reader = Browser.desktop(http.root())) {
            reader.open("/signin").isAccessible();
            reader.page().evaluate("document.querySelector('form').append(document.createElement('img'))");
            assertThatThrownBy(reader::isAccessible)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("image-alt");
        }
    }

    @Test
    void aPageThatIsWiderThanItsScreenIsFound() {
        try (var reader = Browser.phone(http.root())) {
            reader.open("/signin").fits();
            reader.page().evaluate("document.body.style.minWidth = '2000px'");
            assertThatThrownBy(reader::fits).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void anErrorOnThePageFailsTheTest() {
        var reader = Browser.desktop(http.root());
        reader.open("/signin").page().evaluate("console.error('broken')");
        assertThatThrownBy(reader::close).isInstanceOf(AssertionError.class).hasMessageContaining("broken");
    }
}
