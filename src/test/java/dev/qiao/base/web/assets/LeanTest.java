package dev.qiao.base.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LeanTest {
    @Test
    void aStyleKeepsItsMeaningWithoutItsCommentsAndSpace() {
        assertThat(style("""
                @layer reset, tokens;
                /* why; { } */
                @layer base {
                  .a > .b :hover, .c:not(.d) { inset: calc(100% - 4px) 0; content: "; {  } /* */"; }
                  @media (width >= 900px) and (hover: none) { .e { --x: 1px; } }
                }
                """))
                .isEqualTo("@layer reset,tokens;@layer base{.a > .b :hover,.c:not(.d){inset:calc(100% - 4px) 0;"
                        + "content:\"; {  } /* */\";}@media (width >= 900px) and (hover:none){.e{--x:1px;}}}");
    }

    @Test
    void aSpaceBeforeAColonOrABracketStays() {
        assertThat(style(".a :is(.b) {\n  margin: 0 auto;\n}\n")).isEqualTo(".a :is(.b){margin:0 auto;}");
        assertThat(style("@supports not (color: light-dark(#000, #fff)) {}"))
                .isEqualTo("@supports not (color:light-dark(#000,#fff)){}");
    }

    private static String style(String source) {
        return new String(Lean.style(source.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
