package dev.qiao.ticket.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void onlyALongChineseNameLosesItsFamily() {
        assertThat(Names.called("郑海涛")).isEqualTo("海涛");
        assertThat(Names.called("欧阳建国")).isEqualTo("建国");
        assertThat(Names.called("何静")).isEqualTo("何静");
        assertThat(Names.called("Anna Berg")).isEqualTo("Anna");
    }
}
