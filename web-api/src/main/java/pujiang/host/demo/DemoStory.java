package pujiang.host.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Three trades: one goes all the way, one is refused by law, one waits for an officer. Every step may have been done by
 * an earlier start that was killed; each is then found done, or done again without effect.
 */
final class DemoStory {

    private static final Map<String, ?> USE = Map.of(
            "purpose", "ANALYTICS", "scenario", "Model of street-level air quality for asthma warnings in Jing'an");
    private static final Map<String, ?> HIRING = Map.of(
            "purpose",
            "ANALYTICS",
            "scenario",
            "Salary benchmarks by occupation for a yearly report",
            "statement",
            Map.of("use.automatedDecision", false));

    private final ExchangeClient operator;
    private final Map<DemoCast, ExchangeClient> users = new EnumMap<>(DemoCast.class);
    private final Function<String, ExchangeClient> signIn;
    private final Consumer<String> out;
    private final URI exchange;

    DemoStory(Function<String, ExchangeClient> signIn, Consumer<String> out, URI exchange) {
        this.signIn = signIn;
        this.out = out;
        this.exchange = exchange;
        this.operator = signIn.apply("operator");
    }

    void tell() throws IOException {
        if (operator.find("/api/v1/trades/demo-held").isPresent()) {
            out.accept("demo 演示: the three trades already exist 三笔交易已存在");
            List.of("demo-air", "demo-refused", "demo-held").forEach(trade -> said(trade, state(trade)));
            return;
        }
        for (var member : DemoCast.values()) admit(member);
        var file = DemoFile.load();
        sellTheAir(file);
        var persons = offerThePersons();
        refuseWithoutConsent(persons);
        holdForTheOfficer(persons);
    }

    private void admit(DemoCast member) {
        var path = "/api/v1/participants/" + member.id();
        operator.put(path, member.application());
        operator.put(path + "/assessments/demo-screening", member.screening());
        var verified = operator.act(
                path + "/verification", "demo-verify-" + member.id(), Map.of("evidence", "papers seen by the demo"));
        users.put(member, signIn.apply(member.id()));
        step("participant 参与方", member.id(), verified.path("state").asString(), path);
    }

    private void sellTheAir(DemoFile file) throws IOException {
        var vendor = user(DemoCast.AIR_LAB);
        var buyer = user(DemoCast.RIVER);
        var product = vendor.put("/api/v1/products/demo-air-product", DemoProducts.air(file.size(), file.sample()));
        step(
                "registration 登记",
                "demo-air-product",
                product.path("number").asString(),
                "/api/v1/products/demo-air-product");
        assess("demo-air-product");
        var terms = DemoProducts.terms("5000.00", List.of("ANALYTICS", "RESEARCH"), List.of("MAINLAND"));
        var listing =
                vendor.put("/api/v1/listings/demo-air-listing", Map.of("product", "demo-air-product", "terms", terms));
        step("listing 挂牌", "demo-air-listing", found(listing), "/listings/demo-air-listing");
        operator.act(
                "/api/v1/accounts/river-analytics/deposits",
                "demo-deposit",
                Map.of("amount", DemoProducts.yuan("20000.00"), "reference", "demo-bank-0001"));
        var quote = buyer.ask("/api/v1/quotes", Map.of("listing", "demo-air-listing", "use", USE));
        step(
                "quote 报价",
                "demo-air-listing",
                "may order: " + quote.path("mayOrder").asString(),
                "/listings/demo-air-listing");
        order(buyer, "demo-air", "demo-air-listing", USE);
        deliver(vendor, file);
        collect(buyer);
        complete(buyer);
    }

    private void assess(String product) {
        var path = "/api/v1/products/" + product;
        operator.put(path + "/assessments/demo-assessment", DemoProducts.assessed());
        step("assessment 评估", product, "compliance PASS, quality, source, no harm", path);
    }

    private void order(ExchangeClient buyer, String trade, String listing, Map<String, ?> use) {
        var body = Map.of("listing", listing, "revision", 1, "use", use);
        said(trade, buyer.put("/api/v1/trades/" + trade, body));
    }

