package pujiang.app.product;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.product.Product;
import pujiang.product.ProductDescription;
import pujiang.product.ProductDescription.Data;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;

/**
 * All descriptions under which a product was ever registered: a revision deletes none. Read from its events, because it
 * is rarely requested.
 */
@Component
public class ProductHistory {

    private final EventStore store;

    ProductHistory(EventStore store) {
        this.store = store;
    }

    /** All its statements about its data so far. */
    public Set<Data> data(ProductView product) {
        if (product.revision() == 1) return Set.of(product.description().data());
        return store.readEvents(product.id().value())
                .asStream()
                .filter(event -> event.getType().equals(Product.class.getSimpleName()))
                .flatMap(event -> description(event.getPayload()).stream())
                .map(ProductDescription::data)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<ProductDescription> description(Object event) {
        return switch (event) {
            case ProductRegistered registered -> Optional.of(registered.description());
            case ProductRevised revised -> Optional.of(revised.description());
            default -> Optional.empty();
        };
    }
}
