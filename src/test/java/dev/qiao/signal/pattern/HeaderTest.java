package dev.qiao.signal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of many makers, none of them known by name. */
class HeaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', nullValues = "-", textBlock = """
            Mar  3 04:05:06 gate-1 sshd[812]: Door opened for kim ~ Mar  3 04:05:06 ~ - ~ gate-1 ~ sshd ~ Door opened for kim
            <34>Mar  3 04:05:06 gate-1 su(pam_unix)[8]: session opened ~ Mar  3 04:05:06 ~ - ~ gate-1 ~ su(pam_unix) ~ session opened
            Mar  3 04:05:06 gate named 9.18.1: started ~ Mar  3 04:05:06 ~ - ~ gate ~ named 9.18.1 ~ started
            Mar  3 04:05:06 desk-4.lan Photo Viewer[77]: could not draw ~ Mar  3 04:05:06 ~ - ~ desk-4.lan ~ Photo Viewer ~ could not draw
            Mar  3 04:05:06 desk-4 com.maker.agent[1] (com.maker.sync): exited ~ Mar  3 04:05:06 ~ - ~ desk-4 ~ com.maker.agent ~ exited
            [Tue Mar 03 04:05:06 2026] [warn] [client 10.0.0.7] no such page ~ Tue Mar 03 04:05:06 2026 ~ warn ~ - ~ - ~ no such page
            2026-03-03 04:05:06,123 INFO [main] org.maker.App: ready ~ 2026-03-03 04:05:06,123 ~ INFO ~ - ~ org.maker.App ~ ready
            2026-03-03 04:05:06,123 - WARN  [Worker[id=3]/0:0:0:0:8080:Chooser@77] - no answer ~ 2026-03-03 04:05:06,123 ~ WARN ~ - ~ - ~ no answer
            2026-03-03T04:05:06.123Z  INFO 71 --- [main] o.m.App : Started in 3 s ~ 2026-03-03T04:05:06.123Z ~ INFO ~ - ~ o.m.App ~ Started in 3 s
            04:05:06.123 [pool-1] ERROR org.maker.Store - disk full ~ 04:05:06.123 ~ ERROR ~ - ~ org.maker.Store ~ disk full
            26/03/03 04:05:06 INFO storage.Blocks: block 7 kept ~ 26/03/03 04:05:06 ~ INFO ~ - ~ storage.Blocks ~ block 7 kept
            260303 040506 148 WARN dfs.Node$Sender: slow peer ~ 260303 040506 ~ WARN ~ - ~ dfs.Node$Sender ~ slow peer
            03-03 04:05:06.123  1702  2395 D WindowKeeper: shown ~ 03-03 04:05:06.123 ~ D ~ - ~ WindowKeeper ~ shown
            2026-03-03 04:05:06, Info                  CORE   Loaded 3 parts ~ 2026-03-03 04:05:06 ~ Info ~ - ~ CORE ~ Loaded 3 parts
            20260303-4:5:6:123|Step_Counter|3000|steps 12 ~ 20260303-4:5:6:123 ~ - ~ - ~ Step_Counter ~ steps 12
            [03.03 04:05:06] mail.exe - smtp.maker.org:25 closed ~ 03.03 04:05:06 ~ - ~ - ~ mail.exe ~ smtp.maker.org:25 closed
            api.log.1 2026-03-03 04:05:06.123 71 INFO maker.api.server [req-1 - - -] GET /things ~ 2026-03-03 04:05:06.123 ~ INFO ~ - ~ maker.api.server ~ GET /things
            - 1772510706 2026.03.03 R02-M1-J12 2026-03-03-04.05.06.123456 R02-M1-J12 RAS APP FATAL lost a packet ~ 2026-03-03-04.05.06.123456 ~ FATAL ~ - ~ - ~ lost a packet
            web_1  | 2026-03-03 04:05:06 ERROR db: gone ~ 2026-03-03 04:05:06 ~ ERROR ~ - ~ db ~ gone
            2026-03-03 04:05:06.123 [错误] 订单服务: 库存不足 ~ 2026-03-03 04:05:06.123 ~ - ~ - ~ 订单服务 ~ 库存不足
            """)
    void aHeaderIsCutWhoeverWroteIt(
            String line, String time, String level, String host, String process, String message) {
        assertThat(Header.cut(line)).isEqualTo(new Header(time, level, host, process, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            connection from 10.0.0.7 at Tue Mar 3 04:05:06 2026
            Error: nothing at 2026-03-03 04:05:06
            INFO is not a header by itself
            at org.maker.Store.open(Store.java:12)
            12 parts corrected
            """)
    void aLineThatBeginsWithNoTimeIsAllMessage(String line) {
        assertThat(Header.cut(line)).isEqualTo(new Header(null, null, null, null, line));
    }

    @Test
    void aLineOfNothingButAHeaderHasAnEmptyMessage() {
        assertThat(Header.cut("2026-03-03 04:05:06 INFO ").message()).isEmpty();
        assertThat(Header.cut("").message()).isEmpty();
    }
}