    private void deliver(ExchangeClient vendor, DemoFile file) {
        vendor.upload("/api/v1/contents/" + file.sha256(), file.size(), file::open, "text/csv");
        if (!state("demo-air").path("state").asString().equals("agreed")) return;
        var delivered =
                vendor.act("/api/v1/trades/demo-air/delivery", "demo-delivery", Map.of("sha256", file.sha256()));
        step("delivery 交付", "demo-air", found(delivered) + ", receipt signed", "/api/v1/trades/demo-air/receipt");
    }

    private void collect(ExchangeClient buyer) throws IOException {
        if (!state("demo-air").path("state").asString().equals("delivered")) return;
        var link = buyer.act("/api/v1/trades/demo-air/downloads", "demo-download", Map.of());
        var target = Files.createTempFile("pujiang-demo", ".csv");
        try {
            buyer.download(link.path("url").asString(), target);
            step("download 下载", "demo-air", Files.size(target) + " bytes", "/trades/demo-air");
        } finally {
            Files.deleteIfExists(target);
        }
    }

    private void complete(ExchangeClient buyer) {
        if (!state("demo-air").path("state").asString().equals("delivered")) return;
        var done = buyer.act("/api/v1/trades/demo-air/acceptance", "demo-acceptance", Map.of());
        var paid = operator.get("/api/v1/accounts/jingan-air-lab")
                .path("earned")
                .path("amount")
                .asString();
        step("settlement 清结算", "demo-air", "vendor earned CNY " + paid, "/api/v1/accounts/jingan-air-lab");
        step("certificate 凭证", "demo-air", done.path("certificate").asString(), "/api/v1/trades/demo-air/certificate");
    }

    private String offerThePersons() {
        var vendor = user(DemoCast.TALENT);
        vendor.put("/api/v1/products/demo-persons", DemoProducts.persons());
        assess("demo-persons");
        var terms = DemoProducts.terms("800.00", List.of("ANALYTICS"), List.of("MAINLAND", "FOREIGN"));
        var listing =
                vendor.put("/api/v1/listings/demo-persons-listing", Map.of("product", "demo-persons", "terms", terms));
        step("listing 挂牌", "demo-persons-listing", found(listing), "/listings/demo-persons-listing");
        return "demo-persons-listing";
    }

    /** The vendor told the persons about this buyer, and asked for no separate consent (PIPL arts. 23, 39). */
    private void refuseWithoutConsent(String listing) {
        user(DemoCast.TALENT)
                .put("/api/v1/products/demo-persons/recipients/lion-insights", DemoProducts.told(false, true));
        order(user(DemoCast.LION), "demo-refused", listing, HIRING);
    }

    /** Another ground than consent is claimed; whether it carries the sale is for an officer to say. */
    private void holdForTheOfficer(String listing) {
        user(DemoCast.TALENT)
                .put("/api/v1/products/demo-persons/recipients/river-analytics", DemoProducts.told(true, false));
        order(user(DemoCast.RIVER), "demo-held", listing, HIRING);
    }

    private JsonNode state(String trade) {
        return operator.get("/api/v1/trades/" + trade);
    }

    private void said(String trade, JsonNode view) {
        step("trade 交易", trade, view.path("state").asString() + " — " + found(view), "/trades/" + trade);
    }

    /** The verdict, and the rules that led to it. */
    private static String found(JsonNode view) {
        var decision = view.path("decision");
        var rules = decision.path("findings").values().stream()
                .map(finding -> finding.path("rule").asString() + " "
                        + finding.path("outcome").asString())
                .collect(Collectors.joining(", "));
        return decision.path("decision").asString() + (rules.isEmpty() ? "" : " (" + rules + ")");
    }

    private ExchangeClient user(DemoCast member) {
        return users.computeIfAbsent(member, missing -> signIn.apply(missing.id()));
    }

    private void step(String what, String id, String finding, String path) {
        out.accept("demo  %s  %s  %s  %s".formatted(what, id, finding, exchange.resolve(path)));
    }
}
