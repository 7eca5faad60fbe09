package cn.pujiang.client.play;

import cn.pujiang.client.ApiClient;
import cn.pujiang.client.api.DeliveriesApi;
import cn.pujiang.client.api.EvidenceApi;
import cn.pujiang.client.api.ListingsApi;
import cn.pujiang.client.api.MoneyApi;
import cn.pujiang.client.api.ProductsApi;
import cn.pujiang.client.api.TradesApi;
import cn.pujiang.client.model.AssessmentRequest;
import cn.pujiang.client.model.BookingRequest;
import cn.pujiang.client.model.DeliveryRequest;
import cn.pujiang.client.model.ListingRequest;
import cn.pujiang.client.model.ListingState;
import cn.pujiang.client.model.OrderRequest;
import cn.pujiang.client.model.ProductRequest;
import cn.pujiang.client.model.QuoteRequest;
import cn.pujiang.client.model.Receipt;
import cn.pujiang.client.model.TradeState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A trade from registration to receipt through the generated client alone, with the bodies of {@code examples.json}. The
 * receipt, the file that was bought and the keys of the exchange are saved, to be verified by somebody else.
 */
public final class WholeTrade {

    private static final ObjectMapper JSON = new Bodies();
    private static final int MOST_TRIES = 100;

    private final JsonNode examples;
    private final ApiClient vendor;
    private final ApiClient buyer;
    private final ApiClient operator;
    private final String id;

    /** The generator writes every body as JSON, a file too; this sends its bytes. */
    private static final class Bodies extends ObjectMapper {

        private static final long serialVersionUID = 1L;

        Bodies() {
            super(ApiClient.createDefaultObjectMapper());
        }

        /** Each part of the client takes a copy. */
        @Override
        public ObjectMapper copy() {
            return new Bodies();
        }

        @Override
        public byte[] writeValueAsBytes(Object body) throws JsonProcessingException {
            if (!(body instanceof File file)) return super.writeValueAsBytes(body);
            try {
                return Files.readAllBytes(file.toPath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private WholeTrade(String exchange, JsonNode examples, String id) {
        this.examples = examples;
        this.id = id;
        this.vendor = client(exchange, "VENDOR");
        this.buyer = client(exchange, "BUYER");
        this.operator = client(exchange, "OPERATOR");
    }

    /**
     * @param arguments address of the exchange, examples.json, name of everything that is made, id of the buyer, folder
     */
    public static void main(String... arguments) throws Exception {
        var examples = JSON.readTree(Path.of(arguments[1]).toFile());
        var play = new WholeTrade(arguments[0], examples, arguments[2]);
        play.register();
        play.order(arguments[3]);
        play.deliver(Path.of(arguments[4]));
        play.accept(Path.of(arguments[4]));
    }

    private static ApiClient client(String exchange, String who) {
        return new ApiClient(ApiClient.createDefaultHttpClientBuilder(), JSON, exchange)
                .setRequestInterceptor(request -> request.header("Authorization", "Bearer " + System.getenv(who)));
    }

    private <T> T example(String operation, Class<T> type) throws IOException {
        return JSON.treeToValue(examples.get(operation), type);
    }

    private void register() throws Exception {
        new ProductsApi(vendor).registerProduct(id, example("registerProduct", ProductRequest.class), null);
        new ProductsApi(operator).assessProduct(id, "admission", example("assessProduct", AssessmentRequest.class));
        var listed = new ListingsApi(vendor)
                .publishListing(
                        id, example("publishListing", ListingRequest.class).product(id), null);
        if (listed.getState() != ListingState.PUBLISHED) throw new IllegalStateException(listed.toString());
    }

    private void order(String customer) throws Exception {
        var money = example("deposit", BookingRequest.class).reference(id);
        new MoneyApi(operator).deposit(customer, "deposit-" + id, money);
        var quote = new TradesApi(buyer)
                .getQuote(example("getQuote", QuoteRequest.class).listing(id));
        var trade = new TradesApi(buyer)
                .placeOrder(id, example("placeOrder", OrderRequest.class).listing(id));
        if (!Boolean.TRUE.equals(quote.getMayOrder())) throw new IllegalStateException(quote.toString());
        if (trade.getState() != TradeState.AGREED) throw new IllegalStateException(trade.toString());
    }

    private void deliver(Path folder) throws Exception {
        var sent = folder.resolve("sent.csv");
        Files.writeString(sent, "2013-01-01T00:00,87\n");
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(sent));
        var sha256 = HexFormat.of().formatHex(digest);
        new DeliveriesApi(vendor).uploadFile(sha256, sent.toFile());
        new DeliveriesApi(vendor).deliverTrade(id, "deliver-" + id, new DeliveryRequest().sha256(sha256));
    }

    private void accept(Path folder) throws Exception {
        var link = new DeliveriesApi(buyer).createDownload(id, "fetch-" + id).getUrl();
        var bought = new DeliveriesApi(buyer).downloadFile(link.substring(link.lastIndexOf('/') + 1), null, null);
        Files.copy(bought.toPath(), folder.resolve("bought.csv"));
        new TradesApi(buyer).acceptDelivery(id, "accept-" + id);
        JSON.writeValue(folder.resolve("receipt.json").toFile(), receipt());
        JSON.writeValue(folder.resolve("keys.json").toFile(), new EvidenceApi(buyer).getPublicKeys());
    }

    /** The log numbers what was signed about once a second. */
    private Receipt receipt() throws Exception {
        for (int i = 0; i < MOST_TRIES; i++) {
            var receipt = new EvidenceApi(buyer).getReceipt(id);
            if (receipt.getBundle() != null) return receipt;
            Thread.sleep(200);
        }
        throw new IllegalStateException("not in the log yet");
    }
}
