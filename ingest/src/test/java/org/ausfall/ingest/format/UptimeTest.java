package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.Test;

/** The traps of Uptime Kuma's heartbeats and Upptime's log. Fixtures are made by hand. */
class UptimeTest {
    private static final String KUMA = "monitor_name,url,status,time,ping\n";

    private static String heartbeat(String status, String ping) {
        return Converted.of(KUMA + "Shop,https://shop.example/," + status + ",2017-02-28 17:37:12.123," + ping + "\n")
                .rows()
                .get(0);
    }

    @Test
    void heartbeatStatus_givesTheOutcome() {
        assertThat(heartbeat("1", "184")).endsWith(",184.000,,ok,check,1");
        assertThat(heartbeat("0", "")).endsWith(",,,no_response,check,1");
        assertThat(heartbeat("2", "")).endsWith(",,,unknown,check,1");
        assertThat(heartbeat("3", "")).endsWith(",,,maintenance,check,1");
    }

    @Test
    void upWithoutPing_isUpWithoutDuration() {
        assertThat(heartbeat("1", "")).endsWith(",,,reachable,check,1");
    }

    @Test
    void timeWithoutZone_isUtcWhateverZoneIsAsked() {
        assertThat(Converted.of(
                                KUMA + "Shop,https://shop.example/,1,2017-02-28 17:37:12.123,5\n",
                                Converted.zone("Asia/Tokyo"))
                        .rows()
                        .get(0))
                .startsWith("2017-02-28T17:37:12.123Z");
    }

    @Test
    void addressWithoutHost_leavesTheMonitorsName() {
        assertThat(Converted.of(KUMA + "Mail gateway,https://,1,2017-02-28 17:37:12.123,5\n")
                        .rows()
                        .get(0))
                .contains(",Mail gateway,");
    }

    @Test
    void wholeTable_isReadByMonitorId() {
        assertThat(Converted.of("""
                id,important,monitor_id,status,msg,time,ping,duration,down_count
                1,1,7,1,200 - OK,2017-02-28 17:37:12.123,184,0,0
                """).rows()).containsExactly("2017-02-28T17:37:12.123Z,7,-,184.000,,ok,check,1");
    }

    @Test
    void repeatedHeartbeats_countOnce_aSuccessFirst() {
        assertThat(Converted.of(KUMA + "Shop,https://shop.example/,0,2017-02-28 17:37:12.123,\n"
                                + "Shop,https://shop.example/,1,2017-02-28 17:37:12.123,5\n")
                        .rows())
                .containsExactly("2017-02-28T17:37:12.123Z,shop.example,-,5.000,,ok,check,1");
    }

    private static String check(String rest) {
        return Converted.of("2017-02-28T18:40:11+01:00," + rest + "\n").rows().get(0);
    }

    @Test
    void commits_giveTheOutcome() {
        assertThat(check("🟩 My Shop is up (200 in 412 ms) [skip ci] [upptime]"))
                .isEqualTo("2017-02-28T17:40:11.000Z,My Shop,-,412.000,200,ok,check,1");
        assertThat(check("🟥 My Shop is down (0 in 0 ms) [skip ci] [upptime]")).endsWith(",,0,no_response,check,1");
        assertThat(check("🟥 My Shop is down (503 in 88 ms) [skip ci] [upptime]"))
                .endsWith(",503,http_error,check,1");
        assertThat(check("🟥 My Shop is down (200 in 88 ms)")).endsWith(",200,content_fail,check,1");
        assertThat(check("🟨 My Shop is degraded (200 in 30412 ms)")).endsWith(",30412.000,200,ok,check,1");
    }

    @Test
    void nameThatReadsLikeAState_isStillTheName() {
        assertThat(check("🟩 What is up is up (200 in 5 ms)")).contains(",What is up,-,5.000,");
    }

    @Test
    void otherCommits_arePassedOverAndCounted() {
        Converted read = Converted.of("""
                2017-02-28T06:02:55+00:00,:bento: Update graphs [skip ci] [upptime]
                2017-02-28T06:02:55+00:00,🟩 Shop is up (200 in 412 ms) [skip ci] [upptime]
                2017-02-28T06:02:56+00:00,Update README, "at last
                """);

        assertThat(read.rows()).hasSize(1);
        assertThat(read.file().skipped()).containsEntry("other lines", 2L);
    }

    @Test
    void impossibleStatus_isShownAtItsLine() {
        Converted read = Converted.of("""
                2017-02-28T06:02:55+00:00,🟩 Shop is up (200 in 412 ms)
                2017-02-28T06:03:55+00:00,🟩 Shop is up (199 in 412 ms)
                """);

        assertThat(read.problem().place().toString()).isEqualTo("in.txt:2: code");
        assertThat(read.problem().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }
}
