package dev.qiao.demo;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.asset.warranty.Warranties;
import dev.qiao.asset.warranty.WarrantyDraft;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Preferences;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the company's machines are under warranty for: one has ended, one ends soon, the others hold. */
@Component
class Contracts {
    private static final Me QIAO = Me.machine(Origin.DEMO);

    private final Warranties warranties;
    private final Services services;
    private final Preferences preferences;

    Contracts(Warranties warranties, Services services, Preferences preferences) {
        this.warranties = warranties;
        this.services = services;
        this.preferences = preferences;
    }

    void sign(Instant present) {
        write("打印服务器 print01", "printing", "联科办公设备", "LK-2023-118", -12, present);
        write("专线网关 vpn-gw1、vpn-gw2", "vpn", "华信网络", "HX-2401", 41, present);
        write("数据库支持合同", "erp", "东海数据", "DH-DB-77", 163, present);
        write("邮件系统许可 500 用户", "mail", "信达软件", "XD-M-500", 290, present);
    }

    private void write(String name, String service, String supplier, String contract, int days, Instant present) {
        var about = services.byCode(service).map(Service::id).orElse(null);
        var endsOn = LocalDate.ofInstant(present, preferences.zone()).plusDays(days);
        warranties.create(new WarrantyDraft(name, about, supplier, contract, endsOn, 60, ""), QIAO, present);
    }
}
