package pujiang.host.wiring;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/** Hands a handler what it asks for besides its message: a clock, the law, the escrow. Beans are found by type. */
record BeanParameters(ListableBeanFactory beans) implements ParameterResolverFactory {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable handler, Parameter[] parameters, int index) {
        var type = parameters[index].getType();
        // Asked without making the bean: a handler may want one that is only made after the handlers are known.
        return beans.getBeanNamesForType(type, false, false).length == 0 ? null : new OnFirstUse<>(beans, type);
    }

    private record OnFirstUse<T>(SingletonSupplier<T> bean) implements ParameterResolver<T> {

        OnFirstUse(ListableBeanFactory beans, Class<T> type) {
            this(SingletonSupplier.of(() -> beans.getBean(type)));
        }

        @Override
        public T resolveParameterValue(Message<?> message) {
            return bean.obtain();
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
